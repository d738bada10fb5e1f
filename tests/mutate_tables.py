"""Takes every line out of every dialect's table, one at a time, and sees which law notices.

Run by hand: ``python tests/mutate_tables.py [dialect …]``. Exits with 1 if a line could be removed
unnoticed.
"""

import contextlib
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import gallery_lens as gl
import test_laws as laws
import test_ledger as books
from gallery_lens import dialects
from gallery_lens.conversion._findings import not_finite
from gallery_lens.conversion._ledger import Fate

QUICK = settings(
    max_examples=250,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def lines(dialect: dialects.Dialect) -> Iterator[tuple[str, dialects.Dialect]]:
    """Every line of the tables of *dialect*, and the dialect without it."""
    for what in ("item", "gallery"):
        table = getattr(dialect, what)
        for part in ("rows", "losses"):
            for index, line in enumerate(getattr(table, part)):
                rest = getattr(table, part)[:index] + getattr(table, part)[index + 1 :]
                name = f"{dialect.name} {what} {part}: {line.field or line.wire} {getattr(line, 'rule', '')}"
                yield name, attrs.evolve(dialect, **{what: attrs.evolve(table, **{part: rest})})


def ledger(name: str) -> None:
    """The ledger accounts for every leaf, to and from the dialect, and knows all declared fields."""
    for other in books.TARGETS:
        for source, target in ((name, other), (other, name)):
            _run(lambda item, s=source, t=target: _known(item, s, t), laws.ITEMS[source])
            if source in laws.GALLERIES:
                _run(lambda whole, s=source, t=target: _accounted(whole, s, t), laws.GALLERIES[source])


def _accounted(document: Any, source: str, target: str) -> gl.Result:
    result = gl.convert(document, source, target)
    assert books.unaccounted(document, result) == []
    assert all(row.code for row in result.ledger if row.fate is Fate.DROPPED)
    return result


def _known(item: Any, source: str, target: str) -> None:
    result = _accounted(item, source, target)
    assert not books.declared(source) & {row.pointer for row in result.ledger if row.code == "L125"}


def schema(name: str) -> None:
    """The converter takes what the schema takes, and gives back what it read."""
    near = laws.strategies.near_misses(f"{name}_items")
    check = laws.schemas.validator(f"{name}-item").is_valid
    _run(lambda wire: _agrees(check(wire), name, wire, gl.Item), laws.ITEMS[name] | near)
    if name in laws.GALLERIES:
        near = laws.strategies.near_misses(f"{name}_galleries")
        check = laws.schemas.validator(f"{name}-gallery").is_valid
        _run(lambda wire: _agrees(check(wire), name, wire, gl.Gallery), laws.GALLERIES[name] | near)


def _agrees(valid: bool, name: str, wire: Any, model: type) -> None:
    assert valid is laws.accepts(name, wire, model)
    if valid and not any(True for _ in not_finite(wire)):
        converter = gl.converter(name)
        assert laws.same(wire, converter.unstructure(converter.structure(wire, model)))


def _run(check: Callable[[Any], None], documents: st.SearchStrategy[Any]) -> None:
    def law(document: Any) -> None:
        check(document)

    QUICK(given(documents)(law))()


#: Plain asserts, since the modules are imported already.
_QUIETLY = ("-q", "-x", "--assert=plain", "-p", "no:cacheprovider", "-o", "filterwarnings=")


def examples(name: str) -> None:
    """The examples of the rules and the corpus say what they said."""
    del name
    with contextlib.redirect_stdout(io.StringIO()):
        status = pytest.main([*_QUIETLY, "tests/rules", "tests/test_corpus.py"])
    assert status == pytest.ExitCode.OK


LAWS = {"ledger": ledger, "schema": schema, "examples": examples}


def caught(name: str) -> str | None:
    """The first law that fails, if one does."""
    for law, check in LAWS.items():
        try:
            check(name)
        except Exception:
            return law
    return None


def main(names: list[str]) -> int:
    """Try all lines and print which law caught each."""
    tally: Counter[str] = Counter()
    for name in names or list(laws.ITEMS):
        healthy = dialects.DIALECTS[name]
        if law := caught(name):
            print(f"The law {law} fails for {name} as it is; nothing can be told.")
            return 1
        for line, mutant in lines(healthy):
            dialects.DIALECTS[name] = mutant
            law = caught(name)
            dialects.DIALECTS[name] = healthy
            tally[law or "UNNOTICED"] += 1
            print(f"{law or 'UNNOTICED':10} {line}", flush=True)
    print(", ".join(f"{law} {count}" for law, count in tally.most_common()))
    return 1 if tally["UNNOTICED"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
