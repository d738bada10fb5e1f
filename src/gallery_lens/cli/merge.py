"""``gallery-lens merge``: the pages of a gallery, or of a list of galleries, into one document."""

from typing import Any

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import at
from gallery_lens.cli._settings import Settings
from gallery_lens.cli._writing_options import writing


@click.command("merge", cls=Command, short_help="Merge the pages of a gallery into one.")
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@at()
@writing
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Merge every PAGE, or the pages on standard input, into one gallery.

    A PAGE is what getGallery or listGalleryItems answers, or a list of such answers; a file named
    .ndjson or .jsonl holds one a line. Pages of listGalleries become one list of galleries. Items are
    joined by id and come out by sort order; the order of the pages does not count.

    \b
    Exit codes:
      0  done, and nothing found that --fail-on names
      1  something found that --fail-on names
      2  wrong usage, an unreadable PAGE, pages of different galleries, or output that cannot be
         written
    """
    from gallery_lens.cli._merging import run

    return run(settings, **values)
