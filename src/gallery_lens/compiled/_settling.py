"""The code by which values that stand elsewhere are found under the keys that a table knows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from gallery_lens.compiled.shapes import Way
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.dialects.normalizing import Alias, Making
from gallery_lens.dialects.rows import Row
from gallery_lens.dialects.tolerance import is_no_link, is_none
from gallery_lens.places import Place

if TYPE_CHECKING:
    from gallery_lens.compiled.printing import Body

#: Leaves an item, in the printed text.
ODD: Final = "outs.append(None); masks.append(-1); continue"


class Settling:
    """Prints what a dialect's ``settle`` does, for the items of one kind; what it cannot do is unusual."""

    def __init__(self, body: "Body") -> None:
        self._body, self._of = body, body.of

    def print(self) -> None:
        """Let values that stand under one of several keys be found under the one that the table knows."""
        for aliases in self._aliases():
            self._follow(aliases)
        self._leave_out_no_link()
        for making in self._of.source.made_of:
            here = self._of.shapes[making.place[:-1]].home
            if making.kind in (None, self._body.kind) and not self._body.is_dead(here):
                self._make_of(making)
        for place, value in self._of.source.set_aside:
            way = place[:-1]
            same = "is False" if value is False else f"== {value!r}"
            self._body.block(way).head.append(f"if {self._variable(place, way)} {same}: {ODD}")
        for row in wrapped_in(self._of.source):
            if not self._body.is_dead(self._of.shapes[row.steps].home):
                self._unwrap(row.steps, self._move((*row.steps, row.codec.shape[1]), row.steps))

    def _aliases(self) -> Iterator[list[Alias]]:
        """Yield the aliases of each place that may apply to items of this kind; the last one always does."""
        found: dict[Way, list[Alias]] = {}
        for alias in self._of.source.aliases:
            known = found.setdefault(alias.place, [])
            settled = known and known[-1].where is None
            if alias.kind in (None, self._body.kind) and not settled:
                known.append(alias)
        for place, aliases in found.items():
            if aliases and not self._body.is_dead(self._of.shapes[place[:-1]].home):
                yield aliases

    def _move(self, place: Place, given: Way) -> str:
        """Print that what stands at *place* was *given* elsewhere."""
        self._body.inits["moved"] = "0"
        return f"moved |= {1 << [move[:2] for move in self._of.moves].index((place, given))}"

    def _follow(self, aliases: list[Alias]) -> None:
        place = aliases[0].place
        if place in self._of.shapes and aliases[0].others[0] in self._of.shapes:
            self._body.tail += [
                f"if {self._body.block(other).name} and not {self._body.block(place).name}: {ODD}"
                for other in aliases[0].others
            ]
            return
        given = {each for alias in aliases for each in (*alias.order, *filter(None, [alias.where]))}
        here = max((each[:-1] for each in given), key=len)
        lines: list[str] = []
        for number, alias in enumerate(aliases):
            if alias.where is not None:
                lines.append(f"{'el' * (number > 0)}if {self._variable(alias.where, here)} is True:")
            elif number:
                lines.append("else:")
            blanks = "    " * (len(aliases) > 1)
            lines += [f"{blanks}{line}" for line in self._choose(alias, here)]
        if self._of.shapes[place[:-1]].by_name[place[-1]].inner is None:
            self._body.block(here).head += lines
        else:
            self._body.block(place).first += lines

    def _variable(self, place: Way, here: Way) -> str:
        if place in self._of.shapes:
            return self._body.block(place).name
        return self._body.load(place[:-1], self._of.shapes[place[:-1]].by_name[place[-1]], here)

    def _choose(self, alias: Alias, here: Way) -> Iterator[str]:
        """Print that the first value of several places that says anything is the one that is meant."""
        meant, word = self._variable(alias.place, here), "if"
        for place in alias.before:
            spare = self._variable(place, here)
            yield f"{word} {self._says(place, spare)}:"
            yield f"    if {meant} == '': {ODD}"
            yield f"    {meant}, {spare} = {spare}, {meant}"
            yield f"    {self._move(alias.place, place)}; {self._move(place, alias.place)}"
            word = "elif"
        for place in alias.others:
            spare = self._variable(place, here)
            yield f"{word} {self._says(place, spare)} and not ({self._says(alias.place, meant)}):"
            yield f"    if {meant} == '': {ODD}"
            yield f"    {meant} = {spare}; {spare} = UNSET; {self._move(alias.place, place)}"
            word = "elif"

    def _leave_out_no_link(self) -> None:
        """Let an object that says that there is no link be none."""
        place = self._body.places.get("link")
        if place is not None and "link.type" in self._body.places:
            block = self._body.block((*place[0], place[1].name))
            typed = f"{block.name}.{self._body.places['link.type'][1].attribute}"
            none, no_link = self._of.name(is_none, "is_none"), self._of.name(is_no_link, "is_no_link")
            plain = self._of.name(msgspec.to_builtins, "to_builtins")
            block.first += [
                f"if {block.name} and {typed} and {none}({typed}):",
                f"    if {no_link}({plain}({block.name})): {block.name} = UNSET",
            ]

    def _says(self, place: Way, variable: str) -> str:
        """Print whether the value at *place* says anything."""
        key = self._of.shapes[place[:-1]].by_name[place[-1]]
        shape = key.row.codec.shape if key.row else ()
        if key.inner is not None or shape[:1] in (("text",), ("id",), ("address",), ("like",)):
            return variable
        return f"{variable} is not UNSET and {variable} is not None and {variable} != ''"

    def _make_of(self, making: Making) -> None:
        function = self._of.name(making.function, making.function.__name__)
        way = making.place[:-1]
        meant, spare = self._variable(making.place, way), self._variable(making.given, way)
        moves = [self._move(place, making.given) for place in (making.place, making.spot) if place]
        lines = [
            f"if {spare} and ({meant} is UNSET or {meant} is None):",
            f"    made = {function}({spare})",
            f"    if made is not None: {'; '.join([f'{meant} = made; {spare} = UNSET', *moves])}",
        ]
        if making.given not in self._of.shapes:
            self._body.block(way).head += lines
            return
        learned = [key.attribute for key in self._of.shapes[making.given].keys if key.learned]
        more = " or ".join(f"{spare}.{attribute} is not UNSET" for attribute in learned)
        self._body.block(making.given).first += [
            *([f"if {spare} and ({more}): {ODD}"] if more else []),
            *lines,
        ]

    def _unwrap(self, way: Way, moves: str) -> None:
        """Let a list that stands in place of the object around it be one; an object without keys is none."""
        shape, block = self._of.shapes[way], self._body.block(way)
        wrap = self._of.name(shape.type, "Given" + "".join(map(str.title, way)))
        bare = " and ".join(f"{block.name}.{key.attribute} is UNSET" for key in shape.keys)
        block.first += [
            f"if type({block.name}) is list: {block.name} = {wrap}({block.name}); {moves}",
            f"elif {block.name} and {bare}: {block.name} = UNSET",
        ]


def moves_of(source: Dialect) -> tuple[tuple[Place, Way], ...]:
    """Return the places at which values stand that *source* may have elsewhere, each with where."""
    aliases = [
        each
        for alias in source.aliases
        for other in (*alias.before, *alias.others)
        for each in ((alias.place, other), *([(other, alias.place)] if other in alias.before else []))
    ]
    made = [(place, each.given) for each in source.made_of for place in (each.place, each.spot) if place]
    wrapped = [((*row.steps, row.codec.shape[1]), row.steps) for row in wrapped_in(source)]
    return tuple(dict.fromkeys((*aliases, *made, *wrapped)))


def wrapped_in(source: Dialect) -> list[Row]:
    """Return the rows of objects of *source* in place of which a list may stand."""
    return [row for row in source.item.rows if row.codec.shape[:1] == ("wrapped",)]
