"""``gallery-lens schema``: the JSON Schemas of what is read and written."""

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import Choice
from gallery_lens.cli._settings import Settings


@click.command("schema", cls=Command, short_help="Print a JSON Schema, or list them.")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--bundle", is_flag=True, help="Put every schema that it leads to into it.")
@click.option(
    "--draft",
    type=Choice("2020-12", "7"),
    default="2020-12",
    help="The draft of JSON Schema.  [default: 2020-12]",
)
@click.pass_obj
def command(settings: Settings, /, name: str | None, bundle: bool, draft: str) -> int:
    """Print the JSON Schema called NAME, such as velo-item; without NAME, list all of them.

    Schemas refer to each other by relative addresses; with --bundle one document holds all that
    it takes.
    """
    from gallery_lens.cli._schemas import listing, printed

    if name is None:
        listing(settings, bundle=bundle, draft=draft)
    else:
        printed(name, bundle=bundle, draft=draft)
    return 0
