"""``gallery-lens merge``: the pages of a gallery, or of a list of galleries, into one document."""

from typing import Any

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import at, writing
from gallery_lens.cli.shared.settings import Settings


@click.command("merge", cls=Command, short_help="Merge the pages of a gallery into one.")
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@at()
@writing()
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Merge every PAGE, or the pages on standard input, into one gallery.

    A PAGE is a response of getGallery or listGalleryItems, or a list of such responses; a file named
    .ndjson or .jsonl holds one per line. Pages of listGalleries become one list of galleries. Items are
    joined by id and sorted by sort order; the order of the pages does not matter.

    \b
    Exit codes:
      0  success; no findings at or above --fail-on
      1  findings at or above --fail-on
      2  invalid usage, an unreadable PAGE, pages of different galleries, or unwritable output
    """
    from gallery_lens.cli._merging import run

    return run(settings, **values)
