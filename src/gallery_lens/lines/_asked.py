"""What is asked of a conversion of lines."""

import attrs

from gallery_lens.values import Value


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Asked(Value):
    """What decides what becomes of a line: arguments of ``gallery_lens.convert``, as ``vars`` gives them."""

    source: str = "auto"
    target: str = "frontend"
    order: str = "keep"
    text_items: str = "drop"
    as_gallery: bool = False
    name: str | None = None
    sidecar: bool = False  #: whether sidecars are kept
