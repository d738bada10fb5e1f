"""The sidecar: a document kept whole beside its view, with digests that show when either was changed.

It holds the document itself and not what the view leaves out of it: only so do nulls, 1 against 1.0
and items that could not be read come back exactly, and an edit can be told from what was there.
"""

import copy
import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gallery_lens import schemas
from gallery_lens.conversion.output import Layout, Output, output
from gallery_lens.conversion.run import Run
from gallery_lens.errors import SidecarError, UsageError
from gallery_lens.model import Family
from gallery_lens.options import ConvertOptions, from_stored, stored
from gallery_lens.places import not_finite, place_of, pointer, value_at, without_not_finite
from gallery_lens.version import __version__

VERSION: Final = 2
#: What is restored from: the first version differs in its number only.
_KNOWN: Final = (1, VERSION)

#: The key, in the sidecar's ``view`` and in each gallery of a list of them, that says what belongs together.
PAIR: Final = "pair"


def canonical(value: Any) -> str:
    """Write *value* so that two texts are equal exactly if the JSON values are: 1 and 1.0 are two.

    The order of keys does not count. A lone surrogate is escaped.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical JSON of *value*."""
    return f"sha256:{hashlib.sha256(canonical(value).encode()).hexdigest()}"


def converted(document: Any, options: ConvertOptions, *, together: bool = False) -> tuple[Run, Output]:
    """Convert *document* and return the finished run with what came out."""
    run = Run(document, options, together=together)
    run.convert()
    return run, output(run)


def has_sidecar(run: Run, out: Output) -> bool:
    """Return whether a conversion gave a view that its source can be restored from.

    That is one for a page, made of items as a backend stores them today: other dialects have several
    keys for one thing, or are never written.
    """
    layouts = (Layout.BARE, Layout.GALLERIES, Layout.JOINED, Layout.EACH, Layout.NOTHING)
    for_page = out.layout in layouts and run.target.item.family is Family.PAGE
    return for_page and all(each.writable and each.item.family is Family.BACKEND for each in run.dialects)


def make_sidecar(document: Any, options: ConvertOptions, out: Output | None = None) -> dict[str, Any]:
    """Return the sidecar of the view that *document* is converted to; it shares nothing with either.

    *out* is the view if nobody can have changed it since; None to convert again.
    """
    if out is None:
        _, out = converted(document, options, together=True)
    kept = without_not_finite(document)  # a copy of all objects and lists
    body: dict[str, Any] = {
        "schemaVersion": VERSION,
        "tool": {"name": "gallery-lens", "version": __version__},
        "source": stored(options),
        "view": {"digest": digest(out.value), PAIR: _pair(kept, options)},
    }
    odd = [
        {"pointer": pointer(place), "number": json.dumps(value_at(document, place))}
        for place in not_finite(document)
    ]
    if odd:
        body["notFinite"] = odd
    body["document"] = kept
    return body | {"digest": digest(body)}


def pair(document: Any, options: ConvertOptions) -> str:
    """Return the key that the view and the sidecar of one conversion share, unlike any other.

    It is made of the document, the options and the version, so that the same input gives the same bytes.
    """
    return _pair(without_not_finite(document), options)


def _pair(document: Any, options: ConvertOptions) -> str:
    return digest([digest(document), stored(options), __version__])


def with_pair(galleries: Sequence[Mapping[str, Any]], key: str) -> list[dict[str, Any]]:
    """Return the view of a list of galleries with *key* in each, by which its sidecar is known."""
    return [{**gallery, PAIR: key} for gallery in galleries]


def without_pair(view: Any, sidecar: Mapping[str, Any]) -> Any:
    """Return the view of a list of galleries as it is without keys.

    Raises:
        SidecarError: A key is not that of *sidecar*.
    """
    if not isinstance(view, list):
        return view
    known = sidecar["view"].get(PAIR)
    for number, gallery in enumerate(view):
        if known and isinstance(gallery, dict) and gallery.get(PAIR, known) != known:
            raise SidecarError(
                "foreign",
                f"The sidecar and the gallery at /{number} of the view were not written by the same run: "
                f'their "{PAIR}" differ. Name the one that was written with this view, or convert again.',
            )
    return [
        {key: value for key, value in gallery.items() if key != PAIR}
        if isinstance(gallery, dict)
        else gallery
        for gallery in view
    ]


def check_profile(sidecar: Any, profile: str) -> None:
    """Raise ``UsageError`` if *sidecar* is of a view in another form than *profile*."""
    source = sidecar.get("source") if isinstance(sidecar, dict) else None
    known = source.get("profile", "documented") if isinstance(source, dict) else profile
    if known != profile:
        raise UsageError(f"The view is in the form {known}, as its sidecar says, and not {profile}.")


def open_sidecar(sidecar: Any) -> tuple[Run, Output]:
    """Repeat the conversion that *sidecar* was written for, on a copy of its document.

    Raises:
        SidecarError: It is not a sidecar, of an unknown version, was changed, or no longer gives its view.
    """
    _check(sidecar)
    try:
        options = from_stored(sidecar["source"])
    except UsageError:
        raise _off_schema() from None
    run, out = converted(document_of(sidecar), options)
    if not has_sidecar(run, out):
        raise _off_schema()
    if digest(out.value) != sidecar["view"]["digest"]:
        raise SidecarError(
            "stale",
            f"The sidecar is stale: gallery-lens {sidecar['tool']['version']} wrote it, "
            "and this version converts its gallery differently. Convert the gallery again.",
        )
    return run, out


def document_of(sidecar: Mapping[str, Any]) -> Any:
    """Return a copy of the document that *sidecar* keeps, with the numbers that JSON has none for."""
    document = copy.deepcopy(sidecar["document"])
    for odd in sidecar.get("notFinite", ()):
        number = math.nan if odd["number"] == "NaN" else float(odd["number"])
        try:
            place = place_of(document, odd["pointer"])
        except LookupError:
            raise _off_schema() from None
        if not place:
            return number
        value_at(document, place[:-1])[place[-1]] = number
    return document


def is_untouched(view: Any, sidecar: Mapping[str, Any]) -> bool:
    """Return whether *view* is the one that *sidecar* was written beside, value for value."""
    try:
        return bool(digest(view) == sidecar["view"]["digest"])
    except (TypeError, ValueError):  # it holds what JSON has no form for
        return False


def _check(sidecar: Any) -> None:
    if not isinstance(sidecar, dict) or "schemaVersion" not in sidecar:
        raise _off_schema()
    version = sidecar["schemaVersion"]
    if isinstance(version, bool) or version not in _KNOWN:
        raise SidecarError(
            "version",
            f"The sidecar is of version {json.dumps(version)}, and this program knows up to {VERSION}. "
            "Restore with the version of gallery-lens that wrote it.",
        )
    body = {key: value for key, value in sidecar.items() if key != "digest"}
    if sidecar.get("digest") != digest(body):
        raise SidecarError(
            "tampered",
            "The sidecar was changed after it was written: its digest is not that of its content. "
            "Convert the gallery again.",
        )
    if not schemas.validator("sidecar").is_valid(sidecar):
        raise _off_schema()


def foreign(problem: str, remedy: str = "Name the one that was written with this view.") -> SidecarError:
    """Return the refusal of a sidecar that is of another gallery; *problem* is a clause."""
    return SidecarError("foreign", f"The sidecar is of another gallery: {problem}. {remedy}")


def _off_schema() -> SidecarError:
    return SidecarError(
        "off-schema", "This is not a sidecar: name the file that convert wrote with --sidecar FILE."
    )
