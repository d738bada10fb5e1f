"""``gallery-lens plan``: the calls that turn one gallery into another, before any is made."""

from typing import Any

import click

from gallery_lens.cli.shared.command import Command, CommandError
from gallery_lens.cli.shared.parameters import at, indent, output, output_format
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.words import PLAN_FORMATS


class _PlanCommand(Command):
    """A command whose exit code 3 means that there are calls to make."""

    @property
    def failure(self) -> type[click.ClickException]:
        """The exception for an internal error: exit code 2."""
        return CommandError


@click.command("plan", cls=_PlanCommand, short_help="Plan the API calls that turn one gallery into another.")
@click.argument("current", metavar="CURRENT")
@click.argument("desired", metavar="DESIRED")
@at()
@click.option(
    "--sidecar", metavar="FILE", help="Read DESIRED as an edited view of the gallery recorded in FILE."
)
@output_format(
    *PLAN_FORMATS,
    default="text",
    help="Text, JSON, REST requests, or a Velo module.  [default: text]",
)
@output()
@indent()
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Write the API calls that turn CURRENT, a backend gallery, into DESIRED, without making them.

    CURRENT must be the whole gallery. DESIRED is also a gallery or, with --sidecar, an edited view of
    a page. Sort orders in DESIRED only define the order. Either may be - for standard input; null
    means no gallery.

    \b
    Exit codes:
      0  nothing to do
      2  invalid usage, unreadable input, two different galleries, a FILE that was changed or belongs
         to another gallery, or unwritable output
      3  there are calls to make
    """
    from gallery_lens.cli._planning import run

    return run(settings, **values)
