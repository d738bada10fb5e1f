"""The cattrs hooks of a dialect: for items, galleries and every part of them, made from its table.

A part has the form that it has in an item: an object of its own, a text (a picture in velo), or, where
its keys stand among those of others (a link in frontend), an item that holds nothing but these keys.

Items are read and written as everywhere. Where somebody registered a hook of theirs for a part, the rows
of that part give way to one that calls the hook.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationError,
    IterableValidationNote,
    StructureHandlerNotFoundError,
)
from cattrs.gen import make_dict_unstructure_fn, override

from gallery_lens.conditions import fields_of, present
from gallery_lens.dialects._unstructuring import unstructure
from gallery_lens.dialects.rows import (
    Codec,
    Fragment,
    Refused,
    RefusedItem,
    Row,
    Unstructuring,
    holds_anything,
)
from gallery_lens.dialects.table import Table, outwards
from gallery_lens.errors import UsageError, WriteError
from gallery_lens.model import UNSET, Clip, Gallery, Item, Kind, Unset, Video, kind_of
from gallery_lens.places import Place, value_at
from gallery_lens.values import Value, evolve

if TYPE_CHECKING:
    from cattrs import Converter

    from gallery_lens.dialects.dialect import Dialect

Hook: TypeAlias = Callable[..., Any]

#: The conversion of the item that is being written: what a part needs to know of it.
_WITHIN: ContextVar[Unstructuring | None] = ContextVar("within", default=None)


# ---------------------------------------------------------------- classes of the model


@attrs.frozen
class _Child:
    """An attribute that holds a part, or several."""

    name: str
    type: type
    many: bool


@cache
def _children(model: Any) -> tuple[_Child, ...]:
    """Return the attributes of *model* that hold parts, as its annotations say."""
    return tuple(
        _Child(name, part, any(get_origin(each) is tuple for each in (hint, *get_args(hint))))
        for name, hint in get_type_hints(model).items()
        if (part := _part_in(hint)) is not None
    )


def _part_in(hint: Any) -> type | None:
    if isinstance(hint, type) and get_origin(hint) is None:
        return hint if issubclass(hint, Value) and hint.__name__ != "Origin" else None
    inner = (_part_in(each) for each in get_args(hint)) if get_origin(hint) in (tuple, *_UNIONS) else ()
    return next(filter(None, inner), None)


_UNIONS: Final = (Union, type(int | None))


def _walk(model: type, at: str = "") -> Iterator[tuple[str, _Child]]:
    """Yield the parts of *model* with their dotted paths, outer ones first."""
    for child in _children(model):
        path = f"{at}.{child.name}" if at else child.name
        yield path, child
        yield from _walk(child.type, path)


#: The classes of the model; those that others derive from them have fields of their own.
MODELS: Final = frozenset((Gallery, *(child.type for _, child in _walk(Gallery))))


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and not MODELS.isdisjoint(kind.__mro__)


@cache
def _model(kind: Any) -> Any:
    """The class of the model that *kind* is, or derives from."""
    return next(each for each in kind.__mro__ if each in MODELS)


@cache
def _own(kind: Any) -> "tuple[attrs.Attribute[Any], ...]":
    """The fields that *kind* has and its model has not."""
    known = {field.name for field in attrs.fields(_model(kind))}
    return tuple(field for field in attrs.fields(kind) if field.name not in known)


@lru_cache(maxsize=1)
def _has_derived(classes: int) -> bool:
    """Return whether anybody derived a class from one of the model, now that there are so many *classes*."""
    return any(not MODELS.issuperset(model.__subclasses__()) for model in MODELS)


def _as(kind: Any, value: Any, **own: Any) -> Any:
    """Return *value* as an instance of *kind*, a class it derives from or that derives from its own."""
    names = [field.name for field in attrs.fields(_model(kind))]
    return kind(**{name: getattr(value, name) for name in names}, **own)


# ---------------------------------------------------------------- places on the wire


@attrs.frozen
class _Position:
    """The position of a part in a table."""

    path: str  #: in the model
    many: bool
    rows: tuple[Row, ...]
    steps: Place | None  #: to its value on the wire; None if its keys stand among those of others

    @property
    def kind(self) -> Kind | None:
        """The kind of the items that have it."""
        return Kind.__members__.get(self.path.partition(".")[0].upper())


def _position(table: Table, model: Any) -> _Position | None:
    """Return the first place of a *model* in *table*, if it has one."""
    for path, child in _walk(table.model):
        rows = _rows_under(table, path)
        if child.type is model and rows:
            alone = _stands_alone(table, path)
            return _Position(path, child.many, rows, table.by_field[path].steps if alone else None)
    return None


def _rows_under(table: Table, path: str) -> tuple[Row, ...]:
    return tuple(row for row in table.rows if row.field and path in outwards(row.field))


def _stands_alone(table: Table, path: str) -> bool:
    """Return whether a part has one value on the wire, that holds nothing else."""
    row = table.by_field.get(path)
    if row is None:
        return False
    return path in table.homes or row.codec.table is not None or len(_rows_under(table, path)) == 1


def _with(owner: Any, path: str, value: Any) -> Any:
    """Return *owner* with *value* at the dotted *path*, and the objects on the way."""
    name, _, rest = path.partition(".")
    if rest:
        child = next(each for each in _children(_model(owner.__class__)) if each.name == name)
        value = _with(getattr(owner, name) or child.type(), rest, value)
    return attrs.evolve(owner, **{name: value})


# ---------------------------------------------------------------- tables with hooks


def _spliced(table: Table, hooks: Mapping[str, tuple[_Child, Codec]]) -> Table:
    """Return *table* with the parts at the paths of *hooks* read and written by codecs."""
    rows: list[Row] = []
    for row in table.rows:
        path = next((path for path in outwards(row.field) if path in hooks), None)
        if path is None:
            rows.append(row)
        elif path == row.field and _stands_alone(table, path):
            rows.append(evolve(row, codec=_one_value(table, row, *hooks[path])))
        elif not _stands_alone(table, path):
            rows.append(
                Row("", row.wire, Codec(lambda value: value), kind=row.kind)
            )  # the objects around it stay
    fragments = (
        Fragment(path, under, codec, tuple(field.name for field in _own(child.type)))
        for path, (child, codec) in hooks.items()
        if (under := _rows_under(table, path)) and not _stands_alone(table, path)
    )
    return evolve(table, rows=tuple(rows), fragments=tuple(fragments))


def _one_value(table: Table, row: Row, child: _Child, codec: Codec) -> Codec:
    kind = child.type
    empty = Table(model=kind, family=table.family, rows=())  # whatever is in it is the hook's affair

    def structure_one(value: Any) -> Any:
        if value is not None:
            return codec.structure(value)
        read = row.codec.structure(None)  # null is no part to give to a hook
        return kind(**read) if row.codec.expands and read is not None else read

    if not child.many:
        return Codec(structure_one, codec.unstructure, table=empty)

    def structure_all(value: Any) -> Any:
        if not isinstance(value, list):
            return row.codec.structure(value)
        row.codec.structure([{}] * len(value))  # refused if they are too many
        found, refusals = [], []
        for index, wire in enumerate(row.codec.split(value)):
            try:
                if wire is None:
                    raise Refused("an object")
                found.append(codec.structure(wire))
            except Refused as refusal:
                refusals.append(refusal.at((index, *refusal.place)))
        if refusals:
            raise Refused(refusals[0].expected, error=_grouped(refusals, list[kind]))  # type: ignore[valid-type]
        return tuple(found)

    def unstructure_all(value: Any, owner: Any, to: Unstructuring) -> Any:
        return (
            [codec.unstructure(each, owner, to) for each in value]
            if value
            else row.codec.unstructure(value, owner, to)
        )

    return Codec(structure_all, unstructure_all, derives=row.codec.derives, table=empty)


# ---------------------------------------------------------------- hooks


class _Registry:
    """A class whose hook is made anew after every registration, and so tells whether there was one."""


class _Hook(ABC):
    """The base of structure and unstructure hooks: knows which parts have hooks of the user."""

    def __init__(self, dialect: "Dialect", kind: Any, converter: "Converter") -> None:
        self.dialect = dialect
        self.kind = kind
        self.model = _model(kind)
        self.converter = converter
        self.position = _position(dialect.item, self.model)
        self._seen: Any = None
        self._hooked: dict[str, _Child] = {}
        self._spliced: dict[tuple[str, ...], Dialect] = {}

    @abstractmethod
    def _hook(self, kind: type) -> Hook:
        """Return the user's hook for a class of parts."""

    @abstractmethod
    def _codec(self, child: _Child) -> Codec:
        """Make the codec that calls the hook of a part."""

    @property
    def path(self) -> str:
        """The path of the part in an item; empty for an item."""
        return self.position.path if self.position else ""

    def hooked(self) -> dict[str, _Child]:
        """The parts of the class, by path in an item, that somebody else's hooks read or write."""
        seen = self._hook(_Registry)
        if seen is not self._seen:
            self._seen, self._spliced = seen, {}
            self._hooked = self._find(self.kind, self.path)
        return self._hooked

    def _find(self, kind: Any, at: str) -> dict[str, _Child]:
        found: dict[str, _Child] = {}
        for child in _children(kind):
            path = f"{at}.{child.name}" if at else child.name
            inner = self._find(child.type, path)
            row = self.dialect.item.by_field.get(path)
            is_ours = child.type in MODELS and isinstance(self._hook(child.type), _Hook)
            if not is_ours or (inner and (child.many or (row is not None and row.codec.table is not None))):
                found[path] = child
            else:
                found |= inner
        return found

    def spliced(self, hooked: dict[str, _Child]) -> "Dialect":
        """The dialect, with other people's hooks for the *hooked* parts."""
        if not hooked:
            return self.dialect
        if (found := self._spliced.get(tuple(hooked))) is None:
            hooks = {path: (child, self._codec(child)) for path, child in hooked.items()}
            found = self.dialect.with_items(_spliced(self.dialect.item, hooks))
            self._spliced[tuple(hooked)] = found
        return found


