"""``gallery-lens lint``: what is wrong with galleries and items, and where."""

from typing import Any

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import (
    Target,
    at,
    conversion_flag,
    fail_on,
    input_format,
    max_input,
    output,
    output_format,
    report,
    show,
    source,
)
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.words import REPORT_FORMATS, TARGETS


@click.command("lint", cls=Command, short_help="Check galleries and items for errors and losses.")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@output()
@source(default=None)
@click.option(
    "--to",
    "target",
    type=Target(*TARGETS),
    help="Target format; that of the source itself checks for errors only.  [default: frontend]",
)
@conversion_flag("profile", configurable=True)
@input_format()
@at()
@max_input()
@output_format("text", *REPORT_FORMATS, help="text: findings with source lines.  [default: text]")
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Rules to check: codes, names, prefixes such as L1, or ALL, separated by commas.  [default: ALL]",
)
@click.option("--ignore", multiple=True, metavar="CODES", help="Rules to exclude.")
@click.option("--extend-select", multiple=True, metavar="CODES", help="Rules to add to the selection.")
@click.option("--baseline", metavar="FILE", help="Suppress findings recorded in FILE.")
@click.option(
    "--write-baseline", metavar="FILE", help="Record all findings in FILE, to suppress them from now on."
)
@click.option("--prune-baseline", is_flag=True, help="Remove stale entries from the baseline.")
@click.option("--fix", is_flag=True, help="Apply safe fixes.")
@click.option("--fix-only", is_flag=True, help="Apply safe fixes without reporting findings; exit with 0.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="Include fixes that change what the gallery shows, with --fix, --fix-only or --diff.",
)
@click.option("--diff", is_flag=True, help="Print the changes that --fix would make, without making them.")
@report(multiple=True)
@click.option("--exclude", metavar="GLOB", multiple=True, help="Files and folders to skip in folders.")
@click.option("--force-exclude", is_flag=True, help="Skip excluded files even if they are named.")
@click.option(
    "--respect-gitignore/--no-respect-gitignore",
    default=True,
    help="Skip files that .gitignore lists.  [default: yes]",
)
@click.option("--ignore-unknown", is_flag=True, help="Skip named files without a gallery, as in folders.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="Processes for large numbers of files.  [default: 1]",
)
@click.option(
    "--config",
    metavar="FILE",
    help="Configuration file.  [default: nearest gallery-lens.toml or pyproject.toml above each INPUT]",
)
@show()
@fail_on("warning")
@click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="Number of warnings to allow.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even with findings.")
@click.option("--statistics", is_flag=True, help="Print the number of findings per code.")
@click.option("--stdin-filename", metavar="NAME", help="File name to report for standard input.")
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Check each INPUT, or standard input, and report errors and what a conversion would lose.

    An INPUT is a file of items or galleries, or a folder with such files (.json, .ndjson, .jsonl,
    compressed or not). In folders, files without a gallery are skipped and counted, as are outputs
    of this command, hidden folders, node_modules and files that .gitignore lists.

    \b
    Exit codes:
      0  no findings at or above --fail-on; with --diff, no changes; with --fix-only, always
      1  findings at or above --fail-on; with --diff, changes
      2  invalid usage, unreadable input, or unwritable output
      3  an internal error, which cost an item; no option suppresses it
    """
    from gallery_lens.cli.lint.options import LintCommandOptions
    from gallery_lens.cli.lint.run import run

    return run(LintCommandOptions(**values), settings)
