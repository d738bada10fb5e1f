"""Commands that read whole documents and write one: how they read, and where they write."""

from collections.abc import Iterator, Sequence
from typing import Any

from gallery_lens import jsontext
from gallery_lens.cli.convert.options import ConvertCommandOptions, check_papers
from gallery_lens.cli.io.destinations import is_folder
from gallery_lens.cli.io.files import STDOUT
from gallery_lens.cli.io.inputs import Input, opened, read_chunks, read_whole
from gallery_lens.errors import UsageError
from gallery_lens.values import Record, evolve


class Document(Record):
    """One JSON value of an input."""

    value: Any
    notes: tuple[jsontext.Note, ...]
    line: int | None = None  #: of an input that holds one value per line


def read_documents(given: Input, depth: int = jsontext.MAX_DEPTH) -> Iterator[Document]:
    """Yield the values that an input holds: one, or one per line; *depth* is how deep they may be nested.

    Raises:
        Unreadable: It cannot be read.
        NotJson: It holds something else than JSON.
    """
    with opened(given.path) as file:
        if given.lines:
            for line in jsontext.read_lines(read_chunks(file)):
                read = jsontext.read(line.data, depth=depth)
                yield Document(read.document, (*line.notes, *read.notes), line.number)
            return
        data = read_whole(file)
    try:
        read = jsontext.read(data, depth=depth)
    except jsontext.NotJson:
        if (stream := jsontext.read_stream(data)) is None:
            raise
        for each in stream:
            read = jsontext.read(each.data, depth=depth)
            yield Document(read.document, (*each.notes, *read.notes), each.number)
    else:
        yield Document(read.document, read.notes)


def destination(
    options: ConvertCommandOptions, inputs: Sequence[str], *further: tuple[str, str | None]
) -> str:
    """Return where the one output goes.

    Args:
        options: name the output and the report.
        inputs: the paths of all that is read.
        further: other outputs: the option of each, and its path.

    Raises:
        UsageError: It is a folder, it would replace an input, or two outputs are one file.
    """
    path = options.output or STDOUT
    if is_folder(path):
        raise UsageError(f"{path} is a folder: name a file for the one document that is written.")
    check_papers(evolve(options, inputs=tuple(inputs)), [path], further)
    return path