# ---------------------------------------------------------------- structure


class _Structure(_Hook):
    """The structure hook of one class."""

    def __call__(self, wire: Any, kind: Any = None) -> Any:
        if kind is not self.kind and _is_model(kind):  # a hook of somebody else for a class it derives from
            return _Structure(self.dialect, kind, self.converter)(wire, kind)
        try:
            own, rest = self._own_fields(wire)
            value: Any
            if self.model is Item:
                value = self.spliced(self.hooked()).structure(rest)
            else:
                value = self._read_gallery(rest) if self.model is Gallery else self._read_part(rest)
        except RefusedItem as refused:
            raise _grouped(refused.refusals, self.kind) from None
        return value if self.kind is self.model else _as(self.kind, value, **own)

    def _hook(self, kind: type) -> Hook:
        return self.converter.get_structure_hook(kind)

    def _codec(self, child: _Child) -> Codec:
        def structure(wire: Any) -> Any:
            return _guarded(self._hook(child.type), wire, child.type)

        return Codec(structure)

    def _own_fields(self, wire: Any) -> tuple[dict[str, Any], Any]:
        """The fields that a derived class has of its own, by argument, and *wire* without them."""
        if self.kind is self.model or not isinstance(wire, dict):
            return {}, wire
        hints, refusals = get_type_hints(self.kind), []
        found: dict[str, Any] = {}
        for field in _own(self.kind):
            try:
                if field.name in wire:
                    found[field.alias or field.name] = _guarded(
                        self.converter.structure, wire[field.name], hints.get(field.name, Any), (field.name,)
                    )
                elif field.init and field.default is attrs.NOTHING:
                    raise Refused("a value", (field.name,), KeyError(field.name))
            except Refused as refusal:
                refusals.append(refusal)
        if refusals:
            raise RefusedItem(refusals)
        names = {field.name for field in _own(self.kind)}
        return found, {key: value for key, value in wire.items() if key not in names}

    def _read_gallery(self, wire: Any) -> Gallery:
        if not isinstance(wire, dict) or wire.get("items") is None:
            gallery = self.dialect.structure_gallery(wire)
            return attrs.evolve(gallery, items=wire.get("items", UNSET))
        if not isinstance(wire["items"], list):
            raise RefusedItem([Refused("an array, or null", ("items",))])
        kind = next(child.type for child in _children(self.kind) if child.name == "items")
        hook = self._hook(kind)
        refusals: list[Refused] = []
        items, gallery = [], Gallery()
        for index, item in enumerate(wire["items"]):
            try:
                items.append(_guarded(hook, item, kind, ("items", index)))
            except Refused as refusal:
                refusals.append(refusal)
        try:
            fields = {key: value for key, value in wire.items() if key != "items"}
            gallery = self.dialect.structure_gallery(fields, tuple(items))
        except RefusedItem as refused:
            refusals = [*refused.refusals, *refusals]
        if refusals:
            raise RefusedItem(refusals)
        return gallery

    def _read_part(self, wire: Any) -> Any:
        """Read a part that stands alone: as the only one of an item."""
        place = self.position
        if place is None:
            problem = f"{self.dialect.name} has no form for {self.model.__name__}"
            raise StructureHandlerNotFoundError(problem, self.kind)
        if wire is None or (place.steps is None and not isinstance(wire, dict)):
            raise RefusedItem([Refused("an object" if place.steps is None else "anything but null")])
        before = (*(place.steps or ()), *((0,) if place.many else ()))
        try:
            found = self.spliced(self.hooked()).structure(self._alone(place, wire))
        except RefusedItem as refused:
            raise RefusedItem([each.at(_below(each.place, before)) for each in refused.refusals]) from None
        odd = next((key for key, held in found.extra.items() if holds_anything(held)), None)
        if place.steps is None and odd is not None:
            raise RefusedItem([Refused(f"a key of {self.model.__name__}", (odd,))])
        value: Any = found
        for name in place.path.split("."):
            value = getattr(value, name) if value else UNSET
        if not place.many:
            return value or self.model()
        if len(value) != 1:
            raise RefusedItem([Refused(f"what makes one {self.model.__name__}")])
        return value[0]

    def _alone(self, place: _Position, part: Any) -> Any:
        """Return the item that holds nothing but *part*, and the type of those that have it."""
        wire: Any = [part] if place.many else part
        for step in reversed(place.steps or ()):
            wire = {step: wire}
        row, kind = self.dialect.item.by_field["type"], place.kind
        if not kind:
            return wire
        to = Unstructuring(root=Item(), kind=kind, same=False, related=False, underscored=False)
        *outer, key = row.steps
        typed = {key: row.codec.unstructure(kind.value, None, to)}
        for step in reversed(outer):
            typed = {step: {**value_at(wire, (step,), {}), **typed}}
        return {**wire, **typed}


