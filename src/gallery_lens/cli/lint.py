"""``gallery-lens lint``: what is wrong with galleries and items, and where."""

from typing import Any, Final

import click

from gallery_lens.cli._command import Command
from gallery_lens.cli._parameters import Choice, output, output_format
from gallery_lens.cli._settings import Settings
from gallery_lens.cli.convert import DIALECTS, TARGETS, Target

#: What ``--output-format`` takes; written out, so that ``--help`` need not import the reporters.
FORMATS: Final = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit")


@click.command("lint", cls=Command, short_help="Say what is wrong with galleries and items, and where.")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@output("A file.  [default: standard output]")
@click.option("--from", "source", type=Choice("auto", *DIALECTS), help="What is read.  [default: auto]")
@click.option(
    "--to",
    "target",
    type=Target(*TARGETS),
    help="What it is to become; its own dialect asks only for what is wrong in itself.  [default: frontend]",
)
@click.option(
    "--input-format",
    type=Choice("auto", "json", "ndjson"),
    default="auto",
    help="auto: one value a line for .ndjson and .jsonl, else one document.",
)
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
@click.option("--fix", is_flag=True, help="Put right in the files what can be put right safely.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: what changes the gallery's look, too."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--config",
    metavar="FILE",
    help="Follow FILE.  [default: gallery-lens.toml or pyproject.toml, the nearest upwards of each INPUT]",
)
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

    An INPUT is a file of items or galleries, or a folder, all of whose .json, .ndjson and .jsonl
    files are looked at, compressed or not; hidden folders and node_modules are passed over.

    \b
    Exit codes:
      0  nothing found that --fail-on names, or nothing to fix with --diff
      1  something found that --fail-on names, or something to fix with --diff
      2  wrong usage, unreadable input, or output that cannot be written
      3  an error of Gallery Lens itself, which cost an item; no option hides it
    """
    from gallery_lens.cli._linting import run
    from gallery_lens.cli._linting_options import Options

    return run(Options(**values), settings)
