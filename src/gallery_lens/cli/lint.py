"""``gallery-lens lint``: what is wrong with galleries and items, and where."""

from typing import Any, Final

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import (
    Choice,
    at,
    conversion_flag,
    max_input,
    output,
    output_format,
    show,
)
from gallery_lens.cli._settings import Settings
from gallery_lens.cli.convert import Target
from gallery_lens.words import SOURCES, TARGETS

#: What ``--output-format`` takes; written out, so that ``--help`` need not import the reporters.
FORMATS: Final = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit")


@click.command("lint", cls=Command, short_help="Say what is wrong with galleries and items, and where.")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@output("A file.  [default: standard output]")
@click.option("--from", "source", type=Choice(*SOURCES), help="What is read.  [default: auto]")
@click.option(
    "--to",
    "target",
    type=Target(*TARGETS),
    help="What it is to become; its own dialect asks only for what is wrong in itself.  [default: frontend]",
)
@conversion_flag("profile")
@click.option(
    "--input-format",
    type=Choice("auto", "json", "ndjson"),
    default="auto",
    help="auto: one value a line for .ndjson and .jsonl, else one document.",
)
@at()
@max_input()
@output_format(*FORMATS, help="text shows the lines that findings are about.  [default: text]")
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Codes, names, beginnings of codes such as L1, or ALL, with commas.  [default: ALL]",
)
@click.option("--ignore", multiple=True, metavar="CODES", help="What is not wanted of them.")
@click.option("--extend-select", multiple=True, metavar="CODES", help="What is wanted besides.")
@click.option("--baseline", metavar="FILE", help="Hold back the findings that FILE knows.")
@click.option(
    "--write-baseline", metavar="FILE", help="Write all findings to FILE, to know them from now on."
)
@click.option("--prune-baseline", is_flag=True, help="Take out of the baseline what is no longer found.")
@click.option("--fix", is_flag=True, help="Apply safe fixes to the files.")
@click.option("--fix-only", is_flag=True, help="Apply safe fixes; report nothing, exit with 0.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="With --fix, --fix-only or --diff: also fixes that change what the gallery shows.",
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--report",
    metavar="FILE",
    multiple=True,
    help="Write every finding to FILE, too; can be repeated.",
)
@click.option(
    "--report-format",
    type=Choice(*FORMATS[1:]),
    help="[default: by the suffix of FILE: .jsonl, .sarif, .xml for junit; else json]",
)
@click.option("--exclude", metavar="GLOB", multiple=True, help="Files and folders to pass over in folders.")
@click.option("--force-exclude", is_flag=True, help="Pass over excluded files that are named, too.")
@click.option(
    "--respect-gitignore/--no-respect-gitignore",
    default=True,
    help="Pass over files of folders that .gitignore names.  [default: yes]",
)
@click.option(
    "--ignore-unknown", is_flag=True, help="Pass over named files that hold no gallery, as in folders."
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="Lint files in N processes.  [default: 1]",
)
@click.option(
    "--config",
    metavar="FILE",
    help="Follow FILE.  [default: gallery-lens.toml or pyproject.toml, the nearest upwards of each INPUT]",
)
@show()
@click.option(
    "--fail-on",
    type=Choice("error", "warning", "info", "never"),
    help="Exit with 1 if anything this bad is found.  [default: warning]",
)
@click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="Let up to N warnings pass.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--statistics", is_flag=True, help="Count how often each code is found.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input.")
@click.pass_obj
def command(settings: Settings, /, **values: Any) -> int:
    r"""Look at each INPUT, or standard input, and report what a conversion would lose or refuse.

    An INPUT is a file of items or galleries, or a folder with such files (.json, .ndjson, .jsonl,
    compressed or not). In folders, files without a gallery are passed over and counted, as are
    outputs of this command, hidden folders, node_modules and what .gitignore names.

    \b
    Exit codes:
      0  nothing found that --fail-on names, nothing to fix with --diff, or --fix-only
      1  something found that --fail-on names, or something to fix with --diff
      2  wrong usage, unreadable input, or output that cannot be written
      3  an error of Gallery Lens itself, which cost an item; no option hides it
    """
    from gallery_lens.cli._linting import run
    from gallery_lens.cli._linting_options import Options

    return run(Options(**values), settings)
