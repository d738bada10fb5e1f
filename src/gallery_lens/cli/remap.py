"""``gallery-lens remap``: a gallery with the media ids of another site."""

from typing import Any

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import at
from gallery_lens.cli._settings import Settings
from gallery_lens.cli._writing_options import writing


@click.command("remap", cls=Command, short_help="Put the media ids of another site into a gallery.")
@click.argument("gallery", metavar="[GALLERY]", default="-")
@click.option(
    "--media-map",
    "media_map_path",
    metavar="FILE",
    required=True,
    help='JSON {"old": "new"}, also {"old": {"targetUri", "targetId"}}, or CSV lines old,new.',
)
@click.option("--strip-ids", is_flag=True, help="Leave the ids of galleries and items out.")
@click.option(
    "--old-domain",
    "old_domains",
    metavar="NAME",
    multiple=True,
    help="A host of the old site, to list the links to it only; may be repeated.",
)
@click.option(
    "--download-list",
    metavar="FILE",
    help="Write what media-list writes: the files to copy from the old site.",
)
@at()
@writing
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Put the new ids of FILE into GALLERY, or the one on standard input, and write that.

    Ids are replaced wherever they stand: in media addresses, file names, posters and HTML. Media
    that FILE does not know stay, and are listed, as are links that may lead to the old site.

    \b
    Exit codes:
      0  done, and nothing found that --fail-on names
      1  media without a new id, or something else that --fail-on names
      2  wrong usage, unreadable input, a FILE that is no map or has two new ids for an old one, or
         output that cannot be written
    """
    from gallery_lens.cli._cloning import remap

    return remap(settings, **values)
