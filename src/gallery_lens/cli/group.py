"""The group of all commands; a command's module is imported when the command is chosen."""

from importlib import import_module
from typing import Any, Final

import click

from gallery_lens.cli.shared.parameters import HELP, did_you_mean, global_options
from gallery_lens.cli.shared.settings import Settings

#: Every command, and the module whose ``command`` it is.
COMMANDS: Final = {
    "clone": "gallery_lens.cli.clone",
    "codegen": "gallery_lens.cli.codegen",
    "completion": "gallery_lens.cli.completion",
    "convert": "gallery_lens.cli.convert.command",
    "lint": "gallery_lens.cli.lint.command",
    "loss-table": "gallery_lens.cli.loss_table",
    "media-list": "gallery_lens.cli.media_list",
    "merge": "gallery_lens.cli.merge",
    "plan": "gallery_lens.cli.plan",
    "remap": "gallery_lens.cli.remap",
    "restore": "gallery_lens.cli.restore",
    "rule": "gallery_lens.cli.rule",
    "rules": "gallery_lens.cli.rules",
    "schema": "gallery_lens.cli.schema",
}


class _Lazy(click.Group):
    def get_help_option(self, ctx: click.Context) -> click.Option:
        return HELP

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(f"No such command {args[0]!r}.{did_you_mean(args[0], COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Lazy, context_settings={"help_option_names": HELP.opts, "max_content_width": 100})
@click.pass_context
def root(context: click.Context) -> None:
    """Turn Wix Pro Gallery items into $w.Gallery items and back, and report every loss."""
    context.obj = context.obj or Settings()


root.params += global_options()


def run(arguments: list[str]) -> int:
    """Run the command line *arguments* and return the exit code."""
    try:
        code: int | None = root.main(arguments, prog_name="gallery-lens", standalone_mode=False)
    except click.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return code or 0
