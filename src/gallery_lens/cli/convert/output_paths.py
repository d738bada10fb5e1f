"""The destination of the data of each input."""

import itertools
import os
from collections.abc import Sequence
from pathlib import Path

from gallery_lens.cli.convert.formats import SUFFIXES
from gallery_lens.cli.io.compression import bare, suffix
from gallery_lens.cli.io.files import STDOUT
from gallery_lens.cli.io.inputs import STDIN, Input
from gallery_lens.cli.io.overwriting import refuse_overwriting
from gallery_lens.errors import UsageError


def destinations(inputs: Sequence[Input], forms: Sequence[str], output: str | None) -> tuple[str, ...]:
    """Return the path of each input's data, ``-`` being standard output.

    Args:
        inputs: what is read.
        forms: the format each is written in.
        output: what ``-o`` said: a file, a folder, or nothing.

    Raises:
        UsageError: Two inputs would be written to one place that cannot hold both.
    """
    if output is not None and is_folder(output):
        names = (_file_name(each, form) for each, form in zip(inputs, forms, strict=True))
        paths = tuple(str(Path(output) / name) for name in names)
        refuse_overwriting([(each.name, path) for each, path in zip(inputs, paths, strict=True)], ())
        return paths
    if len(inputs) > 1:
        _refuse_several(forms, output)
    return (output or STDOUT,) * len(inputs)


def is_folder(output: str) -> bool:
    """Return whether *output* names a folder: it is one, or ends in a slash."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def _file_name(given: Input, form: str) -> str:
    """Return the name of an input's data in a folder: its own with the suffix of *form*, compressed alike."""
    full = "stdin" if given.path == STDIN else Path(given.path).name
    name = bare(full)
    if not name.lower().endswith(SUFFIXES[form]):
        known = itertools.chain.from_iterable(SUFFIXES.values())
        path = Path(name)
        name = (path.stem if path.suffix.lower() in known else name) + SUFFIXES[form][0]
    return name + suffix(full)


def _refuse_several(forms: Sequence[str], output: str | None) -> None:
    if "js" in forms:
        raise UsageError("A JavaScript module holds one input only: name a folder (-o FOLDER/) for several.")
    if set(forms) == {"ndjson"}:
        return
    if output is not None and output != STDOUT:
        raise UsageError(f"{output} can hold one document only: name a folder (-o {output}/) for several.")
    raise UsageError(
        "Standard output can hold one document only: name a folder (-o FOLDER/) for several, "
        "or write one value per line with --output-format ndjson."
    )
