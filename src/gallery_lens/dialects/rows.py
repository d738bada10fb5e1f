"""The elements of a dialect's table: rows that carry a field of the model, losses that report one."""

import enum
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from gallery_lens.conditions import Field, present
from gallery_lens.model import UNSET, Kind
from gallery_lens.places import Place, Step
from gallery_lens.values import Record, fresh

if TYPE_CHECKING:
    from gallery_lens.dialects.table import Table


class Refused(ValueError):
    """A wire value that the dialect does not take.

    Attributes:
        place: steps from the object being read to the value.
        expected: what would have been taken, as a noun phrase.
        row: the row that refused it, if one did.
        told: the rule that reports it, with facts, if that is not the usual one.
        error: the exception of somebody else's hook that refused it, if one did.
    """

    def __init__(
        self,
        expected: str,
        place: Place = (),
        error: Exception | None = None,
        *,
        row: "Row | None" = None,
        told: tuple[str, Mapping[str, Any]] | None = None,
    ) -> None:
        super().__init__(expected)
        self.expected = expected
        self.place = place
        self.row = row
        self.told = told
        self.error = error

    def below(self, *steps: Step) -> "Refused":
        """Return the same refusal as seen from *steps* further out."""
        return self.at((*steps, *self.place))

    def at(self, place: Place) -> "Refused":
        """Return the same refusal at another *place*."""
        return Refused(self.expected, place, self.error, row=self.row, told=self.told)


class RefusedItem(ValueError):
    """A wire object that the dialect does not take, with every ``Refused`` inside it."""

    def __init__(self, refusals: list[Refused]) -> None:
        super().__init__(refusals)
        self.refusals = refusals


#: Stands for a value that is read as if it were absent.
GONE: Final[Any] = object()


class Mended(Record):
    """A value that is refused, and what it is read as all the same."""

    value: Any  #: what the dialect takes, or ``GONE``
    rule: str | None = None  #: that reports it; None if it means just that
    facts: Mapping[str, Any] = fresh(factory=dict)
    #: where parts of the new value stood in the old one, both as steps from the value
    moves: Mapping[Place, Place] = fresh(factory=dict)
    #: fields of the model that the dialect's table has no place for, by dotted path
    beside: Mapping[str, Any] = fresh(factory=dict)


def absent(value: Any) -> Mended | None:
    """Read an empty list as no object at all: PHP writes an object without members so."""
    return Mended(GONE) if value == [] else None


class Unstructuring(Record, kw_only=True):
    """The facts of a conversion that a codec may use when it writes."""

    root: Any  #: the item or gallery
    kind: Kind | None
    same: bool  #: written back to the dialect it was read from
    related: bool  #: read from the same family (or made by hand)
    underscored: bool  #: the target's spelling of ids and dates in free objects
    placed: bool = False  #: whether the place of *root* in its list says what its sort order does

    @property
    def own(self) -> frozenset[str]:
        """The undeclared keys that do not leave the dialect they were read from."""
        return frozenset() if self.same or self.root.origin is None else self.root.origin.own

    @property
    def respells(self) -> bool:
        """True if ids and dates inside free objects have to change their spelling."""
        return self.root.origin is not None and self.root.origin.underscored != self.underscored


#: A name with parameters, ``("whole", 30, 100)``; what is compiled from tables knows the names.
Shape: TypeAlias = tuple[Any, ...]


class Codec(Record):
    """Carries one value: ``structure`` from the wire (or raises ``Refused``), ``unstructure`` to it."""

    structure: Callable[[Any], Any]
    #: (value, the object that holds it, the conversion); ``UNSET`` leaves the key out
    unstructure: Callable[[Any, Any, Unstructuring], Any] = lambda value, owner, to: value
    how: str = "rewritten"  #: what is done to a value that does not stay as it is, for the ledger
    shape: Shape = ()  #: the values that are usual, as a name with parameters; none for "never usual"
    writes: str = ""  #: the name of what ``lower`` does to a usual value, as compiled conversions know it
    expands: bool = False  #: lifts to the attributes of an object instead of one value
    part: str = "media address"  #: what these become a part of, for the ledger
    derives: bool = False  #: is asked even when the model holds nothing
    table: "Table | None" = None  #: of the elements of a list, or of the one object
    #: the kind of such an object, where that picks among the rows of *table*
    kind: Callable[[Any], Kind | None] | None = None
    #: of a list on the wire, one in which each element is one of the model's
    split: Callable[[list[Any]], list[Any]] = lambda wires: wires
    #: where in the model's list the value is that stands at a place in a list on the wire
    leads: Callable[[list[Any], Place], Place] = lambda wires, below: below
    #: reads what ``lift`` refuses, where it is clear what is meant; None where it is not
    mend: Callable[[Any], Mended | None] = lambda value: None
    #: the rule that reports what cannot be read, with facts about the value
    tell: Callable[[Any], tuple[str, Mapping[str, Any]]] | None = None


