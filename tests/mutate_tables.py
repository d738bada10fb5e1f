"""Takes every line out of every dialect's tables, one at a time, and sees which law notices.

Run by hand: ``python tests/mutate_tables.py [DIALECT[/WORDS] …]``, where only lines with the WORDS in
their name are tried. Exits with 1 if a line could be removed unnoticed.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any, Final, TypeAlias

sys.path.append(str(Path(__file__).parent / "support"))

import attrs

import gallery_lens as gl
import strategies
import test_laws as laws
import test_ledger as books
import update_corpus
from accounts import unaccounted
from declared import properties
from gallery_lens import dialects, schemas
from gallery_lens.places import not_finite
from mutants import Line, lines, without
from rules import test_rules
from test_strategies import collected, met

#: Something that is so as long as no line is missing.
Check: TypeAlias = Callable[[], bool]
DRAWN: Final = 400  #: items of a dialect; of galleries, a quarter
ASKED: Final = 30  #: of those, for each line and pair of dialects


@attrs.frozen
class Sample:
    """A document, and what is known of its conversions as long as no line is missing."""

    document: Any
    source: str
    target: str
    words: frozenset[str]  #: the keys in it and in what it becomes, and the rules that speak
    unread: frozenset[str]  #: pointers to declared fields of other kinds and spellings


@cache
def samples(source: str, target: str) -> list[Sample]:
    """Return items and galleries of *source*, as a table without holes converts them to *target*."""
    drawn = _drawn(source, "item") + _drawn(source, "gallery")
    return [_sample(document, source, target) for document in drawn]


@cache
def _drawn(source: str, what: str) -> list[Any]:
    found = {"item": laws.READ, "gallery": laws.READ_GALLERIES}[what].get(source)
    return collected(found, DRAWN if what == "item" else DRAWN // 4) if found is not None else []


def _sample(document: Any, source: str, target: str) -> Sample:
    result = gl.convert(document, source, target)
    keys = (path.rpartition("/")[2] for path, _ in chain(met(document), met(result.value)))
    spoken = (found.name for found in result.diagnostics)
    words, unread = frozenset(chain(keys, spoken)), books.taken_for_unknown(document, source, result)
    return Sample(document, source, target, words, frozenset(unread))


def _about(line: Line, pair: tuple[str, str]) -> list[Sample]:
    """Return those documents of a pair of dialects that have to do with *line*, and a few others."""
    word = getattr(line.line, "rule", None) or line.path.rpartition(".")[2]
    return sorted(samples(*pair), key=lambda sample: word not in sample.words)[:ASKED]


# ---------------------------------------------------------------- laws


def ledger(name: str, line: Line) -> Iterator[Check]:
    """The ledger accounts for every leaf, to and from the dialect, and knows what is declared."""
    yield from (partial(_accounted, sample) for pair in _pairs(name) for sample in _about(line, pair))


def _pairs(name: str) -> list[tuple[str, str]]:
    there = [(name, other) for other in laws.ITEMS]
    back = [(other, name) for other in laws.READ if other != name]
    return there + back if name in laws.ITEMS else there


def _accounted(sample: Sample) -> bool:
    result = gl.convert(sample.document, sample.source, sample.target)
    unread = books.taken_for_unknown(sample.document, sample.source, result)
    return not unaccounted(sample.document, result) and sample.unread.issuperset(unread)


def schema(name: str, line: Line) -> Iterator[Check]:
    """The converter takes what the schema takes, and gives back what it read."""
    if _drawn(name, line.what):  # a page has items, and no galleries of its own
        yield from (partial(_agrees, name, line.what, wire) for wire in _aimed(name, line))


def _aimed(name: str, line: Line) -> Iterator[Any]:
    """Yield documents of every kind with odd values at the place of *line*."""
    said = properties(f"{name}-{line.what}").get("/" + line.path.replace(".", "/"))
    odd = (*chain(*strategies._MISFITS), *strategies._edges(said)) if said else ()
    for document in _kinds(name, line.what):
        yield document
        yield from (strategies._put(document, (line.path.split("."), value), True) for value in odd)


@cache
def _kinds(name: str, what: str) -> list[Any]:
    """Return the fullest document of every kind, in every word for it."""
    ordered = sorted(_drawn(name, what), key=lambda document: sum(1 for _ in met(document)))
    return list({_kind(name, each): each for each in ordered}.values())


def _kind(name: str, document: Any) -> tuple[Any, ...]:
    words = [str(value) for path, value in met(document) if path in ("/type", "/dataType", "/metaData/type")]
    return dialects.DIALECTS[name].kind_of_wire(document), *words


def _agrees(name: str, what: str, wire: Any) -> bool:
    model = {"item": gl.Item, "gallery": gl.Gallery}[what]
    valid = schemas.validator(f"{name}-{what}").is_valid(wire)
    if valid is not laws.accepts(name, wire, model):
        return False
    if not valid or name not in laws.ITEMS or any(True for _ in not_finite(wire)):
        return True
    converter = gl.converter(name)
    return laws.same(wire, converter.unstructure(converter.structure(wire, model)))


def examples(name: str, line: Line) -> Iterator[Check]:
    """The examples of the rules and the corpus say what they said."""
    for kind in ("bad", "good"):
        for case in test_rules._examples(kind):
            yield partial(_says, *case.values, kind == "bad")
    yield from (partial(_gives, case) for case in sorted(update_corpus.CASES.iterdir()))


def _says(rule: Any, example: Any, bad: bool) -> bool:
    beside = test_rules.BESIDE.get(rule.name, set())
    return {found.code for found in test_rules._findings(example)} - beside == ({rule.code} if bad else set())


def _gives(case: Path) -> bool:
    return update_corpus.expectations(case).items() <= _expected(case).items()


@cache
def _expected(case: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in case.iterdir()}


LAWS: Final = {"ledger": ledger, "schema": schema, "examples": examples}


def failing(name: str, line: Line) -> tuple[str, Check] | None:
    """Return the first check that does not hold, with its law; an exception is no answer either."""
    checks = ((law, check) for law, made in LAWS.items() for check in made(name, line))
    return next(((law, check) for law, check in checks if not _passes(check)), None)


def _passes(check: Check) -> bool:
    try:
        return check()
    except Exception:
        return False


def main(names: list[str]) -> int:
    """Try all lines and print which law caught each."""
    tally: Counter[str] = Counter()
    for name in names or list(laws.READ):
        dialect, _, words = name.partition("/")
        for pair in _pairs(dialect):
            samples(*pair)  # as long as no line is missing
        for line in lines(dialects.DIALECTS[dialect]):
            if words in str(line):
                law = tried(dialect, line)
                print(f"{law:10} {dialect} {line}", flush=True)
                tally[law] += 1
    print(", ".join(f"{law} {count}" for law, count in tally.most_common()))
    return int(tally["UNNOTICED"] + tally["BROKEN"] > 0)


def tried(name: str, line: Line) -> str:
    """Return the law that notices the lack of a line; BROKEN if its check fails with all lines in place."""
    with without(line):
        found = failing(name, line)
    if found is None:
        return "UNNOTICED"
    law, check = found
    return law if _passes(check) else "BROKEN"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
