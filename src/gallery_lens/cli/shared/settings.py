"""Settings of every command: colour, and whether messages are printed."""

import os
import sys
from typing import Final, TextIO

import click

#: No wider than reads well.
_WIDEST: Final = 100
_NARROWEST: Final = 40


class Settings:
    """The options that every command takes."""

    def __init__(self, *, color: str = "auto", quiet: bool = False) -> None:
        self.color = color  # auto, always or never
        self.quiet = quiet

    def changed(self, *, color: str | None = None, quiet: bool = False) -> "Settings":
        """Return a copy with another value of what is given."""
        return Settings(color=color or self.color, quiet=quiet or self.quiet)

    def tell(self, text: str) -> None:
        """Write styled *text* to standard error, unless messages are suppressed."""
        if self.quiet:
            return
        try:
            click.echo(text, err=True, nl=False, color=self.colours(sys.stderr))
        except OSError:  # nobody reads it, or it has no room: the data are what counts
            sys.stderr = None

    def colours(self, stream: TextIO | None) -> bool:
        """Return whether what goes to *stream* is coloured."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or (
            is_terminal(stream) and os.environ.get("TERM") != "dumb"
        )


def width(stream: TextIO | None = None, widest: int = _WIDEST) -> int:
    """Return how many columns a text may take on *stream*, which is standard error if none is given.

    The variable ``COLUMNS`` decides where it is set.
    """
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return max(_NARROWEST, int(given))
    stream = stream or sys.stderr
    if stream is None or not is_terminal(stream):
        return 80
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except OSError:
        import shutil

        columns = shutil.get_terminal_size().columns
    return max(_NARROWEST, min(columns, widest))


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a person looks at *stream*; a closed one is None."""
    return stream is not None and stream.isatty()
