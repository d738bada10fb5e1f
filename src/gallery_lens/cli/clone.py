"""``gallery-lens clone``: a gallery as the body of the call that creates a copy of it."""

from typing import Any

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import at, writing
from gallery_lens.cli.shared.settings import Settings


@click.command("clone", cls=Command, short_help="Write the request body that copies a gallery.")
@click.argument("gallery", metavar="[GALLERY]", default="-")
@at()
@writing()
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Write the request body that creates a copy of GALLERY, or of the gallery on standard input.

    It contains everything except the ids of the gallery and its items, sort orders, and the dates of
    creation and update. GALLERY stays velo or rest; any other dialect becomes rest.

    \b
    Exit codes:
      0  success; no findings at or above --fail-on
      1  findings at or above --fail-on
      2  invalid usage, unreadable input, or unwritable output
    """
    from gallery_lens.cli._cloning import clone

    return clone(settings, **values)
