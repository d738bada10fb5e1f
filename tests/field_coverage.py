"""Counts which fields of the schemas that are read our strategies reach.

Run by hand: ``python tests/field_coverage.py [EXAMPLES]``. Prints a line for each schema, and the
fields that none of so many examples has; exits with 1 if there are any.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

sys.path.append(str(Path(__file__).parent / "support"))

from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from declared import properties
from gallery_lens import schemas
from gallery_lens.diagnostics import Severity
from gallery_lens.rules import all_rules
from test_strategies import VALID, collected, met, own

_EXAMPLES: Final = 1000


def sidecars() -> st.SearchStrategy[Any]:
    """What ``convert`` keeps beside the view of an item, some of whose numbers JSON does not know."""
    numbers = strategies.numbers() | strategies.non_finite_numbers()
    numbered = st.builds(lambda item, order: item | {"sortOrder": order}, strategies.velo_items(), numbers)
    lists, places = st.lists(numbered, min_size=1, max_size=2), st.sampled_from((None, ""))
    return st.builds(lambda items, at: gl.convert(items, "velo", at=at).sidecar, lists, places)


def baselines() -> st.SearchStrategy[Any]:
    """Files of known findings."""
    rules, names = st.sampled_from([*all_rules()]), st.text("abc/.", min_size=1, max_size=8)
    hexadecimal = st.text("0123456789abcdef", min_size=16, max_size=16)
    finding = st.builds(
        lambda rule, known: known | {"code": rule.code, "name": rule.name},
        rules,
        st.fixed_dictionaries(
            {"fingerprint": hexadecimal, "file": names, "count": st.integers(1, 9)},
            optional={"itemId": names},
        ),
    )
    tool = st.fixed_dictionaries({"name": st.just("gallery-lens"), "version": names})
    return st.fixed_dictionaries({"schemaVersion": st.just(1), "tool": tool, "findings": st.lists(finding)})


def configs() -> st.SearchStrategy[Any]:
    """Tables of settings."""
    codes = st.sampled_from(["ALL", *(each.code for each in all_rules())])
    selectors, patterns = st.lists(codes, max_size=3), st.lists(st.just("*.json"), max_size=2)
    words = {
        key: st.sampled_from(said["enum"])
        for key, said in schemas.schema("config")["properties"].items()
        if "enum" in said
    }
    lists = dict.fromkeys(("select", "extend-select", "ignore"), selectors)
    tables = {
        "per-file-ignores": st.dictionaries(st.just("*.json"), selectors),
        "severity": st.dictionaries(codes, st.sampled_from([*map(str, Severity)])),
    }
    others = {"max-warnings": st.integers(0, 9), "baseline": st.just("known.json"), "exclude": patterns}
    return st.fixed_dictionaries({}, optional=words | lists | tables | others)


#: What is read besides items and galleries, by schema.
PAPERS: Final = {"sidecar": sidecars(), "baseline": baselines(), "config": configs()}
#: All that is read, by schema.
READ: Final = {schema: getattr(strategies, name)() for name, schema in VALID} | PAPERS


def unreached(schema: str, examples: int) -> tuple[int, list[str]]:
    """Return how many fields of its own a schema declares, and those that no example has.

    The fields of items are those of another schema.
    """
    declared = properties(schema) if schema in PAPERS else own(schema)
    fields = {path for path in declared if path}
    reached = {path for example in collected(READ[schema], examples) for path, _ in met(example)}
    return len(fields), sorted(fields - reached)


def _table(examples: int) -> Iterator[tuple[str, list[str]]]:
    for schema in READ:
        count, missing = unreached(schema, examples)
        reached = f"{count - len(missing)} of {count} fields"
        yield f"{schema:20} {reached:18} in {examples} examples", missing


def main(arguments: list[str]) -> int:
    """Print the table; return 1 if something is missing."""
    missed = False
    for line, missing in _table(int(arguments[0]) if arguments else _EXAMPLES):
        print(line, *(f"\n  {path}" for path in missing), sep="")
        missed |= bool(missing)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
