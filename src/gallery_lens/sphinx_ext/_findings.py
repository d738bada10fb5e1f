"""Findings of a conversion, worst first, and their summary."""

from collections.abc import Iterable, Sequence

from docutils import nodes
from sphinx import addnodes

from gallery_lens.api import Result
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.reporters.visible import clipped, visible

#: How much of a title is shown, in characters.
_TITLE = 60


def account(result: Result, pages: str | None) -> nodes.Node:
    """Return the counts of *result* and its findings, those of one code together.

    Args:
        result: of a conversion.
        pages: where ``{code}`` and ``{name}`` of a rule lead; None for nowhere.
    """
    verdict = nodes.paragraph("", _verdict(result), classes=["gallery-lens-verdict"])
    told = [listing(result.diagnostics, pages)] if result.diagnostics else []
    return nodes.container("", verdict, *told, classes=["gallery-lens-account"])


def listing(diagnostics: Iterable[Diagnostic], pages: str | None) -> nodes.Node:
    """Return a list of findings, worst first, those of one code together; *pages* as in ``account``."""
    groups: dict[tuple[int, str], list[Diagnostic]] = {}
    for found in diagnostics:
        groups.setdefault((found.severity.rank, found.code), []).append(found)
    entries = [_entry(groups[key], pages) for key in sorted(groups)]
    return nodes.bullet_list("", *entries, classes=["gallery-lens-findings"])


def _verdict(result: Result) -> str:
    counts = [(result.converted, "converted"), (len(result.rejects), "rejected")]
    left = result.items - result.converted - len(result.rejects)
    told = ", ".join(f"{count} {word}" for count, word in [*counts, (left, "left out as text")] if count > 0)
    noun = "item" if result.items == 1 else "items"
    lost = "Nothing was lost." if result.lossless else "Not everything was carried over."
    return f"{lost} {result.items} {noun}: {told}."


def _entry(group: Sequence[Diagnostic], pages: str | None) -> nodes.Node:
    first = group[0]
    badge = nodes.inline("", first.severity.value, classes=["gallery-lens-badge"])
    times = f" {len(group)} times" if len(group) > 1 else ""
    heading = nodes.paragraph("", "", badge, nodes.Text(" "), _named(first, pages), nodes.Text(times))
    told = dict.fromkeys(each.message for each in group)
    help = [_line(first.help, "gallery-lens-help")] if first.help else []
    lines = [_places(group), *(_line(each, "gallery-lens-message") for each in told), *help]
    return nodes.list_item("", heading, *lines, classes=[f"gallery-lens-{first.severity.value}"])


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


def _places(group: Iterable[Diagnostic]) -> nodes.Node:
    """Return the places of all findings of one code."""
    line = nodes.paragraph("", classes=["gallery-lens-places"], support_smartquotes=False)
    for number, found in enumerate(group):
        line += [nodes.Text(", ")] if number else []
        line += nodes.literal("", visible(found.pointer) or "the document")
        if found.item_title:
            line += nodes.Text(f" in “{clipped(found.item_title, _TITLE)}”")
    return line
