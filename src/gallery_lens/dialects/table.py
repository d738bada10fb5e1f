"""A dialect's table: where each field of the model lives on the wire, or why it cannot be there.

A ``Row`` carries a field, a ``Loss`` names the rule that reports what is not carried. ``structure`` and
``unstructure`` read the rows, ``lost`` reads the rest; whoever else wants to know a field's fate (ledger,
table of all fields, generated code) reads the same table.
"""

import itertools
import operator
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from gallery_lens.conditions import present
from gallery_lens.dialects.rows import Fragment, Loss, Row, Takes, Unstructuring
from gallery_lens.model import Family, Gallery, Item, Kind, kind_of, parts
from gallery_lens.places import Place
from gallery_lens.values import Record, fresh


class Node(Record):
    """One object on the wire: its keys, and the object of the model that it belongs to."""

    home: str
    housed: bool  #: whether it is the whole of that object, so that undeclared keys go there
    rows: dict[str, Row] = fresh(factory=dict)
    children: dict[str, "Node"] = fresh(factory=dict)


class Table(Record, kw_only=True):
    """The fate of every field of *model* in one dialect."""

    model: type
    family: Family
    underscored: bool = False
    closed: bool = False  #: undeclared keys are written only where the dialect gets its own back
    rows: tuple[Row, ...]
    losses: tuple[Loss, ...] = ()
    fragments: tuple[Fragment, ...] = ()  #: of a table whose rows were spliced with hooks

    @cached_property
    def classes(self) -> dict[str, type]:
        """The class of every object of the model by path, innermost first, the root last."""
        outer_first = {"": self.model} | parts(self.model)
        return dict(reversed(outer_first.items()))

    # ---------------------------------------------------------------- rows

    @cached_property
    def by_field(self) -> dict[str, Row]:
        """The rows by the field they carry."""
        return {row.field: row for row in self.rows if row.field}

    @cached_property
    def by_owner(self) -> dict[str, list[Row]]:
        """The rows that carry a field, by the path of the object that holds it."""
        found: dict[str, list[Row]] = {}
        for row in self.by_field.values():
            found.setdefault(row.owner, []).append(row)
        return found

    @cached_property
    def nested(self) -> tuple[Row, ...]:
        """The rows of objects, and of lists of them, that have a table of their own."""
        return tuple(row for row in self.by_field.values() if row.codec.table is not None)

    @cached_property
    def derived(self) -> tuple[Row, ...]:
        """The rows of keys that follow from the rest."""
        return tuple(row for row in self.rows if not row.field and row.codec.derives)

    @cached_property
    def free(self) -> frozenset[str]:
        """The free objects that rows reach into."""
        return frozenset(row.owner for row in self.rows if row.owner and row.owner not in self.classes)

    @cached_property
    def own(self) -> frozenset[str]:
        """The keys without a field that do not travel, those of elements of lists included."""
        inner = (row.codec.table.own for row in self.rows if row.codec.table is not None)
        outer = (
            row.wire.rpartition(".")[2] for row in self.rows if not row.field and row.takes is Takes.SAME
        )
        return frozenset(outer).union(*inner)

    def writing(self, to: Unstructuring) -> tuple[Row, ...]:
        """Return the rows that write anything in this conversion; there are few kinds of conversions."""
        traits = (to.kind, to.same, to.related)
        if traits not in self._by_traits:
            self._by_traits[traits] = tuple(row for row in self.rows if row.written(to))
        return self._by_traits[traits]

    @cached_property
    def _by_traits(self) -> dict[tuple[Kind | None, bool, bool], tuple[Row, ...]]:
        return {}

    # ---------------------------------------------------------------- losses

    @cached_property
    def losses_by_owner(self) -> tuple[tuple[str, tuple[Loss, ...]], ...]:
        """The losses that follow each other with the path of the object that holds their fields."""
        grouped = itertools.groupby(self.losses, operator.attrgetter("owner"))
        return tuple((path, tuple(losses)) for path, losses in grouped)

    @cached_property
    def spoken_for(self) -> frozenset[str]:
        """The objects whose undeclared keys others tell: a loss of the whole of it, or a table of its own."""
        whole = {loss.field for loss in self.losses if loss.when is present and loss.find is None}
        others = whole.union(row.field for row in self.nested)
        return frozenset(path for path in self.classes if not others.isdisjoint(outwards(path)))

    # ---------------------------------------------------------------- objects on the wire

    @cached_property
    def nodes(self) -> dict[Kind | None, Node]:
        """The wire structure of an item of each kind."""
        roots: dict[Kind | None, Node] = {kind: Node("", True) for kind in (None, *Kind)}
        for kind, root in roots.items():
            for row in self.rows:
                if row.kind is None or row.kind is kind:
                    self._hang(root, row)
        return roots

    def _hang(self, root: Node, row: Row) -> None:
        *path, key = row.wire.split(".")
        node = root
        for step in path:
            if step in node.rows and node.rows[step].codec.table is not None:
                return  # what is inside of it is the affair of that table
            node = node.children.setdefault(step, Node(node.home, False))
        node.rows[key] = row
        if row.codec.table is not None:
            node.children.pop(key, None)
        if row.field in self.classes and not (row.codec.expands or row.codec.table or not row.field):
            node.children[key] = Node(row.field, True)

    @cached_property
    def shared(self) -> frozenset[tuple[str, ...]]:
        """The ways to objects on the wire that belong to the root, for want of one in the model."""
        return frozenset(way for node in self.nodes.values() for way in _shared(node, ()))

    @cached_property
    def homes(self) -> dict[str, str]:
        """The wire path of every object of the model that has a wire object to itself."""
        rows = self.by_field.items()
        whole = {field: row.wire for field, row in rows if not row.codec.expands and not row.codec.table}
        return {"": ""} | {path: whole[path] for path in self.classes if path in whole}

    @cached_property
    def declared(self) -> dict[Kind | None, dict[str, set[str]]]:
        """The keys that rows own in the wire object of every object that has one, by kind of item."""
        rows = [(*row.parted, row.kind) for row in self.by_field.values()]
        return {
            kind: {
                path: {key for at, key, of in rows if at == home and of in (None, kind)}
                for path, home in self.homes.items()
            }
            for kind in (None, *Kind)
        }

    def place(self, field: str) -> Place:
        """Return the steps on the wire to the dotted *field*, or to the nearest thing that holds it."""
        if (row := self.by_field.get(field)) is not None:
            return row.steps
        steps = field.split(".") if field else []
        for end in range(len(steps), 0, -1):
            row = self.by_field.get(".".join(steps[:end]))
            if row is not None:
                return (*row.steps, *_element(row, steps[end:]))
        return ()

    # ---------------------------------------------------------------- conversions

    def unstructuring(self, root: Any, dialect: str) -> Unstructuring:
        """Describe the conversion of *root* into this table's dialect."""
        origin = root.origin
        # A gallery's own keys are those of a wrapper, which only a page has none of.
        takes_wrapper = isinstance(root, Gallery) and self.family is not Family.PAGE
        return Unstructuring(
            root=root,
            kind=kind_of(root) if isinstance(root, Item) else None,
            same=origin is not None and origin.dialect == dialect,
            related=origin is None or origin.family is self.family or takes_wrapper,
            underscored=self.underscored,
        )

    def keeps_extras(self, to: Unstructuring) -> bool:
        """Return whether undeclared keys go along in this conversion."""
        return to.same or (to.related and (not self.closed or to.root.origin is None))


def outwards(field: str) -> list[str]:
    """The dotted *field* and every object around it, innermost first."""
    steps = field.split(".")
    return [".".join(steps[:end]) for end in range(len(steps), 0, -1)]


def _element(row: Row, steps: list[str]) -> Place:
    """Follow the steps into a list: an index, then a field of the element."""
    if row.codec.table is None or not steps:
        return ()
    if not steps[0].isdigit():
        return row.codec.table.place(".".join(steps))
    return (int(steps[0]), *row.codec.table.place(".".join(steps[1:])))


def _shared(node: Node, at: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for key, child in node.children.items():
        if not child.housed and child.home == "":
            yield (*at, key)
            yield from _shared(child, (*at, key))
