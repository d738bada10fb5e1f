"""``gallery-lens media-list``: the files of galleries, with addresses to download them from."""

from typing import Any, Final

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import Choice, at, output
from gallery_lens.cli._settings import Settings
from gallery_lens.words import SOURCES

#: What ``--format`` takes, the default first.
FORMATS: Final = ("csv", "jsonl")


@click.command("media-list", cls=Command, short_help="List the files of galleries with download addresses.")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option(
    "--format",
    "--output-format",
    "form",
    type=Choice(*FORMATS),
    help="[default: by the suffix of OUT, else csv]",
)
@output("A file.  [default: standard output]")
@click.option("--from", "source", type=Choice(*SOURCES), default="auto", help="What is read.")
@at()
@click.option(
    "--fail-on",
    type=Choice("error", "warning", "info", "never"),
    help="Exit with 1 if anything this bad is found.  [default: error]",
)
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""List url, name, order, title and id of every picture and video in each INPUT, or standard input.

    The address is that of the file as it was uploaded; of a video, the largest encoding that is
    known. The order is the item's sort order, or its place in the list. Items without a medium are
    not listed; those whose medium cannot be read are told on standard error.

    \b
    Exit codes:
      0  done, and nothing found that --fail-on names
      1  something found that --fail-on names
      2  wrong usage, unreadable input, or output that cannot be written
    """
    from gallery_lens.cli._media_listing import run

    return run(settings, **values)
