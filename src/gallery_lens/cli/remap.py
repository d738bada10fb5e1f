"""``gallery-lens remap``: a gallery with the media ids of another site."""

from typing import Any

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import at, writing
from gallery_lens.cli.shared.settings import Settings


@click.command("remap", cls=Command, short_help="Replace media ids with those of another site.")
@click.argument("gallery", metavar="[GALLERY]", default="-")
@click.option(
    "--media-map",
    "media_map_path",
    metavar="FILE",
    required=True,
    help='New ids: JSON {"old": "new"} or {"old": {"targetUri", "targetId"}}, or CSV lines old,new.',
)
@click.option("--strip-ids", is_flag=True, help="Omit the ids of galleries and items.")
@click.option(
    "--old-domain",
    "old_domains",
    metavar="NAME",
    multiple=True,
    help="Host of the old site: list only links to it; repeatable.",
)
@click.option(
    "--download-list",
    metavar="FILE",
    help="Write the files to copy from the old site, as media-list does.",
)
@at()
@writing()
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Replace media ids in GALLERY, or the gallery on standard input, with the new ids in FILE.

    Ids are replaced everywhere: in media URIs, file names, posters and HTML. Media that are not in
    FILE stay and are listed, as are links that may lead to the old site.

    \b
    Exit codes:
      0  success; no findings at or above --fail-on
      1  media without a new id, or other findings at or above --fail-on
      2  invalid usage, unreadable input, a FILE that is not a map or has two new ids for one old id,
         or unwritable output
    """
    from gallery_lens.cli._cloning import remap

    return remap(settings, **values)
