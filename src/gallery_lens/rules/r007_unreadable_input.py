"""A file is missing, is a folder, or cannot be read to its end.

Reported for an input that is named and does not exist, that is a folder where a file is needed, that
may not be read, that is compressed and damaged, or that is too large to be read as one document.
What is in a file that can be read and is not JSON is ``not-json``.

## Why it matters

Nothing of the file reaches the page. The other inputs of the run are converted or linted all the same,
and the exit code is 2.

## What to do

Check the name and the rights of the file. Name the files of a folder, or a pattern such as
``FOLDER/*.json``; ``lint`` takes folders. Write very large documents as NDJSON, one gallery or item a
line.

## Source

The operating system's answer, which the message quotes.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules.base import Rule

RULE = Rule(
    code="R007",
    name="unreadable-input",
    severity=Severity.ERROR,
    refuses="text",
    message="The input cannot be read: {problem}.",
    help="Check the name and the rights of the file.",
    explain=__doc__,
    bad=(),  # it is about files, and never about a document
    good=(),
)