def _guarded(hook: Hook, wire: Any, kind: Any, place: Place = ()) -> Any:
    """Call a hook; what it raises is a refusal at *place*."""
    try:
        return hook(wire, kind)
    except Exception as error:
        raise Refused(getattr(kind, "__name__", str(kind)), place, error) from error


def _below(place: Place, before: Place) -> Place:
    return place[len(before) :] if place[: len(before)] == before else place


class _Expected(str):
    """The expectation shown in cattrs messages in place of a type name."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _grouped(refusals: list[Refused], kind: Any) -> Exception:
    """Make cattrs's own error of refusals, so that its tools spell the places on the wire."""
    name = getattr(kind, "__name__", str(kind))
    by_step: dict[Any, list[Refused]] = {}
    for refusal in refusals:
        by_step.setdefault(refusal.place[0] if refusal.place else None, []).append(refusal)
    errors: list[Exception] = []
    for step, inner in by_step.items():
        error = _noted(step, inner, name)
        if step is None and isinstance(error, ClassValidationError):
            errors += error.exceptions  # of a part without a key of its own: cattrs follows notes alone
        else:
            errors.append(error)
    if all(isinstance(step, int) for step in by_step):
        return IterableValidationError(f"While structuring {name}", errors, kind)
    return ClassValidationError(f"While structuring {name}", errors, kind)


