"""Which side of a Wix site an item came from."""

from gallery_lens.model import Family, Item


def comes_from(item: Item, family: Family) -> bool:
    """Return whether *item* was read from *family*; one made by hand is from neither."""
    return item.origin is not None and item.origin.family is family
