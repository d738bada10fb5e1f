"""``gallery-lens media-list``: the files of galleries, with addresses to download them from."""

from typing import Any, Final

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import Choice, at, fail_on, output, source
from gallery_lens.cli.shared.settings import Settings

#: What ``--format`` takes, the default first.
FORMATS: Final = ("csv", "jsonl")


@click.command("media-list", cls=Command, short_help="List the media files of galleries with download URLs.")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option(
    "--format",
    "--output-format",
    "form",
    type=Choice(*FORMATS),
    help="Output format.  [default: by the suffix of OUT, otherwise csv]",
)
@output()
@source()
@at()
@fail_on()
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""List url, name, order, title and id of every picture and video in each INPUT, or standard input.

    The url is that of the uploaded file; for a video, of the largest known encoding. The order is the
    item's sort order, or its position in the list. Items without a medium are skipped; media that
    cannot be read are reported on standard error.

    \b
    Exit codes:
      0  success; no findings at or above --fail-on
      1  findings at or above --fail-on
      2  invalid usage, unreadable input, or unwritable output
    """
    from gallery_lens.cli._media_listing import run

    return run(settings, **values)
