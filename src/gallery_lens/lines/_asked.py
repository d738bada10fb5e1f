"""What is asked of a conversion of lines."""

import attrs


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Asked:
    """The choices that decide what becomes of a line; the fields are those of ``gallery_lens.convert``."""

    source: str = "auto"
    target: str = "frontend"
    order: str = "keep"
    text_items: str = "drop"
    as_gallery: bool = False
    name: str | None = None
    sidecar: bool = False  #: whether sidecars are kept
