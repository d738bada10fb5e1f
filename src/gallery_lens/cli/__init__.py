"""The command line: ``main`` gives the exit code; what a command needs is imported when it is chosen."""

import gc
import sys

#: How many new objects Python looks for garbage after; imports alone make many, and keep them.
_COLLECTING = 50_000


def main(argv: list[str] | None = None) -> int:
    """Run the command with *argv*, without the program's name; None takes the process's own.

    Returns:
        0 when done, 1 with findings that the command was told to fail on, 2 for invalid usage,
        unreadable input or output that could not be written, 3 for an error of our own, 130 when
        interrupted, 128 and the signal's number when told to end by another one.
    """
    arguments = sys.argv[1:] if argv is None else argv
    if argv is None:
        gc.set_threshold(_COLLECTING)
    try:
        if arguments in (["--version"], ["-V"]):
            from gallery_lens.version import __version__

            if sys.stdout is not None:  # where it is closed
                sys.stdout.write(f"gallery-lens {__version__}\n")
                sys.stdout.flush()
            return 0
        if argv is None:
            _obey_signals()
        from gallery_lens.cli.group import run

        return run(arguments)
    except KeyboardInterrupt:
        return 130
    except _Ended as ended:
        return 128 + ended.signal
    except OSError as error:
        return _unwritten(error)
    finally:
        if argv is None:
            gc.freeze()  # nothing more is collected at the end, when all goes away


class _Ended(BaseException):
    """The process was told to end; raised so that whatever is open is cleaned up, as by an interrupt."""

    def __init__(self, signal: int) -> None:
        super().__init__(signal)
        self.signal = signal


def _obey_signals() -> None:
    """Let those that end a process be heard as interrupts are, unless they are ignored (``nohup``)."""
    import signal

    def end(number: int, frame: object) -> None:
        raise _Ended(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def _unwritten(error: OSError) -> int:
    """Report that a version or a help text could not be written, as commands do for their data."""
    from gallery_lens.cli.shared.command import let_go_of_output

    let_go_of_output()
    if isinstance(error, BrokenPipeError):
        return 0
    sys.stderr.write(f"Error: Standard output cannot be written: {(error.strerror or str(error)).lower()}.\n")
    return 2
