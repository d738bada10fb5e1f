"""What holds for every command: colour, and whether there is an account at all."""

import os
import shutil
import sys
from typing import Final

import click

#: No wider than reads well.
_WIDEST: Final = 100


class Settings:
    """The options that stand before the command."""

    def __init__(self, *, color: str = "auto", quiet: bool = False) -> None:
        self.color = color  # auto, always or never
        self.quiet = quiet

    def tell(self, text: str) -> None:
        """Write styled *text* for people to standard error, unless there is to be no account."""
        if self.quiet:
            return
        try:
            click.echo(text, err=True, nl=False, color=self._coloured())
        except OSError:  # nobody reads it, or it has no room: the data are what counts
            sys.stderr = None

    def _coloured(self) -> bool:
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or (_is_terminal() and os.environ.get("TERM") != "dumb")


def width() -> int:
    """Say how many columns an account may take."""
    if not _is_terminal():
        return 80
    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns
    except OSError:
        columns = shutil.get_terminal_size().columns
    return max(40, min(columns, _WIDEST))


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
