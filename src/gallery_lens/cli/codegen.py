"""``gallery-lens codegen``: the converter as JavaScript."""

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import Choice, conversion_flag
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.words import Profile


@click.command("codegen", cls=Command, short_help="Generate the converter as JavaScript.")
@click.argument("form", type=Choice("velo", "npm"), metavar="velo|npm")
@click.option("--gallery-id", metavar="ID", help="Id of the gallery that the page shows.")
@click.option(
    "--element", metavar="SELECTOR", help="Selector of the gallery on that page.  [default: #gallery1]"
)
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    help="Folder for all files.  [default: the converter alone, on standard output]",
)
@conversion_flag("profile")
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
    r"""Generate a converter from a backend to a page in JavaScript without dependencies.

    velo writes files for a site: public/gallery-convert.js, a web module that reads a whole gallery,
    page code, and types. npm writes a package for Node. Results and findings are the same as those
    of this command; the code is generated from its sources.

    \b
    Exit codes:
      0  success
      2  invalid usage, or unwritable output
    """
    from pathlib import Path

    from gallery_lens import codegen
    from gallery_lens.cli.io.files import STDOUT, Outputs, make_folder
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
