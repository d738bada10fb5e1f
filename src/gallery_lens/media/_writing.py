"""Media texts in the strict grammar."""

from typing import Final

from gallery_lens.late import late
from gallery_lens.media._addresses import NOT_IN_ID
from gallery_lens.media._escapes import encode_component, refuse_surrogates
from gallery_lens.media._reference import MediaError, MediaKind, Reference
from gallery_lens.media.reading import parse


def build(reference: Reference, *, slash: bool = True) -> str:
    """Write *reference* in the strict grammar.

    A reference that was read from a strict or deprecated text, and still says the same, gives that
    text. What the grammar demands and the reference does not hold (a video's name or poster, sizes)
    is left out.

    Args:
        reference: What to write; by hand, or read by ``parse``.
        slash: Whether the slash before the name stays when there is no name.

    Raises:
        MediaError: The reference has no id (or address), or holds what no text can.
    """
    kept = reference._text
    if kept is not None and (slash or reference.name) and parse(kept) == reference:
        return kept
    if reference.kind is MediaKind.WEB:
        text = _held(reference.url, "address")
    else:
        id = _held(reference.id, "id")
        plain = id.removeprefix("ugd/") if reference.kind is MediaKind.DOCUMENT else id
        if found := NOT_IN_ID.search(_held(plain, "id")):
            raise MediaError("malformed", f"the id holds {found[0]!r}")
        name = f"/{encode_component(reference.name)}" if reference.name else "/" if slash else ""
        text = f"wix:{reference.kind}://v1/{id}{name}{_fragment(reference)}"
    return refuse_surrogates(text)


#: What would be read as something else after ``#``.
_NOT_IN_FRAGMENT: Final = late("[\0-\x1f&+]|%(?=[0-9A-Fa-f]{2})")


def _held(text: str | None, what: str) -> str:
    if not text:
        raise MediaError("malformed", f"the {what} is empty")
    return text


def _fragment(reference: Reference) -> str:
    kind, poster, fields = reference.kind, reference.poster, dict[str, object]()
    if kind is MediaKind.IMAGE and reference.width is not None and reference.height is not None:
        fields = {"originWidth": reference.width, "originHeight": reference.height}
    if kind is MediaKind.IMAGE and reference.watermark:
        watermark = _escape(reference.watermark)
        # A blank at the end of a text would be taken for one around it.
        fields["watermark"] = f"{watermark[:-1]}%20" if watermark.endswith(" ") else watermark
    if kind is MediaKind.VIDEO and poster is not None:
        id = _escape(_held(poster.id, "poster's id"))
        fields = {"posterUri": id, "posterWidth": poster.width, "posterHeight": poster.height}
    if kind is MediaKind.AUDIO and reference.duration is not None:
        fields = {"duration": reference.duration}
    return "#" + "&".join(f"{key}={value}" for key, value in fields.items()) if fields else ""


def _escape(text: str) -> str:
    return _NOT_IN_FRAGMENT.sub(lambda found: f"%{ord(found[0]):02X}", text)
