"""What is fuzzed, and what has to hold whatever comes in.

No exception but ours; no internal error; the input is not changed; the same input gives the same; what is
emitted is valid; what is called lossless drops nothing; the work is in proportion to the input.
"""

import copy
import json
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import emitted
import gallery_lens as gl
from gallery_lens import api, fixes, jsontext, media
from gallery_lens.config import Configs
from gallery_lens.dialects import DIALECTS
from gallery_lens.errors import ConfigError, GalleryLensError
from trust import seeds
from work import work

#: How many lines and calls a byte of input may cost, and a run besides.
_A_BYTE: Final = 20_000
_A_RUN: Final = 5_000_000

TARGETS: Final = tuple(name for name, dialect in DIALECTS.items() if dialect.writable)


class Finding(AssertionError):
    """Something that must not be."""


def _told(found: Any) -> None:
    internal = [each for each in found if each.name == "internal-error"]
    if internal:
        raise Finding(internal[0].message)


def _same(one: Any, other: Any, what: str) -> None:
    if repr(one) != repr(other):
        raise Finding(f"{what}: {one!r:.300} and {other!r:.300}")


def reading(rng: random.Random) -> Any:
    """Bytes become a document, or one exception."""
    data = seeds.text(rng)
    try:
        read = jsontext.read(data)
    except jsontext.NotJson:
        return data
    _same(read.document, jsontext.read(data).document, "two readings differ")
    again = jsontext.read(jsontext.write(read.document))
    _same(_finite(read.document), again.document, "what is written reads as something else")
    return data


def _finite(value: Any) -> Any:
    from gallery_lens.places import without_not_finite

    return without_not_finite(value)


def converting(rng: random.Random) -> Any:
    """A document between two dialects, in a way taken at random."""
    document = seeds.document(rng)
    source = rng.choice(("auto", "auto", "auto", *DIALECTS))
    target = rng.choice(TARGETS)
    options = {"order": rng.choice(("keep", "sort-order")), "text_items": rng.choice(("drop", "error"))}
    before = copy.deepcopy(document)
    result = api.convert(document, source, target, **options)
    _told(result.diagnostics)
    _same(before, document, "the input was changed")
    again = api.convert(copy.deepcopy(document), source, target, **options)
    _same((result.value, result.diagnostics), (again.value, again.diagnostics), "two conversions differ")
    if rng.random() < 0.2:
        _check_output(document, result, target if source == "auto" else None)
    if rng.random() < 0.03:
        _check_work(document, lambda: api.convert(document, source, target, **options))
    return document


def _check_output(document: Any, result: Any, target: str | None) -> None:
    """Check the value; with *target*, what the schemas say of it, which a document read amiss cannot meet."""
    json.dumps(result.value, allow_nan=False)
    if result.lossless and any(row.fate == "dropped" for row in result.ledger):
        raise Finding("what is called lossless drops a value")
    # Where no item was converted, there is only what stood around them, which may look like an item.
    foreign = target and result.converted and result.dialects and target not in result.dialects
    if foreign and (sentences := emitted.wrong(result.value, str(target))):
        raise Finding(f"what is emitted is not valid: {sentences[0]:.300}")


def _check_work(document: Any, run: Callable[[], object]) -> None:
    size = len(json.dumps(document, default=str))
    if (done := work(run)) > _A_RUN + _A_BYTE * size:
        raise Finding(f"{done} steps for {size} bytes")


def linting(rng: random.Random) -> Any:
    """Text is linted, with places in it."""
    data = seeds.text(rng)
    result = api.lint_text(data, rng.choice(("auto", *DIALECTS)), rng.choice(TARGETS))
    _told(result.diagnostics)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    if any(found.line is not None and not 1 <= found.line <= lines for found in result.diagnostics):
        raise Finding("a finding stands on a line that there is not")
    return data


