"""``gallery-lens loss-table``: what becomes of every field between any two dialects."""

import sys

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import output_format
from gallery_lens.cli.shared.settings import Settings


@click.command("loss-table", cls=Command, short_help="Print the fate of every field between dialects.")
@output_format("md", "json", default="md", help="Markdown or JSON.  [default: md]")
@click.pass_obj
def command(settings: Settings, /, output_format: str) -> int:
    """Print the fate of every field of every dialect in every target format.

    A field is exact, lossy (with the codes that are reported), or impossible: an item that has it is
    skipped.
    """
    from gallery_lens import loss_table
    from gallery_lens.cli.io.files import STDOUT, Outputs
    from gallery_lens.jsontext import write

    indent = 2 if sys.stdout is not None and sys.stdout.isatty() else None
    text = loss_table.to_markdown().encode() if output_format == "md" else write(loss_table.to_dict(), indent)
    with Outputs() as outputs:
        outputs.open(STDOUT).write(text)
        outputs.commit()
    return 0
