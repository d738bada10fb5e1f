"""``gallery-lens convert``: galleries and items from one dialect to another."""

from typing import Any

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import (
    Choice,
    Target,
    conversion_flags,
    fail_on,
    indent,
    input_format,
    max_input,
    output,
    output_format,
    report,
    show,
    source,
)
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.words import TARGETS


@click.command("convert", cls=Command, short_help="Convert galleries and items from one dialect to another.")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@output("Output file, or folder where each input keeps its name.  [default: standard output]")
@source()
@click.option("--to", "target", type=Target(*TARGETS), default="frontend", help="Target format.")
@input_format()
@output_format("json", "ndjson", "js", help="js: a JavaScript module.  [default: same as the input]")
@max_input()
@indent()
@report()
@click.option("--sidecar", metavar="FILE", help="Write to FILE what restore needs to reproduce the source.")
@click.option("--rejects", metavar="FILE", help="Write items that cannot be converted to FILE, one per line.")
@click.option("--ledger", metavar="FILE", help="Write the fate of every value to FILE, one per line.")
@conversion_flags
@click.option(
    "--extract",
    metavar="FILE",
    help="Write text items, long descriptions and link texts to FILE, one per line.",
)
@show()
@fail_on()
@click.option("--strict", is_flag=True, help="Same as --fail-on info, and write no data on failure.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="Processes for the lines of large .ndjson files.  [default: 1]",
)
@click.option(
    "--engine",
    type=Choice("local", "dask"),
    default="local",
    help="dask: convert on a cluster, into part files in the folder OUT; resumes after an interruption.",
)
@click.option(
    "--scheduler", metavar="URL", help="Scheduler of the cluster.  [default: processes on this machine]"
)
@click.option("--no-report", is_flag=True, help="Write no report parts with --engine dask.")
@click.option(
    "--verbose", is_flag=True, help="Print how many items were converted in bulk, and why others were not."
)
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Convert each INPUT, or standard input, and write data to standard output or OUT.

    An INPUT is an item, a list of items, a gallery, or any API response that contains them.
    Losses are reported on standard error. An item that cannot be converted is skipped; the
    others are not affected.

    \b
    Exit codes:
      0  success; no findings at or above --fail-on
      1  findings at or above --fail-on
      2  invalid usage, unreadable input, or unwritable output
      3  an internal error, which cost an item; no option suppresses it
    """
    from gallery_lens.cli.convert.options import ConvertCommandOptions

    options = ConvertCommandOptions(**values)
    if options.engine == "dask":
        from gallery_lens.cli.convert.distributed import run
    else:
        from gallery_lens.cli.convert.run import run

    return run(options, settings)