class Made:
    """The value of a function of fields, as a codec writes it: printed by its name; None leaves the key out.

    The fields are named by their paths from the object that holds the value; ``""`` is the value itself.
    """

    __slots__ = ("fields", "function")

    def __init__(self, function: Callable[..., Any], *fields: str) -> None:
        self.function = function
        self.fields = fields

    def __call__(self, value: Any, owner: Any, to: Unstructuring) -> Any:
        """Return the value to write in place of *value*, which *owner* holds."""
        made = self.function(*(Field(path).of(owner) if path else value for path in self.fields))
        return UNSET if made is None else made


class Takes(enum.Enum):
    """From where a row takes what it writes; a loss tells the rest."""

    ANY = "any"
    FAMILY = "family"  #: only from dialects of the same family
    SAME = "same"  #: only from the dialect itself: read, and written back, but never made up


class Fielded(Record):
    """The base of everything about one field of the model, a dotted path."""

    field: str

    @cached_property
    def owner(self) -> str:
        """The path of the object that holds the field; ``""`` is the root."""
        return self.field.rpartition(".")[0]

    @cached_property
    def attribute(self) -> str:
        """The field's name in the object that holds it."""
        return self.field.rpartition(".")[2]


class Row(Fielded):
    """One field of the model and its place on the wire, both as dotted paths.

    The field may lie inside a free object (``text.css.width``). A row without a field is for a key
    whose type is known, but that stays among the undeclared ones. If its codec derives, the key is
    written for what the rest of the item says, and read as nothing new while it says that; if only
    the dialect itself takes it, it does not travel.
    """

    wire: str
    codec: Codec
    takes: Takes = Takes.ANY
    kind: Kind | None = None  #: only in items of this kind

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The steps to its place on the wire."""
        return tuple(self.wire.split("."))

    @cached_property
    def parted(self) -> tuple[str, str]:
        """The path of the object on the wire that holds its key, and the key."""
        parent, _, key = self.wire.rpartition(".")
        return parent, key

    def written(self, to: Unstructuring) -> bool:
        """Return whether the row writes anything in this conversion."""
        if self.kind is not None and self.kind is not to.kind:
            return False
        return self.takes is Takes.ANY or (to.related if self.takes is Takes.FAMILY else to.same)


class Fragment(Fielded):
    """An object of the model that is read and written whole, though its keys stand among those of others."""

    rows: tuple[Row, ...]  #: of its keys
    codec: Codec  #: between the object and an item that holds nothing but its keys
    own: tuple[str, ...] = ()  #: further keys

    def places(self, kind: Kind | None) -> tuple[Place, ...]:
        """Return the places of its keys in an item of *kind*."""
        steps = (row.steps for row in self.rows if row.kind is None or row.kind is kind)
        return (*steps, *((name,) for name in self.own))


#: (value, the object that holds it, the conversion) -> whether something is lost
When: TypeAlias = Callable[[Any, Any, Unstructuring], bool]
#: The same, but yields (dotted path below the field, value lost, further wire steps) for every loss.
Find: TypeAlias = Callable[[Any, Any, Unstructuring], Iterator[tuple[str, Any, Place]]]


class Silent(enum.Enum):
    """Why the value of a field that has a loss may be left out without a finding."""

    IMPLIED = "implied"  #: it follows from other values, or it is the default
    IGNORED = "ignored"  #: Wix sets it for itself
    PLACED = "placed"  #: the place in the list says it


class Loss(Fielded):
    """A field that the dialect cannot hold, and the rule that says so."""

    rule: str
    when: When = present
    find: Find | None = None  #: instead of *when*
    silent: Silent = Silent.IMPLIED  #: of values that are not reported
    #: whether only what another family wrote is lost
    strangers: bool = False
    #: what else settles it in ordinary items: their ``shape``, the functions that carry ``media``, or *find*,
    #: which looks at the ``value`` alone
    known_by: Literal["shape", "media", "value"] | None = None


class Lost(Record):
    """Something that a conversion does not carry as it is."""

    rule: str
    field: str  #: dotted path in the model, list indexes included
    value: Any
    below: Place = ()  #: further steps on the wire, for undeclared keys and free objects


def holds_anything(value: Any) -> bool:
    """Return whether the JSON *value* is, or holds at any depth, anything but null."""
    if isinstance(value, (dict, list)):
        return any(map(holds_anything, value.values() if isinstance(value, dict) else value))
    return value is not None
