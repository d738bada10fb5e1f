"""``gallery-lens plan``: the calls that turn one gallery into another, before any is made."""

from typing import Any

import click

from gallery_lens.cli._command import Command, Refused
from gallery_lens.cli._parameters import at, output, output_format
from gallery_lens.cli._settings import Settings

#: What ``--output-format`` takes.
FORMATS = ("text", "json", "rest", "velo")


class _Command(Command):
    """A command of which 3 means something else than that the program failed."""

    @property
    def failure(self) -> type[click.ClickException]:
        """What tells of a run that the program itself failed in."""
        return Refused


@click.command("plan", cls=_Command, short_help="Plan the calls that turn one gallery into another.")
@click.argument("current", metavar="CURRENT")
@click.argument("desired", metavar="DESIRED")
@at()
@click.option("--sidecar", metavar="FILE", help="DESIRED is an edited view that convert wrote beside FILE.")
@output_format(
    *FORMATS,
    default="text",
    help="text for people, json, REST requests, or a Velo module.  [default: text]",
)
@output("A file.  [default: standard output]")
@click.option(
    "--indent",
    type=click.IntRange(0, 16),
    help="Blanks to a level of JSON, 0 for one line.  [default: 2 on a terminal, else 0]",
)
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Write the calls that turn CURRENT, a gallery of a backend, into DESIRED; make none of them.

    CURRENT has to be the whole gallery. DESIRED is a gallery, too, or with --sidecar the edited view
    of a page. Sort orders in DESIRED mean order only. One of them may be - for standard input, and
    null for no gallery.

    \b
    Exit codes:
      0  nothing to do
      2  wrong usage, unreadable input, two different galleries, a FILE that was changed or is of
         another gallery, or output that cannot be written
      3  there are calls to make
    """
    from gallery_lens.cli._planning import run

    return run(settings, **values)
