"""The base of all commands: our exceptions become a sentence and an exit code."""

import os
import sys
from typing import Any

import click

from gallery_lens.cli.shared.parameters import HELP, global_options
from gallery_lens.errors import (
    BaselineError,
    ConfigError,
    EngineError,
    InternalError,
    OutputError,
    SidecarError,
    UsageError,
)


class Command(click.Command):
    """A command whose callback returns its exit code and may raise our exceptions."""

    @property
    def failure(self) -> type[click.ClickException]:
        """The exception for an internal error, whose exit code is that of the command."""
        return Failed

    def __init__(self, name: str | None, **options: Any) -> None:
        super().__init__(name, **options)
        self.params += global_options()
        # A docstring with a backslash is raw; click wants the character that marks lines to be kept.
        self.help = (self.help or "").replace("\\b\n", "\b\n")

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Return the option that shows the help text."""
        return HELP

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; whatever is wrong with them is reported with the usage line."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Run the callback; invalid usage and unwritable output are told in one sentence, with code 2."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise click.UsageError(_plain(error), ctx) from None
        except (BaselineError, ConfigError, EngineError, SidecarError) as error:
            raise CommandError(_plain(error)) from None
        except InternalError as error:
            raise self.failure(_plain(error)) from None
        except OutputError as error:
            let_go_of_output()
            raise _Unwritable(_plain(error)) from None
        except BrokenPipeError:
            let_go_of_output()
            return 0
        except MemoryError:
            raise CommandError("There is not enough memory for this.") from None
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            raise self.failure(_sentence(error)) from None


class CommandError(click.ClickException):
    """The command cannot do its work: unreadable input, or contradicting options."""

    exit_code = 2


class Failed(click.ClickException):
    """The program itself failed, and not on an item that could be left out."""

    exit_code = 3


def _plain(error: Exception) -> str:
    """Return the message of *error* with control characters escaped: it may quote names and texts."""
    from gallery_lens.reporters.visible import visible

    return "\n".join(map(visible, str(error).split("\n")))


def _sentence(error: Exception) -> str:
    from gallery_lens.conversion.guarding import clause

    return (
        f"Gallery Lens itself failed here ({clause(error)}): "
        "please report it, with the command and what it was given."
    )


class _Unwritable(click.ClickException):
    exit_code = 2


def let_go_of_output() -> None:
    """Write nothing more: what is still buffered would fail again when Python exits."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