def _noted(step: Any, refusals: list[Refused], name: str) -> Exception:
    """Make the error of what is at *step* or below it."""
    inner = [refusal.at(refusal.place[1:]) for refusal in refusals]
    deepest = next((each for each in inner if not each.place), None)
    error = (deepest.error or deepest) if deepest else _grouped(inner, object)
    expected = _Expected(deepest.expected if deepest else "an object")
    if isinstance(step, int):
        note: Any = IterableValidationNote(f"Structuring {name} @ index {step}", step, expected)
    elif step is None:
        return error
    else:
        note = AttributeValidationNote(f"Structuring {name} @ attribute {step}", step, expected)
    error.add_note(note)
    return error


# ---------------------------------------------------------------- unstructure


#: What a part stands in that stands alone; a clip writes its encodings only if it is one of Wix.
_ALONE: Final = Item(video=Video(clip=Clip(id="clip")))


class _Unstructure(_Hook):
    """The unstructure hook of one class."""

    def __call__(self, value: Any) -> Any:
        if type(value) is not self.kind and _is_model(type(value)):
            return _Unstructure(self.dialect, type(value), self.converter)(value)
        plain = value if self.kind is self.model else _as(self.model, value)
        if not self.dialect.writable:
            raise UsageError(f"{self.dialect.name} is only read; nothing is written in it.")
        if self.model is Item:
            wire: Any = self._write_item(plain)
        else:
            wire = self._write_gallery(plain) if self.model is Gallery else self._write_part(plain)
        # A derived class has fields of its own.
        own = {field.name: getattr(value, field.name) for field in _own(self.kind)}
        said = {name: held for name, held in own.items() if held is not UNSET}
        if said and not isinstance(wire, dict):
            names = ", ".join(said)
            raise WriteError(f"{self.dialect.name} writes a {self.model.__name__} as one value", names)
        added = {name: self.converter.unstructure(held) for name, held in said.items()}
        return {**wire, **added} if said else wire

    def _hook(self, kind: type) -> Hook:
        return self.converter.get_unstructure_hook(kind)

    def _codec(self, child: _Child) -> Codec:
        def write(value: Any, owner: Any, to: Unstructuring) -> Any:
            if value is None:
                return None
            before = _WITHIN.set(to)
            try:
                return self._hook(type(value))(value)
            finally:
                _WITHIN.reset(before)

        return Codec(_never, write)

    def _write_item(self, item: Item) -> dict[str, Any]:
        kind = kind_of(item)
        comes_back = item.origin is not None and item.origin.dialect == self.dialect.name
        if kind and not comes_back and self.dialect.drops(kind):
            word = kind.lower()
            problem = (
                f"{self.dialect.name} has no {word} items; gallery_lens.convert() reports what becomes of it"
            )
            raise WriteError(problem, word)
        hooked = self._hooked_in(item)
        if not hooked:
            return self.dialect.unstructure(item)
        if item.origin is not None:  # not as it was given: the hooks have to be called
            item = attrs.evolve(item, origin=attrs.evolve(item.origin, given=None))
        return self.spliced(hooked).unstructure(item)

    def _write_gallery(self, gallery: Gallery) -> dict[str, Any]:
        fields = self.dialect.unstructure(gallery)
        if gallery.items is UNSET:
            return fields
        items = []
        for index, item in enumerate(gallery.items or ()):
            try:
                items.append(self._hook(type(item))(item))
            except WriteError as error:
                raise WriteError(error.problem, f"items.{index}.{error.field}".rstrip(".")) from error
        return {**fields, "items": None if gallery.items is None else items}

    def _write_part(self, part: Any) -> Any:
        """Write a part that stands alone: as the only one of an item, or of the one being written."""
        place = self.position
        if place is None:
            raise WriteError(f"{self.dialect.name} has no form for it", self.model.__name__)
        table = evolve(self.dialect.item, rows=place.rows, losses=())
        value, within = ((part,) if place.many else part), _WITHIN.get()
        root = _with(within.root if within else _ALONE, place.path, value)
        to = within or table.unstructuring(root, self.dialect.name)
        to = evolve(to, root=root, kind=place.kind or to.kind)
        hooks = {path: (child, self._codec(child)) for path, child in self._hooked_in(part).items()}
        wire = unstructure(_spliced(table, hooks), attrs.evolve(root, extra={}), to)
        if place.steps is None:
            return wire
        found = value_at(wire, place.steps, UNSET if within else None)
        if not within and self._tells_kind_alone(place.path, part):
            found = None
        if found is None and present(part):
            raise WriteError(f"{self.dialect.name} has no form for it", self.model.__name__)
        return found[0] if place.many and found else found

    def _tells_kind_alone(self, path: str, part: Any) -> bool:
        """Return whether *part* shows nothing, so that its kind is all that would be read again."""
        row = self.dialect.item.by_field.get(path)
        if row is None or row.codec.kind is None:
            return False
        kind: Any = type(part)
        return not any(present(getattr(part, name)) for name in fields_of(kind) if name != "extra")

    def _hooked_in(self, value: Any) -> dict[str, _Child]:
        if not _has_derived(Value.classes):
            return self.hooked()
        return self.hooked() | self._derived(value, self.path)

    def _derived(self, owner: Any, path: str) -> dict[str, _Child]:
        """The parts that *owner* holds, by path in an item, whose classes are derived from the model's."""
        found: dict[str, _Child] = {}
        for child in _children(_model(owner.__class__)):
            held = getattr(owner, child.name)
            where = f"{path}.{child.name}" if path else child.name
            for each in (held if child.many else (held,)) if held else ():
                if type(each) not in MODELS:
                    found[where] = child
                elif inner := self._derived(each, where):
                    row = self.dialect.item.by_field.get(where)
                    found |= {where: child} if row is not None and row.codec.table is not None else inner
        return found


