"""``gallery-lens rules``: all codes, with what each is about."""

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import output_format
from gallery_lens.cli.shared.settings import Settings


@click.command("rules", cls=Command, short_help="List all rules.")
@output_format("text", "json", default="text", help="Text or JSON.  [default: text]")
@click.pass_obj
def command(settings: Settings, /, output_format: str) -> int:
    """List all rules by family, with severity and summary.

    JSON output also contains explanations and examples.
    """
    from gallery_lens.cli._rule_pages import overview, show, show_json
    from gallery_lens.rules import all_rules

    if output_format == "json":
        show_json([each.to_dict() for each in all_rules()])
    else:
        show(overview(all_rules()), settings)
    return 0
