"""What holds for every command: colour, and whether there is an account at all."""

import os
import shutil
import sys
from typing import IO, Final

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
            click.echo(text, err=True, nl=False, color=self.colours(sys.stderr))
        except OSError:  # nobody reads it, or it has no room: the data are what counts
            sys.stderr = None

    def colours(self, stream: IO[str] | None) -> bool:
        """Say whether what is written to *stream* is to be coloured."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or (
            _is_terminal(stream) and os.environ.get("TERM") != "dumb"
        )


def width(stream: IO[str] | None = None, widest: int = _WIDEST) -> int:
    """Say how many columns an account may take on *stream*, or on standard error."""
    to = stream or sys.stderr
    if to is None or not to.isatty():
        return 80
    try:
        columns = os.get_terminal_size(to.fileno()).columns
    except OSError:
        columns = shutil.get_terminal_size().columns
    return max(40, min(columns, widest))


def _is_terminal(stream: IO[str] | None) -> bool:
    return stream is not None and stream.isatty()