def _never(value: Any) -> Any:
    raise AssertionError(value)


# ---------------------------------------------------------------- registration


def register_hooks(converter: "Converter", dialect: "Dialect") -> None:
    """Register the hooks of *dialect*; those that somebody else registers later go before them."""
    converter.register_structure_hook_factory(_may_be_unset, _structure_maybe)
    converter.register_structure_hook_factory(
        _is_model, lambda kind, converter: _Structure(dialect, kind, converter)
    )
    converter.register_structure_hook_factory(_is_registry, _anew)
    converter.register_unstructure_hook_factory(
        lambda kind: attrs.has(kind) and any(field.default is UNSET for field in attrs.fields(kind)),
        _unstructure_without_unset,
    )
    converter.register_unstructure_hook_factory(
        _is_model, lambda kind, converter: _Unstructure(dialect, kind, converter)
    )
    converter.register_unstructure_hook_factory(_is_registry, _anew)
    converter.register_unstructure_hook(Unset, _refuse_unset)


def _is_registry(kind: Any) -> bool:
    return kind is _Registry


def _anew(kind: Any) -> Hook:
    return lambda *_: None


def _may_be_unset(hint: Any) -> bool:
    return get_origin(hint) in _UNIONS and Unset in get_args(hint)


def _structure_maybe(hint: Any, converter: "Converter") -> Hook:
    """Structure a value that may be missing: if it is there, it is one of the other types."""
    others: Any = Union[tuple(each for each in get_args(hint) if each is not Unset)]  # noqa: UP007
    return lambda wire, _: converter.structure(wire, others)


def _unstructure_without_unset(kind: Any, converter: "Converter") -> Hook:
    omitted = {
        field.name: override(omit_if_default=True) for field in attrs.fields(kind) if field.default is UNSET
    }
    hook: Hook = make_dict_unstructure_fn(kind, converter, **omitted)  # type: ignore[arg-type]
    return hook


def _refuse_unset(value: Unset) -> Any:
    raise WriteError("UNSET says that there is nothing: leave it out")
