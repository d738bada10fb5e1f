"""The neutral model: absent and null, kinds, parts."""

import attrs
import pytest

from gallery_lens.model import (
    UNSET,
    Gallery,
    Image,
    Item,
    Kind,
    Picture,
    Text,
    Video,
    branches,
    declared_kind,
    kind_of,
    parts,
)


def test_unset_is_false_and_says_so() -> None:
    """Like null it is false, but it is another thing, and prints as itself."""
    assert (False, "UNSET") == (bool(UNSET), repr(UNSET))
    assert UNSET is not None


def test_models_are_values() -> None:
    """Two that hold the same are the same; none can be changed."""
    assert Item(title="River") == Item(title="River") != Item(title=None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Item().title = "River"  # type: ignore[misc]


def test_everything_may_be_unset() -> None:
    """A model made of nothing says nothing."""
    held = [getattr(Item(), field.name) for field in attrs.fields(Item)]

    assert {} == Item().extra
    assert {UNSET} == {value for value in held if value not in ({}, None)}


@pytest.mark.parametrize(
    ("item", "held"),
    [
        (Item(), ()),
        (Item(image=None, video=None, text=None), ()),
        (Item(image=Image()), (Kind.IMAGE,)),
        (Item(text=Text(), video=Video(), image=Image()), (Kind.IMAGE, Kind.VIDEO, Kind.TEXT)),
    ],
)
def test_branches(item: Item, held: tuple[Kind, ...]) -> None:
    """A branch is there if it is an object, even an empty one."""
    assert held == branches(item)


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("IMAGE", Kind.IMAGE),
        ("Image", Kind.IMAGE),
        ("video", Kind.VIDEO),
        ("TEXT", Kind.TEXT),
        ("UNDEFINED", None),
        ("AUDIO", None),
        ("", None),
        (None, None),
        (UNSET, None),
    ],
)
def test_declared_kind(type_: str, kind: Kind | None) -> None:
    """The type in any case; none for what is no kind."""
    assert kind == declared_kind(Item(type=type_))


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        (Item(type="TEXT", image=Image()), Kind.TEXT),
        (Item(image=Image()), Kind.IMAGE),
        (Item(type="UNDEFINED", video=Video()), Kind.VIDEO),
        (Item(image=Image(), video=Video()), None),
        (Item(), None),
    ],
)
def test_kind_of(item: Item, kind: Kind | None) -> None:
    """What the item says, else its only branch, else nothing."""
    assert kind == kind_of(item)


def test_parts_name_every_object_by_its_path() -> None:
    """Outer ones come first, so that they can be made around the inner ones."""
    found = parts(Item)

    assert (Image, Picture) == (found["image"], found["secondary_media.image.picture"])
    assert all(path.rpartition(".")[0] in found for path in found if "." in path)
    assert all(list(found).index(path.rpartition(".")[0]) < n for n, path in enumerate(found) if "." in path)
    assert {} == parts(Gallery)
