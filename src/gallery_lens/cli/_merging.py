"""The command ``merge``: read, merge and write all pages."""

from collections.abc import Sequence
from typing import Any

import attrs

from gallery_lens import pages as package
from gallery_lens.cli.convert.formats import encode_document
from gallery_lens.cli.convert.options import ConvertCommandOptions, indent_of
from gallery_lens.cli.convert.run import exit_code, refusing
from gallery_lens.cli.convert.run_report import RunReport, TrackedReport
from gallery_lens.cli.io.documents import Document, destination, read_documents
from gallery_lens.cli.io.files import Outputs
from gallery_lens.cli.io.inputs import inputs
from gallery_lens.cli.shared.settings import Settings, width
from gallery_lens.reporters.text import number, render


def run(settings: Settings, *, pages: Sequence[str], **options: Any) -> int:
    """Merge *pages* and return the exit code; *options* are those that ``convert`` has too.

    Raises:
        UsageError: The options make no sense together, or the pages are of different galleries.
        OutputError: Something cannot be written; no file was touched.
    """
    chosen = ConvertCommandOptions(inputs=tuple(pages), **options)
    given = inputs(chosen.inputs, "auto")
    path = destination(chosen, [each.path for each in given])
    with Outputs() as outputs:
        record = RunReport(outputs, chosen, outputs)
        read: list[tuple[TrackedReport, Document]] = []
        for each in given:
            entry = record.open(each.name, chosen.conversion.source, "one gallery")
            with refusing(entry):
                read += [(entry, document) for document in read_documents(each)]
        result = None if record.unreadable else _merge(read, chosen.conversion.at)
        if result:
            for chunk in encode_document(result.value, "json", indent_of(chosen, "json", path)):
                outputs.open(path).write(chunk)
        record.close()
        outputs.commit(data=result is not None)
    told = [summary for summary in record.summaries if summary.groups or summary.unreadable]
    parts = [render(told, width=width())] if told else []
    if result is not None:
        parts.append(f"Merged {number(sum(result.counts), 'item')} of {number(len(read), 'page')}.\n")
    settings.tell("\n".join(parts))
    return exit_code(record, chosen)


def _merge(read: Sequence[tuple[TrackedReport, Document]], at: str | None) -> package.Merged:
    names = [
        f"{entry.summary.name}:{document.line}" if document.line else entry.summary.name
        for entry, document in read
    ]
    merged = package.merge([document.value for _, document in read], names, at)
    for index, (entry, document) in enumerate(read):
        page = f"/{index}"
        of_page = (each for each in merged.diagnostics if f"{each.pointer}/".startswith(f"{page}/"))
        within = (attrs.evolve(each, pointer=each.pointer.removeprefix(page)) for each in of_page)
        entry.find(within, document.line)
        entry.summary.items += merged.counts[index]
        entry.summary.converted += merged.counts[index]
        entry.summary.read_as(merged.dialects)
    return merged
