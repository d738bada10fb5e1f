"""Options that several commands share, and the types of their values."""

import re
from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, Final, TypeVar

import click

from gallery_lens.cli.shared.settings import Settings
from gallery_lens.late import late
from gallery_lens.version import __version__
from gallery_lens.words import FLAGS, REPORT_FORMATS, SEVERITIES, SOURCES, TARGETS, Flag, closest

F = TypeVar("F", bound=Callable[..., Any])

COLOURS: Final = ("auto", "always", "never")


class Choice(click.Choice[str]):
    """One of several values, in any case; a value that is none of them is answered with the closest."""

    def __init__(self, *values: str) -> None:
        super().__init__(values, case_sensitive=False)

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Return the sentence for a value that is not among the choices."""
        known = f"{str(value)!r} is not one of {', '.join(map(repr, self.choices))}."
        return f"{known}{did_you_mean(str(value), self.choices)}"


class Target(Choice):
    """A target format, with a sentence for dialects that are only read."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return *value* if it can be written."""
        name = str(value).lower()
        if name in SOURCES[1:] and name not in TARGETS:
            self.fail(f"{name} is read-only; convert to one of {', '.join(TARGETS)}.", param, ctx)
        return super().convert(value, param, ctx)


class Size(click.ParamType):  # type: ignore[type-arg]  # older versions of click have none
    """A number of bytes, as people write it: 512MB, 2 GiB, 100k."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number of bytes; at least one."""
        if isinstance(value, int):
            return value
        match = _SIZE.fullmatch(value.strip())
        number = float(match["number"]) * _UNITS[match["unit"].lower()] if match else 0
        if not 1 <= number < _MOST:
            self.fail(f"{value!r} is not a size: write one such as 512MB, 2GiB or 100000.", param, ctx)
        return int(number)


#: The units of a size by their first letters, which may be followed by ``B``.
_UNITS: Final = {"": 1, **{f"{unit}": 1000**n for n, unit in enumerate("kmgt", 1)}} | {
    f"{unit}i": 1024**n for n, unit in enumerate("kmgt", 1)
}
_SIZE: Final = late(r"(?P<number>[0-9]{1,15}(?:\.[0-9]{1,9})?)\s*(?P<unit>(?:[kmgt]i?)?)b?", re.IGNORECASE)
_MOST: Final = 1 << 60


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return a question with the names of *known* closest to *given*, or nothing."""
    close = closest(given.lower(), known)
    return f" Did you mean {close!r}?" if close else ""


def source(default: str | None = "auto") -> Callable[[F], F]:
    """Declare ``--from``; None tells an option that is not given from ``auto``."""
    shown = "" if default else "  [default: auto]"
    return click.option(
        "--from", "source", type=Choice(*SOURCES), default=default, help=f"Source format.{shown}"
    )


def input_format() -> Callable[[F], F]:
    """Declare ``--input-format``."""
    return click.option(
        "--input-format",
        type=Choice("auto", "json", "ndjson"),
        default="auto",
        help="auto: one value per line for .ndjson and .jsonl, otherwise one document.",
    )


def max_input() -> Callable[[F], F]:
    """Declare ``--max-input SIZE``."""
    return click.option(
        "--max-input",
        type=Size(),
        default=512_000_000,
        metavar="SIZE",
        help="Maximum size of a document or a line, decompressed.  [default: 512MB]",
    )


def output(help: str = "Output file.  [default: standard output]") -> Callable[[F], F]:
    """Declare ``-o OUT``."""
    return click.option("-o", "--output", "output", metavar="OUT", help=help)


def output_format(*values: str, help: str, default: str | None = None) -> Callable[[F], F]:
    """Declare ``--output-format``, which is ``--format``, too."""
    return click.option(
        "--output-format", "--format", "output_format", type=Choice(*values), default=default, help=help
    )


def indent() -> Callable[[F], F]:
    """Declare ``--indent``."""
    return click.option(
        "--indent",
        type=click.IntRange(0, 16),
        help="Spaces per indent level; 0 for compact output.  [default: 2 on a terminal, otherwise 0]",
    )


def report(*, multiple: bool = False) -> Callable[[F], F]:
    """Declare ``--report`` and ``--report-format``."""
    file = "Write all findings to FILE as well; repeatable." if multiple else "Write all findings to FILE."
    return together(
        click.option("--report", metavar="FILE", multiple=multiple, help=file),
        click.option(
            "--report-format",
            type=Choice(*REPORT_FORMATS),
            help="Report format.  [default: by the suffix of FILE: .jsonl, .sarif, .xml for junit; "
            "otherwise json]",
        ),
    )


def fail_on(default: str = "error") -> Callable[[F], F]:
    """Declare ``--fail-on``."""
    return click.option(
        "--fail-on",
        type=Choice(*SEVERITIES, "never"),
        help=f"Exit with 1 on findings of this severity or higher.  [default: {default}]",
    )


def show() -> Callable[[F], F]:
    """Declare ``--show``."""
    return click.option(
        "--show",
        type=Choice("warning", "info"),
        default="warning",
        help="Lowest severity to list in text output; infos are otherwise counted.  "
        "[default: warning, or info where --fail-on names it]",
    )


def writing() -> Callable[[F], F]:
    """Declare the options of commands that write one document."""
    return together(output(), indent(), report(), fail_on())


def together(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Return one decorator that declares *options* in this order."""
    return lambda command: reduce(lambda decorated, option: option(decorated), reversed(options), command)


def conversion_flags(command: F) -> F:
    """Declare every flag of a conversion, in the order in which they are written down."""
    return together(*(_declared(name, flag) for name, flag in FLAGS.items()))(command)


def at() -> Callable[[F], F]:
    """Declare ``--at``, for commands that have no other flag of a conversion."""
    return _declared("at", FLAGS["at"])


def conversion_flag(name: str, *, configurable: bool = False) -> Callable[[F], F]:
    """Declare one flag of a conversion; a *configurable* one is None if the command line has none."""
    return _declared(name, FLAGS[name], configurable=configurable)


def _declared(name: str, flag: Flag, *, configurable: bool = False) -> Callable[[F], F]:
    option = f"--{name.replace('_', '-')}"
    if flag.words and configurable:
        told = f"{flag.help}  [default: {flag.words[0]}]"
        return click.option(option, type=Choice(*flag.words), help=told)
    if flag.words:
        return click.option(option, type=Choice(*flag.words), default=flag.words[0], help=flag.help)
    return click.option(option, is_flag=flag.metavar is None, metavar=flag.metavar, help=flag.help)


def global_options() -> list[click.Option]:
    """Return the options that stand before the command or after it."""
    return [
        click.Option(
            ["--color"],
            type=Choice(*COLOURS),
            expose_value=False,
            callback=_changing("color"),
            help="Colour text output; auto: on a terminal, obeying NO_COLOR and FORCE_COLOR.",
        ),
        click.Option(
            ["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_changing("quiet"),
            help="Suppress messages on standard error.",
        ),
        click.Option(
            ["-V", "--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help="Print the version and exit.",
        ),
    ]


def _help(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


#: What ``click`` would make for each command, after looking for a translation of it in the file system.
HELP: Final = click.Option(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_help,
    help="Show this message and exit.",
)


def _changing(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """Return a callback that puts an option's value into the settings, unless it was not given."""

    def change(context: click.Context, _: click.Parameter, value: Any) -> None:
        if value:
            context.obj = (context.obj or Settings()).changed(**{name: value})

    return change


def _version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(f"gallery-lens {__version__}")
        context.exit()
