"""The class of dialects: a frozen value of tables, rules and a cattrs converter."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from gallery_lens.dialects._unstructuring import lost, unstructure
from gallery_lens.dialects.normalizing import Alias, Keys, Making, Normalized, moved_to
from gallery_lens.dialects.rows import Lost, RefusedItem
from gallery_lens.dialects.structuring import structure
from gallery_lens.dialects.table import Table
from gallery_lens.dialects.tolerance import Patch, TolerantReading, respelt, says_nothing, tolerate
from gallery_lens.errors import UsageError
from gallery_lens.model import Family, Gallery, Item, Kind, Origin, is_bare
from gallery_lens.places import Place
from gallery_lens.rules import RULES
from gallery_lens.rules.base import Aim
from gallery_lens.values import Record, evolve

if TYPE_CHECKING:
    from cattrs import Converter


_Settle: TypeAlias = Callable[[dict[str, Any]], Normalized | None]


class Untyped(Record):
    """The keys whose values tell the kind of an item without a type; the object around the type is there."""

    keys: tuple[str, ...]  #: at the top
    tell: Callable[..., Kind | None]  #: of the values of the keys; None where more has to be looked at


class Dialect(Record, kw_only=True):
    """One way of writing items down.

    ``reads`` names the rules that look at an item which was read from this dialect, ``writes``
    those that look at one which is about to be written to it.
    """

    name: str
    schemas: tuple[str, str]  #: names of the schemas of an item and of a gallery or list
    item: Table
    gallery: Table
    matches: Callable[
        [dict[str, Any]], bool
    ]  #: whether an object can be nothing but this dialect's item or gallery
    may_match: Callable[[dict[str, Any]], bool]  #: whether it could be one
    kind_of_wire: Callable[[dict[str, Any]], Kind | None] = lambda wire: None
    refuse: Callable[[Item], None] = lambda item: None  #: raises ``RefusedItem`` for what rows cannot see
    #: reads what an item's values say of each other, if that is more than a table can say
    refine: Callable[[Item], Item] | None = None
    aliases: tuple[Alias, ...] = ()  #: of values of items; ``settle`` follows them, too
    made_of: tuple[Making, ...] = ()  #: values of items that ``settle`` makes of others
    set_aside: tuple[tuple[Keys, Any], ...] = ()  #: values of items with which ``settle`` ignores others
    untyped: Untyped | None = None  #: what tells the kind of usual items that name no type
    #: keys of items that, each group for itself, tell the dialect for certain, whatever its others are
    told_by: tuple[tuple[str, ...], ...] = ()
    #: a key, and a test of its value: where it holds, the keys of ``told_by`` are not enough
    untold_by: tuple[str, Callable[[Any], bool]] | None = None
    settle: _Settle | None = None  #: for items that are spelled in several ways
    settle_gallery: _Settle | None = None
    writable: bool = True  #: whether anything is ever converted to it
    #: the keys of a written item that no document describes
    undocumented: Callable[[Mapping[str, Any]], list[str]] = lambda wire: []
    #: the rule that speaks of an item of a kind that it has, but with nothing to show
    leaves_out: Callable[[Item], str | None] = lambda item: None
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()

    @cached_property
    def origin(self) -> Origin:
        """The origin recorded in items that are read from this dialect."""
        return Origin(
            dialect=self.name,
            family=self.item.family,
            underscored=self.item.underscored,
            own=self.item.own | self.gallery.own,
            shared=self.item.shared,
        )

    def with_items(self, table: Table) -> "Dialect":
        """Return the dialect with another *table* of its items; what was read is still of this one."""
        other = evolve(self, item=table)
        vars(other)["origin"] = self.origin
        return other

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(row.wire.partition(".")[0] for row in self.item.rows)

    def knows(self, wire: dict[str, Any]) -> bool:
        """Return whether *wire* has any key of an item of this dialect."""
        return not self._keys.isdisjoint(wire)

    def kind(self, wire: dict[str, Any]) -> Kind | None:
        """Return the kind of the item *wire*, in whatever spelling it was given."""
        settled = self.settle(wire) if self.settle else None
        return self.kind_of_wire(settled.wire if settled else wire)

    def read(self, wire: Any) -> TolerantReading:
        """Read one item as far as it can be: what is refused is mended, or taken out and reported.

        Raises:
            RefusedItem: it is not an object.
        """
        try:
            item = self.structure(wire)
        except RefusedItem as refused:
            return self._tolerate(self.item, self.settle, wire, refused)
        if self.refine is not None and (refined := self.refine(item)) is not item:
            item = attrs.evolve(refined, origin=attrs.evolve(refined.origin or self.origin, given=wire))
        respelled = item.origin.respelled if item.origin else ()
        if is_bare(item) or says_nothing(wire) or any(read is None for _, read in respelled):
            return self._tolerate(self.item, self.settle, wire)
        return TolerantReading(item, tuple(respelt(place, read) for place, read in respelled))

    def read_gallery(self, wire: Any) -> TolerantReading:
        """Read the fields of a gallery, without its items, as ``read`` does."""
        try:
            gallery = self.structure_gallery(wire)
        except RefusedItem as refused:
            return self._tolerate(self.gallery, self.settle_gallery, wire, refused)
        if says_nothing(wire):
            return self._tolerate(self.gallery, self.settle_gallery, wire)
        return TolerantReading(gallery)

    def _tolerate(
        self, table: Table, settle: _Settle | None, wire: Any, refused: RefusedItem | None = None
    ) -> TolerantReading:
        def structure(changed: Any, kind: Kind | None) -> Any:
            root = self._structure_settled(table, settle, changed, kind)
            refined = self.refine(root) if self.refine is not None and table is self.item else root
            if refined is root:
                return root
            return attrs.evolve(refined, origin=attrs.evolve(root.origin or self.origin, given=wire))

        return tolerate(self, table, wire, structure, refused)

    def structure(self, wire: Any) -> Item:
        """Read one item.

        Raises:
            RefusedItem: it is not what the dialect's schema describes.
        """
        item: Item = self._structure_settled(self.item, self.settle, wire)
        return item

    def structure_gallery(self, wire: Any, items: tuple[Item, ...] = ()) -> Gallery:
        """Read the fields of a gallery; its *items* have been read before.

        Raises:
            RefusedItem: it is not what the dialect's schema describes.
        """
        gallery: Gallery = self._structure_settled(self.gallery, self.settle_gallery, wire)
        return attrs.evolve(gallery, items=items)

    def _structure_settled(
        self, table: Table, settle: _Settle | None, wire: Any, kind: Kind | None = None
    ) -> Any:
        """Read *wire* once it is spelled in one way; refusals name the places where it was given."""
        settled = settle(wire) if settle is not None and isinstance(wire, dict) else None
        if settled is None:
            return self._structure(table, wire, self.origin, kind)
        origin = attrs.evolve(
            self.origin,
            moves=settled.moves,
            given=wire if self.writable else None,
            respelled=settled.respelled,
        )
        try:
            return self._structure(table, settled.wire, origin, kind)
        except RefusedItem as refused:
            moved = [each.at(moved_to(each.place, settled.moves)) for each in refused.refusals]
            raise RefusedItem(moved) from None

    def _structure(self, table: Table, wire: Any, origin: Origin, kind: Kind | None) -> Any:
        if kind is None and isinstance(wire, dict) and table is self.item:
            kind = self.kind_of_wire(wire)
        root = structure(table, wire, kind, origin=origin)
        if table is self.item:
            self.refuse(root)
        return root

    def unstructure(self, root: Item | Gallery) -> dict[str, Any]:
        """Write an item, or the fields of a gallery without its items.

        Raises:
            UsageError: the dialect is only read.
        """
        if not self.writable:
            raise UsageError(f"{self.name} is only read; nothing is written in it.")
        if root.origin is not None and self._is_as_given(root, root.origin):
            return dict(root.origin.given)
        table = self._table(root)
        to = table.unstructuring(root, self.name)
        wire = unstructure(table, root, to)
        if to.same and root.origin is not None and root.origin.patch is not None:
            wire = root.origin.patch.undone(wire)
        return wire

    def _is_as_given(self, root: Item | Gallery, origin: Origin) -> bool:
        """Return whether what *root* was read from still says what it holds."""
        if origin.dialect != self.name or origin.given is None:
            return False
        is_item = isinstance(root, Item)
        if isinstance(root, Gallery):
            root = attrs.evolve(root, items=())  # which are written one by one
        if (
            origin.patch is None
            and (self.structure if is_item else self.structure_gallery)(origin.given) == root
        ):
            return True
        return bool((self.read if is_item else self.read_gallery)(origin.given).root == root)

    def lost(self, root: Item | Gallery, *, placed: bool = False) -> list[Lost]:
        """Return the values that ``unstructure`` drops or changes; none for a dialect's own items.

        The sort order of *root* may be *placed*: then its list shows what it says.
        """
        table = self._table(root)
        to = evolve(table.unstructuring(root, self.name), placed=placed)
        return [] if to.same else list(lost(table, root, to))

    def drops(self, kind: Kind | None) -> str | None:
        """Return the rule that says so if the dialect has no items of *kind*, else None."""
        branch = kind.lower() if kind else ""
        rules = (loss.rule for loss in self.item.losses if loss.field == branch)
        return None if branch in self.item.by_field else next(rules, None)

    def place(self, root: Item | Gallery, field: str, below: Place = ()) -> Place:
        """Return the steps to the dotted *field* of the model, and *below*, in what *root* was read from."""
        origin = root.origin
        if origin is None:
            return (*self._table(root).place(field), *below)
        patch: Patch | None = origin.patch
        if patch is not None and (beside := patch.place(field, below)) is not None:
            return beside
        place = moved_to((*self._table(root).place(field), *below), origin.moves)
        return place if patch is None else moved_to(place, patch.moves)

    def _table(self, root: Item | Gallery) -> Table:
        return self.item if isinstance(root, Item) else self.gallery

    @cached_property
    def converter(self) -> "Converter":
        """The cattrs converter: structures wire objects into the model, and back, refusing to coerce."""
        from cattrs import Converter

        from gallery_lens.dialects.hooks import register_hooks

        converter = Converter()
        register_hooks(converter, self)
        return converter


_AIMS: Final = {Family.BACKEND: Aim.BACKEND, Family.PAGE: Aim.PAGE, Family.COMPONENT: Aim.COMPONENT}


def aim_of(source: Dialect, target: Dialect) -> Aim:
    """Return the aim of the conversion, for rules."""
    if source.name == target.name:
        return Aim.SAME
    return _AIMS[target.item.family]


def rules_of(source: Dialect, target: Dialect) -> list[str]:
    """Return the names of the rules that look at a conversion, in the order of the codes."""
    asked = {*source.reads, *target.writes}
    return [name for name in RULES if name in asked]
