"""The command line: ``main`` gives the exit code; what a command needs is imported when it is chosen."""

import gc
import sys

#: How many new objects Python looks for garbage after; imports alone make many, and keep them.
_COLLECTING = 50_000


def main(argv: list[str] | None = None) -> int:
    """Run the command with *argv*, without the program's name; None takes the process's own.

    Returns:
        0 when done, 1 with findings that the command was told to fail on, 2 for wrong usage,
        unreadable input or output that could not be written, 130 when interrupted.
    """
    arguments = sys.argv[1:] if argv is None else argv
    if argv is None:
        gc.set_threshold(_COLLECTING)
    try:
        return _version() if arguments in (["--version"], ["-V"]) else _run(arguments)
    except KeyboardInterrupt:
        return 130
    finally:
        if argv is None:
            gc.freeze()  # nothing more is collected at the end, when all goes away


def _version() -> int:
    from gallery_lens._version import __version__

    sys.stdout.write(f"gallery-lens {__version__}\n")
    return 0


def _run(arguments: list[str]) -> int:
    from gallery_lens.cli._group import run

    return run(arguments)
