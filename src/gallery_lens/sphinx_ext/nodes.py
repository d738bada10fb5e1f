"""The parts of a page: JSON with marked lines, cards of items, and findings, worst first."""

import json
import operator
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes

from gallery_lens.api import Result
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters.visible import clipped, visible
from gallery_lens.source_map import SourceMap


def titled(title: str, text: str, findings: Iterable[Diagnostic] = ()) -> nodes.Node:
    """Return *text* below a title, with the lines marked that *findings* other than infos point to."""
    try:
        json.loads(text, parse_constant=int)
        language = "json"
    except ValueError:  # the highlighter complains about all else, such as NaN
        language = "text"
    block = nodes.literal_block(text, text, language=language)
    if language == "json":
        places, lines = SourceMap(text), set[int]()
        for found in findings:
            span = None if found.severity is Severity.INFO else places.at(found.pointer)
            if span:
                first, last = (places.line_column(at)[0] for at in (span.start, span.end - 1))
                lines |= set(range(first, last + 1))
        if lines:
            block["highlight_args"] = {"hl_lines": sorted(lines)}
    heading = nodes.paragraph("", title, classes=["gallery-lens-side-title"])
    return nodes.container("", heading, block, classes=["gallery-lens-side"])


def cards(value: Any) -> nodes.Node:
    """Return a card for every item in *value*: an item, a list of items, or of galleries with items."""
    shown = []
    for item in _items(value):
        kind = "video" if str(item.get("type")).lower() == "video" else "image"
        file = unquote((item.get("src") or "").partition("#")[0].rstrip("/").rpartition("/")[2])
        texts = [(key, item[key]) for key in ("title", "description", "link") if item.get(key)]
        lines = [
            nodes.paragraph("", visible(text), classes=[f"gallery-lens-{part}"], support_smartquotes=False)
            for part, text in (("media", file), *texts)
        ]
        shown.append(nodes.container("", *lines, classes=["gallery-lens-card", f"gallery-lens-{kind}"]))
    return nodes.container("", *shown, classes=["gallery-lens-cards"])


def _items(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _items(each)
    elif isinstance(value, dict) and "items" in value:
        yield from _items(value["items"])
    elif value is not None:
        yield value


#: How much of a title is shown, in characters.
_TITLE = 60


def account(result: Result, pages: str | None) -> nodes.Node:
    """Return the counts of *result* and its findings, those of one code together.

    Args:
        result: of a conversion.
        pages: where ``{code}`` and ``{name}`` of a rule lead; None for nowhere.
    """
    left = result.items - result.converted - len(result.rejects)
    counts = ((result.converted, "converted"), (len(result.rejects), "rejected"), (left, "left out as text"))
    counted = ", ".join(f"{count} {word}" for count, word in counts if count > 0)
    noun = "item" if result.items == 1 else "items"
    lost = "Nothing was lost." if result.lossless else "Not everything was carried over."
    text = f"{lost} {result.items} {noun}: {counted}."
    verdict = nodes.paragraph("", text, classes=["gallery-lens-verdict"])
    told = [listing(result.diagnostics, pages)] if result.diagnostics else []
    return nodes.container("", verdict, *told, classes=["gallery-lens-account"])


def listing(diagnostics: Iterable[Diagnostic], pages: str | None) -> nodes.Node:
    """Return a list of findings, worst first, those of one code together; *pages* as in ``account``."""
    groups: dict[tuple[int, str], list[Diagnostic]] = {}
    for found in diagnostics:
        groups.setdefault((found.severity.rank, found.code), []).append(found)
    entries = []
    for _, group in sorted(groups.items(), key=operator.itemgetter(0)):
        first = group[0]
        badge = nodes.inline("", first.severity.value, classes=["gallery-lens-badge"])
        times = f" {len(group)} times" if len(group) > 1 else ""
        heading = nodes.paragraph("", "", badge, nodes.Text(" "), _named(first, pages), nodes.Text(times))
        told = dict.fromkeys(each.message for each in group)
        help = [_line(first.help, "gallery-lens-help")] if first.help else []
        places = nodes.paragraph("", classes=["gallery-lens-places"], support_smartquotes=False)
        for number, each in enumerate(group):
            places += [nodes.Text(", ")] if number else []
            places += nodes.literal("", visible(each.pointer) or "the document")
            if each.item_title:
                places += nodes.Text(f" in “{clipped(each.item_title, _TITLE)}”")
        lines = [places, *(_line(each, "gallery-lens-message") for each in told), *help]
        kind = f"gallery-lens-{first.severity.value}"
        entries.append(nodes.list_item("", heading, *lines, classes=[kind]))
    return nodes.bullet_list("", *entries, classes=["gallery-lens-findings"])


def _line(text: str, kind: str) -> nodes.Node:
    return nodes.paragraph("", visible(text), classes=[kind], support_smartquotes=False)


def _named(found: Diagnostic, pages: str | None) -> nodes.Node:
    """The code and the name of a rule, linked to its page if there is one."""
    label = nodes.strong("", f"{found.code} {found.name}")
    if pages is None:
        return label
    target = pages.format(code=found.code, name=found.name)
    if not target.startswith("/"):
        return nodes.reference("", "", label, refuri=target)
    return addnodes.pending_xref(
        "", label, refdomain="std", reftype="doc", reftarget=target, refexplicit=True, refwarn=True
    )
