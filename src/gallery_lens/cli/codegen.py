"""``gallery-lens codegen``: the converter as JavaScript."""

from typing import get_args

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import Choice
from gallery_lens.cli._settings import Settings
from gallery_lens.words import Profile


@click.command("codegen", cls=Command, short_help="Write the converter as JavaScript.")
@click.argument("form", type=Choice("velo", "npm"), metavar="velo|npm")
@click.option("--gallery-id", metavar="ID", help="The gallery that the page of a site shows.")
@click.option(
    "--element", metavar="SELECTOR", help="The gallery on that page, such as #gallery1.  [default: #gallery1]"
)
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    help="A folder for all files.  [default: the converter alone, on standard output]",
)
@click.option(
    "--profile",
    type=Choice(*get_args(Profile)),
    default="documented",
    help="viewer: also write for a page what its documents do not promise.  [default: documented]",
)
@click.pass_obj
def command(
    settings: Settings,
    /,
    form: str,
    gallery_id: str | None,
    element: str | None,
    folder: str | None,
    profile: Profile,
) -> int:
    r"""Write the converter from a backend to a page as JavaScript that needs nothing else.

    velo is for a site: public/gallery-convert.js, a web module that reads a whole gallery, the code
    of a page, and types. npm is a package for Node. It converts as this program does, and reports
    the same losses; it is printed from the program's own sources.

    \b
    Exit codes:
      0  done
      2  wrong usage, or output that cannot be written
    """
    from pathlib import Path

    from gallery_lens import codegen
    from gallery_lens.cli._files import STDOUT, Outputs, make_folder
    from gallery_lens.errors import UsageError

    if form == "npm" and (gallery_id or element):
        raise UsageError("--gallery-id and --element are for the page of a site: write codegen velo.")
    files = codegen.npm_files(profile) if form == "npm" else codegen.velo_files(gallery_id, element, profile)
    with Outputs() as outputs:
        if folder is None or folder == STDOUT:
            outputs.open(STDOUT).write(codegen.script(profile).encode())
        for name, text in files.items() if folder not in (None, STDOUT) else ():
            path = Path(str(folder), name)
            make_folder(str(path.parent))
            outputs.open(str(path)).write(text.encode())
        outputs.commit()
    if folder not in (None, STDOUT):
        settings.tell("".join(f"{Path(str(folder), name)}\n" for name in files))
    return 0
