"""Rules as text for people, and how a command prints what it was asked for."""

import itertools
import json
import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any, Final

import click

from gallery_lens.cli.io.files import STDOUT, Outputs
from gallery_lens.cli.shared.settings import Settings, is_terminal, width
from gallery_lens.jsontext import write
from gallery_lens.rules.base import Example, Rule

#: How many lines of an example are shown.
_LINES: Final = 40
_MARGIN: Final = "  "


def show(text: str, settings: Settings) -> None:
    """Write styled *text* to standard output; raises ``OutputError`` if that cannot be done."""
    emit((text if settings.colours(sys.stdout) else click.unstyle(text)).encode())


def show_json(value: Any) -> None:
    """Write *value* to standard output, with a line for each part on a terminal."""
    emit(write(value, 2 if is_terminal(sys.stdout) else None))


def emit(data: bytes) -> None:
    """Write *data* to standard output; raises ``OutputError`` if that cannot be done."""
    with Outputs() as outputs:
        outputs.open(STDOUT).write(data)
        outputs.commit()


def page(rule: Rule) -> str:
    """Return the page of a rule, styled for a terminal and as wide as it is."""
    columns = width(sys.stdout)
    fixed = ", can be fixed" if rule.fixable else ""
    loses = ", a value is lost" if rule.loses else ""
    traits = f"{rule.severities}{loses}{fixed}, since {rule.since}"
    parts = [f"{click.style(f'{rule.code} {rule.name}', bold=True)}\n{_MARGIN}{traits}"]
    for paragraph in rule.explain.strip().split("\n\n"):  # headings and code words, and nothing else
        heading = paragraph.removeprefix("## ")
        is_heading = heading != paragraph
        text = click.style(heading, bold=True) if is_heading else _wrapped(paragraph, columns, _MARGIN)
        parts.append(text)
    if rule.sources:
        pages = [f"{_MARGIN}{title}: {address}" for title, address in rule.sources]
        parts.append("\n".join([click.style("Pages of Wix", bold=True), *pages]))
    parts += [*_examples("Reported", rule.bad), *_examples("Not reported", rule.good)]
    if rule.url:
        parts.append(rule.url)
    return "\n\n".join(parts) + "\n"


def overview(rules: Iterable[Rule]) -> str:
    """Return all *rules*, family by family, with what each is about."""
    columns = width(sys.stdout)
    lines: list[str] = []
    for family, members in itertools.groupby(rules, key=lambda rule: rule.family):
        lines.append(click.style(family.capitalize(), bold=True))
        for rule in members:
            lines.append(f"{_MARGIN}{rule.code} {rule.name} ({rule.severity.value})")
            lines.append(_wrapped(rule.summary, columns, _MARGIN + " " * 5))
        lines.append("")
    return "\n".join(lines)


def _wrapped(markdown: str, columns: int, margin: str) -> str:
    return textwrap.fill(
        markdown.replace("``", "`"),
        columns,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _examples(title: str, examples: Iterable[Example]) -> Iterator[str]:
    """Yield each document, as JSON or as the text that it is, and what else the example takes."""
    for example in examples:
        options = dict(example.options)
        text = options.pop("text", None) or json.dumps(example.document, indent=2, ensure_ascii=False)
        shown = "\n".join([text, *(f"{name}: {json.dumps(value)}" for name, value in options.items())])
        lines = [f"{_MARGIN}{line}" for line in shown.splitlines()]
        if len(lines) > _LINES:
            lines[_LINES:] = [f"{_MARGIN}…"]
        heading = click.style(f"{title}, {example.source} to {example.target}", bold=True)
        yield "\n".join([heading, *lines])
