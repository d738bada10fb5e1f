"""``gallery-lens restore``: an edited view back into the gallery that it was made of."""

from typing import Any

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import Choice, fail_on, indent, output, report
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.words import PROFILES


@click.command("restore", cls=Command, short_help="Merge an edited view back into its gallery.")
@click.argument("view", metavar="VIEW")
@click.option("--sidecar", metavar="FILE", required=True, help="Sidecar written by convert --sidecar FILE.")
@output()
@click.option(
    "--to",
    "target",
    type=Choice("velo", "rest"),
    help="Target format.  [default: that of the gallery]",
)
@click.option(
    "--profile",
    type=Choice(*PROFILES),
    help="Profile of VIEW.  [default: as recorded in FILE]",
)
@indent()
@report()
@fail_on()
@click.option(
    "--replace-all",
    is_flag=True,
    help="Accept a VIEW that shares no item with FILE, and replace all items.",
)
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Apply the edits of VIEW to the gallery recorded in FILE, and write the result.

    VIEW is the edited output of convert --sidecar FILE: items may be changed, moved, removed and
    added. Everything that it does not show is kept unchanged, as is an item whose edits cannot be
    read. VIEW may be - for standard input.

    \b
    Exit codes:
      0  success; no findings at or above --fail-on
      1  findings at or above --fail-on
      2  invalid usage, unreadable input, unwritable output, or a FILE that was changed, is stale,
         or does not belong to VIEW
      3  an internal error, which cost an item; no option suppresses it
    """
    from gallery_lens.cli._restoring import run

    return run(settings, **values)
