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
    examples = [*_examples("Reported", rule.bad), *_examples("Not reported", rule.good)]
    pages = [f"{_MARGIN}{title}: {address}" for title, address in rule.sources]
    pages = ["\n".join([click.style("Pages of Wix", bold=True), *pages])] if pages else []
    parts = [_title(rule), *_prose(rule.explain, columns), *pages, *examples]
    parts += [rule.url] if rule.url else []
    return "\n\n".join(parts) + "\n"


def overview(rules: Iterable[Rule]) -> str:
    """Return all *rules*, family by family, with what each is about."""
    columns = width(sys.stdout)
    families = itertools.groupby(rules, key=lambda rule: rule.family)
    return "\n".join("\n".join(_family(name, members, columns)) for name, members in families)


def _family(name: str, members: Iterable[Rule], columns: int) -> Iterator[str]:
    yield click.style(name.capitalize(), bold=True)
    for rule in members:
        yield f"{_MARGIN}{rule.code} {rule.name} ({rule.severity.value})"
        yield _wrapped(_plain(rule.summary), columns, _MARGIN + " " * 5)
    yield ""


def _title(rule: Rule) -> str:
    fixed = ", can be fixed" if rule.fixable else ""
    loses = ", a value is lost" if rule.loses else ""
    told = f"{rule.severities}{loses}{fixed}, since {rule.since}"
    return f"{click.style(f'{rule.code} {rule.name}', bold=True)}\n{_MARGIN}{told}"


def _prose(markdown: str, columns: int) -> Iterator[str]:
    """Yield the paragraphs of *markdown*, which holds headings and code words and nothing else."""
    for paragraph in markdown.strip().split("\n\n"):
        heading = paragraph.removeprefix("## ")
        styled = heading != paragraph
        yield click.style(heading, bold=True) if styled else _wrapped(_plain(paragraph), columns, _MARGIN)


def _plain(markdown: str) -> str:
    return markdown.replace("``", "`")


def _wrapped(text: str, columns: int, margin: str) -> str:
    return textwrap.fill(
        text,
        columns,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _examples(title: str, examples: Iterable[Example]) -> Iterator[str]:
    for example in examples:
        heading = click.style(f"{title}, {example.source} to {example.target}", bold=True)
        yield "\n".join([heading, *_indented(_shown(example))])


def _shown(example: Example) -> str:
    """The document as JSON or as the text that it is, and what else the example takes."""
    options = dict(example.options)
    text = options.pop("text", None) or json.dumps(example.document, indent=2, ensure_ascii=False)
    return "\n".join([text, *(f"{name}: {json.dumps(value)}" for name, value in options.items())])


def _indented(text: str) -> list[str]:
    lines = [f"{_MARGIN}{line}" for line in text.splitlines()]
    return lines if len(lines) <= _LINES else [*lines[:_LINES], f"{_MARGIN}…"]
