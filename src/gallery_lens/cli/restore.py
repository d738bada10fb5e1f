"""``gallery-lens restore``: an edited view back into the gallery that it was made of."""

from typing import Any

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import Choice, output
from gallery_lens.cli._settings import Settings
from gallery_lens.cli.convert import REPORT_FORMATS


@click.command("restore", cls=Command, short_help="Put an edited view back into its gallery.")
@click.argument("view", metavar="VIEW")
@click.option("--sidecar", metavar="FILE", required=True, help="What convert wrote with --sidecar FILE.")
@output("A file.  [default: standard output]")
@click.option(
    "--to",
    "target",
    type=Choice("velo", "rest"),
    help="What is written.  [default: as the gallery was]",
)
@click.option(
    "--profile",
    type=Choice("documented", "viewer"),
    help="The form that VIEW has to be in.  [default: as FILE says]",
)
@click.option(
    "--indent",
    type=click.IntRange(0, 16),
    help="Blanks to a level, 0 for one line.  [default: 2 on a terminal, else 0]",
)
@click.option("--report", metavar="FILE", help="Write every finding to FILE.")
@click.option(
    "--report-format",
    type=Choice(*REPORT_FORMATS),
    help="[default: by the suffix of FILE: .jsonl, .sarif, .xml for junit; else json]",
)
@click.option(
    "--fail-on",
    type=Choice("error", "warning", "info", "never"),
    help="Exit with 1 if anything this bad is found.  [default: error]",
)
@click.option(
    "--replace-all",
    is_flag=True,
    help="Accept a VIEW that shares no item with FILE: all its items are replaced.",
)
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Put the edits of VIEW into the gallery that FILE keeps, and write that.

    VIEW is what convert wrote beside FILE, edited: items may be changed, moved, removed and added.
    Everything that it does not show comes back as it was. An item whose edits cannot be understood
    stays as it was, too. VIEW may be - for standard input.

    \b
    Exit codes:
      0  done, and nothing found that --fail-on names
      1  something found that --fail-on names
      2  wrong usage, unreadable input, output that cannot be written, or a FILE that was changed,
         is stale, or does not belong to VIEW
      3  an error of Gallery Lens itself, which cost an item; no option hides it
    """
    from gallery_lens.cli._restoring import run

    return run(settings, **values)
