"""``gallery-lens clone``: a gallery as the body of the call that creates a copy of it."""

from typing import Any

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import at
from gallery_lens.cli._settings import Settings
from gallery_lens.cli._writing_options import writing


@click.command("clone", cls=Command, short_help="Write the body that creates a copy of a gallery.")
@click.argument("gallery", metavar="[GALLERY]", default="-")
@at()
@writing
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Write the body of the call that creates a copy of GALLERY, or of the one on standard input.

    It has everything but the ids of the gallery and its items, sort orders, and the dates of creation
    and update. GALLERY stays velo or rest; any other dialect becomes rest.

    \b
    Exit codes:
      0  done, and nothing found that --fail-on names
      1  something found that --fail-on names
      2  wrong usage, unreadable input, or output that cannot be written
    """
    from gallery_lens.cli._cloning import clone

    return clone(settings, **values)
