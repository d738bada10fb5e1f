"""``gallery-lens rules``: all codes, with what each is about."""

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import output_format
from gallery_lens.cli._settings import Settings


@click.command("rules", cls=Command, short_help="List all codes.")
@output_format("text", "json", default="text", help="A list for people, or JSON.  [default: text]")
@click.pass_obj
def command(settings: Settings, /, output_format: str) -> int:
    """List all rules by family, with their severity and what they are about.

    The JSON holds everything that is known of each rule.
    """
    from gallery_lens.cli._pages import overview, show, show_json
    from gallery_lens.rules import all_rules

    if output_format == "json":
        show_json([each.to_dict() for each in all_rules()])
    else:
        show(overview(all_rules()), settings)
    return 0
