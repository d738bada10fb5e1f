"""``gallery-lens schema``: the JSON Schemas of what is read and written."""

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import Choice
from gallery_lens.cli.shared.settings import Settings


@click.command("schema", cls=Command, short_help="Print or list JSON Schemas.")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--bundle", is_flag=True, help="Embed all referenced schemas.")
@click.option(
    "--draft",
    type=Choice("2020-12", "7"),
    default="2020-12",
    help="Draft of JSON Schema.  [default: 2020-12]",
)
@click.pass_obj
def command(settings: Settings, /, name: str | None, bundle: bool, draft: str) -> int:
    """Print the JSON Schema NAME, such as velo-item; without NAME, list all schemas.

    Schemas refer to each other by relative URLs; --bundle prints one self-contained document.
    """
    from gallery_lens.cli._schemas import listing, printed

    if name is None:
        listing(settings, bundle=bundle, draft=draft)
    else:
        printed(name, bundle=bundle, draft=draft)
    return 0
