"""``gallery-lens rule``: what one code means, why it matters, and what to do."""

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import output_format
from gallery_lens.cli.shared.settings import Settings


@click.command("rule", cls=Command, short_help="Explain a rule.")
@click.argument("name", metavar="CODE-OR-NAME")
@output_format("text", "json", default="text", help="Text or JSON.  [default: text]")
@click.pass_obj
def command(settings: Settings, /, name: str, output_format: str) -> int:
    """Explain a rule, given by a code such as L102 or a name such as link-text-dropped.

    The explanation covers when it is reported, why it matters and how to fix it, with examples.
    """
    from gallery_lens.cli._rule_pages import page, show, show_json
    from gallery_lens.rules import rule

    found = rule(name)
    if output_format == "json":
        show_json(found.to_dict())
    else:
        show(page(found), settings)
    return 0
