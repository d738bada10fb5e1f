"""The options of commands that write one document."""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, TypeVar

import click

from gallery_lens.cli._parameters import Choice, output
from gallery_lens.cli.convert import REPORT_FORMATS

F = TypeVar("F", bound=Callable[..., Any])


def writing(function: F) -> F:
    """Declare ``-o``, ``--indent``, ``--report``, ``--report-format`` and ``--fail-on``."""
    options: Sequence[Callable[[F], F]] = (
        output("A file.  [default: standard output]"),
        click.option(
            "--indent",
            type=click.IntRange(0, 16),
            help="Blanks to a level, 0 for one line.  [default: 2 on a terminal, else 0]",
        ),
        click.option("--report", metavar="FILE", help="Write every finding to FILE."),
        click.option(
            "--report-format",
            type=Choice(*REPORT_FORMATS),
            help="[default: by the suffix of FILE: .jsonl, .sarif, .xml for junit; else json]",
        ),
        click.option(
            "--fail-on",
            type=Choice("error", "warning", "info", "never"),
            help="Exit with 1 if anything this bad is found.  [default: error]",
        ),
    )
    return reduce(lambda decorated, option: option(decorated), reversed(options), function)
