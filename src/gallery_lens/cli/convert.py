"""``gallery-lens convert``: galleries and items from one dialect to another."""

from typing import Any, Final

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import Choice, conversion_flags, max_input, output, output_format, show
from gallery_lens.cli._settings import Settings
from gallery_lens.words import SOURCES, TARGETS

#: What ``--report-format`` takes.
REPORT_FORMATS: Final = ("json", "jsonl", "concise", "sarif", "github", "gitlab", "junit")


class Target(Choice):
    """What can be written, with a sentence for what is only read."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return *value* if it can be written."""
        name = str(value).lower()
        if name in SOURCES[1:] and name not in TARGETS:
            self.fail(f"{name} is only read; convert to one of {', '.join(TARGETS)}.", param, ctx)
        return super().convert(value, param, ctx)


@click.command("convert", cls=Command, short_help="Convert galleries and items from one dialect to another.")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@output("A file, or a folder where each input keeps its name.")
@click.option("--from", "source", type=Choice(*SOURCES), default=SOURCES[0], help="What is read.")
@click.option("--to", "target", type=Target(*TARGETS), default="frontend", help="What is written.")
@click.option(
    "--input-format",
    type=Choice("auto", "json", "ndjson"),
    default="auto",
    help="auto: one value a line for .ndjson and .jsonl, else one document.",
)
@output_format("json", "ndjson", "js", help="js is a JavaScript module.  [default: as the input]")
@max_input()
@click.option(
    "--indent",
    type=click.IntRange(0, 16),
    help="Blanks to a level, 0 for one line.  [default: 2 on a terminal, else 0]",
)
@click.option("--report", metavar="FILE", help="Write every finding to FILE.")
@click.option(
    "--report-format",
    type=Choice(*REPORT_FORMATS),
    help="[default: by the suffix of FILE: .jsonl, .sarif, .xml for junit; else json]",
)
@click.option("--sidecar", metavar="FILE", help="Keep in FILE what restore needs to bring everything back.")
@click.option("--rejects", metavar="FILE", help="Keep what cannot be converted in FILE, one item a line.")
@click.option("--ledger", metavar="FILE", help="Write where every value went to FILE, one value a line.")
@conversion_flags
@click.option(
    "--extract",
    metavar="FILE",
    help="Where extracted text items, long descriptions and link texts go, one a line.",
)
@show()
@click.option(
    "--fail-on",
    type=Choice("error", "warning", "info", "never"),
    help="Exit with 1 if anything this bad is found.  [default: error]",
)
@click.option("--strict", is_flag=True, help="--fail-on info, and write no data on failure.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="Convert the lines of large .ndjson files in N processes.  [default: 1]",
)
@click.option(
    "--engine",
    type=Choice("local", "dask"),
    default="local",
    help="dask: on a cluster, into the parts of the folder OUT; goes on after an interruption.",
)
@click.option("--scheduler", metavar="URL", help="Of the cluster; without it, processes of this machine.")
@click.option("--no-report", is_flag=True, help="With --engine dask: write no report parts.")
@click.option(
    "--verbose", is_flag=True, help="Say how many items were converted together, and why others were not."
)
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Convert each INPUT, or standard input, and write data to standard output or OUT.

    An INPUT is an item, a list of items, a gallery, or any answer of a call that holds them.
    What cannot be carried over is told on standard error; an item that cannot be converted
    is left out and never costs another one.

    \b
    Exit codes:
      0  done, and nothing found that --fail-on names
      1  something found that --fail-on names
      2  wrong usage, unreadable input, or output that cannot be written
      3  an error of Gallery Lens itself, which cost an item; no option hides it
    """
    from gallery_lens.cli._options import Options

    options = Options(**values)
    if options.engine == "dask":
        from gallery_lens.cli._distributing import run
    else:
        from gallery_lens.cli._converting import run

    return run(options, settings)
