"""Tables that follow from the dialects and the schemas: directives without content."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from gallery_lens import schemas
from gallery_lens.dialects import DIALECTS, WRITABLE
from gallery_lens.loss_table import Fate, FieldFate, pair
from published_schemas import BUNDLE, DRAFT_7

#: What may become of a field, and the words for it.
FATES = {
    "exact": "kept exactly",
    "partly": "kept, with a loss in some cases",
    "dropped": "dropped, and reported",
    "impossible": "the whole item is left out",
}


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the directives."""
    for name, table in _TABLES.items():
        app.add_directive(name, table)
    return {"parallel_read_safe": True}


class _Markdown(SphinxDirective, ABC):
    """A table that is written as Markdown."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        return self.parse_text_to_nodes(_table(*self.table()))

    @abstractmethod
    def table(self) -> tuple[list[str], Iterable[list[str]]]:
        """Return the heads of the columns, and the rows."""


def _table(heads: list[str], rows: Iterable[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


class LossMatrix(_Markdown):
    """From every dialect to every one that can be written: what becomes of how many fields."""

    def table(self) -> tuple[list[str], Iterable[list[str]]]:
        """A row for each source, a column for each target."""
        return ["from \\ to", *(f"`{name}`" for name in WRITABLE)], map(self._row, DIALECTS)

    @staticmethod
    def _row(source: str) -> list[str]:
        return [
            f"**`{source}`**",
            *("" if source == target else _cell(source, target) for target in WRITABLE),
        ]


def _cell(source: str, target: str) -> str:
    counts = count(pair(source, target).item)
    bar = "".join(
        f'<i class="{fate}" style="flex-grow:{number}"></i>' for fate, number in counts.items() if number
    )
    told = ", ".join(f"{number}\N{NO-BREAK SPACE}{fate}" for fate, number in counts.items() if number)
    return f'<span class="fates" aria-hidden="true">{bar}</span>[{told}](/loss-table.md#{source}-to-{target})'


def count(fates: Iterable[FieldFate]) -> dict[str, int]:
    """Return how many fields share each fate; a field that depends on the item's kind counts once a kind."""
    counts = dict.fromkeys(FATES, 0)
    for each in fates:
        counts[_fate(each)] += 1
    return counts


def _fate(each: FieldFate) -> str:
    if each.fate is Fate.LOSSY:
        return "partly" if each.target else "dropped"
    return each.fate.value


class FateLegend(_Markdown):
    """What the words and colours of the matrix mean."""

    def table(self) -> tuple[list[str], Iterable[list[str]]]:
        """A row for each fate."""
        rows = (
            [f'<span class="fates key"><i class="{fate}"></i></span>', fate, told]
            for fate, told in FATES.items()
        )
        return ["", "word", "what becomes of the field"], rows


class FieldTable(_Markdown):
    """Every field that we have a word for, and what each dialect calls it."""

    def run(self) -> list[nodes.Node]:
        """Return the table, which is wide."""
        return [nodes.container("", *super().run(), classes=["wide"])]

    def table(self) -> tuple[list[str], Iterable[list[str]]]:
        """A row for each field of an item, a column for each dialect."""
        names = {name: _names(name) for name in DIALECTS}
        fields = dict.fromkeys(field for held in names.values() for field in held)
        rows = ([f"`{field}`", *(names[name].get(field, "") for name in names)] for field in fields)
        return ["field", *(f"`{name}`" for name in names)], rows


def _names(dialect: str) -> dict[str, str]:
    """What *dialect* calls each field that it holds."""
    other = next(name for name in WRITABLE if name != dialect)
    held: dict[str, list[str]] = {}
    for each in pair(dialect, other).item:
        if each.field and f"`{each.source}`" not in held.setdefault(each.field, []):
            held[each.field].append(f"`{each.source}`")
    return {field: ", ".join(spelled) for field, spelled in held.items()}


class SchemaTable(_Markdown):
    """Every schema, with what it describes and where it lies."""

    def table(self) -> tuple[list[str], Iterable[list[str]]]:
        """A row for each schema."""
        return ["name", "describes", "2020-12", "with all inside", "for editors"], map(
            self._row, schemas.names()
        )

    @staticmethod
    def _row(name: str) -> list[str]:
        file = f"{name}.schema.json"
        places = [("schema", ""), ("bundle", f"{BUNDLE}/"), ("draft\N{NO-BREAK SPACE}7", f"{DRAFT_7}/")]
        links = [f"[{draft}](site:schemas/1/{folder}{file})" for draft, folder in places]
        return [f"`{name}`", schemas.schema(name)["title"], *links]


_TABLES = {
    "loss-matrix": LossMatrix,
    "fate-legend": FateLegend,
    "field-table": FieldTable,
    "schema-table": SchemaTable,
}
