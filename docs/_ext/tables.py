"""Tables that follow from the dialects and the schemas: directives without content."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from gallery_lens import schemas
from gallery_lens.dialects import DIALECTS
from gallery_lens.loss_table import DialectPair, FieldFate, Verdict, loss_table, pair
from gallery_lens.rules import rule
from published_schemas import BUNDLE, DRAFT_7


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


class FieldFates(SphinxDirective):
    """Tables of the fate of every field between any two dialects."""

    def run(self) -> list[nodes.Node]:
        """Return the form, the table of the first pair, and the data of all."""
        page = Path(self.env.srcdir, "_static", "fields.html").read_text("utf-8")
        filled = page.replace("{{rows}}", "\n".join(map(_row, pair(*_FIRST).item)))
        data = json.dumps(_pairs(), separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")
        return [nodes.raw("", filled.replace("{{data}}", data), format="html")]


#: The pair that is shown first, and to readers without JavaScript.
_FIRST: Final = ("velo", "frontend")
#: The classes of the verdicts in the style sheet.
_CLASSES: Final = {
    Verdict.KEPT: "kept",
    Verdict.SOMETIMES: "sometimes",
    Verdict.ALWAYS: "always",
    Verdict.LEFT_OUT: "left-out",
}


def _pairs() -> dict[str, Any]:
    """Return the data of the page: for each pair its fields, each as a list of cells."""
    table = loss_table()
    codes = sorted({code for each in table for fate in (*each.item, *each.gallery) for code in fate.codes})
    return {
        "sources": sorted(DIALECTS, key=_FIRST[:1].__contains__, reverse=True),
        "targets": list(dict.fromkeys((_FIRST[1], *map(_target, table)))),
        "verdicts": [[verdict.value, _CLASSES[verdict]] for verdict in Verdict],
        "rules": {code: [rule(code).name, rule(code).summary] for code in codes},
        "pairs": {f"{each.source} {_target(each)}": _cells(each) for each in table},
    }


def _target(each: DialectPair) -> str:
    return each.target if each.profile == "documented" else f"{each.target} ({each.profile}'s form)"


def _cells(each: DialectPair) -> list[list[Any]]:
    of_item, of_gallery = ([*map(_cell, held)] for held in (each.item, each.gallery))
    return of_item + [[*cells, "gallery"] for cells in of_gallery]


def _cell(fate: FieldFate) -> list[Any]:
    """Return a field as name, name in the target, number of the verdict, codes, word for it, kind."""
    kind = fate.kind.lower() if fate.kind else ""
    return [fate.source, fate.target, [*Verdict].index(fate.verdict), list(fate.codes), fate.field, kind]


def _row(fate: FieldFate) -> str:
    target = f"<code>{escape(fate.target)}</code>" if fate.target else ""
    links = ", ".join(
        f'<a href="../rules/{code}-{rule(code).name}/index.html">{code} {rule(code).name}</a>'
        for code in fate.codes
    )
    words = "kept as" if fate.verdict is Verdict.KEPT and fate.target else fate.verdict.value
    verdict = f'<span class="verdict {_CLASSES[fate.verdict]}">{words}</span>'
    kind = f" <small>{fate.kind.lower()}</small>" if fate.kind else ""
    name = f"<code>{escape(fate.source)}</code>{kind}"
    return f"<tr><td>{name}</td><td>{verdict} {target}</td><td>{links}</td></tr>"


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


_TABLES: Final[dict[str, type[SphinxDirective]]] = {"field-fates": FieldFates, "schema-table": SchemaTable}