def fixing(rng: random.Random) -> Any:
    """What is fixed is JSON, and has nothing left to fix but what comes in rounds."""
    data = seeds.text(rng)
    text = data.decode("utf-8", "replace")
    fixed = fixes.fix_text(text, _lint, unsafe=rng.random() < 0.5)
    try:
        jsontext.read(text.encode("utf-8", "surrogatepass"))
    except jsontext.NotJson:
        _same(text, fixed, "text that is not JSON was changed")
        return data
    jsontext.read(fixed.encode("utf-8", "surrogatepass"))
    return data


def _lint(text: str) -> Any:
    found = api.lint_text(text).diagnostics
    _told(found)
    return found


def restoring(rng: random.Random) -> Any:
    """A view, as it was or changed, goes back into its document."""
    document = seeds.document(rng)
    result = api.convert(document, rng.choice(("auto", "velo", "rest")), "frontend", sidecar=True)
    if result.sidecar is None:
        return document
    whole = api.restore(result.value, result.sidecar)
    _told(whole.diagnostics)
    _same(_finite(document), whole.value, "an untouched view gives back something else")
    view = copy.deepcopy(result.value)
    for _ in range(rng.randrange(1, 4)):
        view = seeds._changed(view, rng)
    before = copy.deepcopy(view)
    try:
        _told(api.restore(view, result.sidecar, replace_all=rng.random() < 0.5).diagnostics)
    finally:
        _same(before, view, "the view was changed")
    return [document, view]


def sidecars(rng: random.Random) -> Any:
    """A sidecar that was changed is refused, or restores what it says."""
    result = api.convert(seeds.document(rng), "auto", "frontend", sidecar=True)
    sidecar = seeds._changed(copy.deepcopy(result.sidecar), rng)
    _told(api.restore(result.value, sidecar).diagnostics)
    return sidecar


def planning(rng: random.Random) -> Any:
    """Two galleries, and the calls between them."""
    one = seeds.document(rng)
    other = seeds._changed(copy.deepcopy(one), rng)
    gl.plan(one, other)
    return [one, other]


def addresses(rng: random.Random) -> Any:
    """Texts of media, read and written."""
    text = rng.choice([each for each in seeds.ODD if isinstance(each, str)])
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(_PARTS) + text[at:]
    try:
        read = media.parse(text)
    except media.MediaError:
        return text
    _same(read, media.parse(text), "two readings differ")
    return text


def configs(rng: random.Random) -> Any:
    """A config is followed, or refused in a sentence."""
    text = "\n".join(f"{rng.choice(_SETTINGS)} = {rng.choice(_VALUES)}" for _ in range(rng.randrange(4)))
    text = text[: rng.randrange(len(text) + 1)] if rng.random() < 0.2 else text
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gallery-lens.toml"
        path.write_text(text, "utf-8")
        try:
            _ = Configs(str(path)).at(folder).known
        except ConfigError as error:
            if len(str(error)) > 2000:
                raise Finding("a refusal is longer than anybody reads") from None
    return text


_PARTS: Final = ("%", "%C3", "/", "#", "&", "=", "\ud800", "~mv2", "originWidth=", "é")
_SETTINGS: Final = (
    *("select", "ignore", "from", "to", "baseline", "exclude"),
    *("fail-on", "max-warnings", "severity", "x"),
)
_VALUES: Final = (
    *('"ALL"', '["L1"]', "1", "-1", "true", '"../x"', "[[[]]]", "9" * 50),
    *('{"a" = 1}', '"\\u0000"', "1979-05-27", "nan", '"""x"""'),
)

ENTRIES: Final[dict[str, Callable[[random.Random], Any]]] = {
    each.__name__: each
    for each in (*(reading, converting, linting, fixing, restoring, sidecars, planning, addresses, configs),)
}


def attempt(name: str, seed: int) -> None:
    """Fuzz one entry point once.

    Raises:
        Exception: Something that must not be.
    """
    try:
        ENTRIES[name](random.Random(seed))
    except GalleryLensError:
        return
