"""The group of all commands; a command's module is imported when the command is chosen."""

from importlib import import_module
from typing import Any, Final

import click

from gallery_lens._version import __version__
from gallery_lens.cli._settings import Settings

#: Every command, and the module whose ``command`` it is.
COMMANDS: Final = {
    "completion": "gallery_lens.cli.completion",
    "convert": "gallery_lens.cli.convert",
    "lint": "gallery_lens.cli.lint",
    "loss-table": "gallery_lens.cli.loss_table",
    "restore": "gallery_lens.cli.restore",
    "rule": "gallery_lens.cli.rule",
    "rules": "gallery_lens.cli.rules",
    "schema": "gallery_lens.cli.schema",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand:
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx) from None


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="gallery-lens", message="%(prog)s %(version)s")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour the account; auto does so on a terminal and obeys NO_COLOR and FORCE_COLOR.",
)
@click.option("-q", "--quiet", is_flag=True, help="Write no account to standard error.")
@click.pass_context
def _group(context: click.Context, color: str, quiet: bool) -> None:
    """Turn Wix Pro Gallery items into $w.Gallery items and back, with an account of every loss."""
    context.obj = Settings(color=color, quiet=quiet)


def run(arguments: list[str]) -> int:
    """Run the command line *arguments* and return the exit code."""
    try:
        code: int | None = _group.main(arguments, prog_name="gallery-lens", standalone_mode=False)
    except click.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return code or 0
