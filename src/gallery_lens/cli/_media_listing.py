"""The command ``media-list``: read all inputs, and write a line for each of their media."""

from collections.abc import Sequence
from typing import Any

from gallery_lens import api, jsontext
from gallery_lens.cli.convert.options import ConvertCommandOptions
from gallery_lens.cli.convert.run import exit_code, refusing
from gallery_lens.cli.convert.run_report import RunReport, TrackedReport
from gallery_lens.cli.io.compression import bare
from gallery_lens.cli.io.documents import Document, destination, read_documents
from gallery_lens.cli.io.files import Outputs
from gallery_lens.cli.io.inputs import Unreadable, inputs
from gallery_lens.cli.shared.settings import Settings, width
from gallery_lens.conversion.media_list import COLUMNS
from gallery_lens.reporters.text import number, render


def run(settings: Settings, *, form: str | None, **options: Any) -> int:
    """List the media of all inputs and return the exit code; *options* are those that ``convert`` has too.

    Raises:
        UsageError: The options make no sense together.
        OutputError: Something cannot be written; no file was touched.
    """
    chosen = ConvertCommandOptions(**options)
    given = inputs(chosen.inputs, "auto")
    path = destination(chosen, [each.path for each in given])
    with Outputs() as outputs:
        record = RunReport(outputs, chosen, outputs)
        rows: list[dict[str, Any]] = []
        for each in given:
            entry = record.open(each.name, chosen.conversion.source, "media list")
            with refusing(entry):
                for document in read_documents(each):
                    rows += _listed(document, chosen, entry)
        outputs.open(path).write(encode_rows(rows, form, path))
        record.close()
        outputs.commit()
    told = [summary for summary in record.summaries if summary.groups or summary.unreadable]
    findings = render(told, width=width()) if told else ""
    listed = f"Listed {number(len(rows), 'file')}.\n"
    settings.tell(f"{findings}\n{listed}" if findings else listed)
    return exit_code(record, chosen)


def _listed(
    document: Document, options: ConvertCommandOptions, entry: TrackedReport
) -> Sequence[dict[str, Any]]:
    found = api.media_found(document.value, options.conversion.source, options.conversion.at)
    for each in found.diagnostics:
        if each.name == "not-an-item" and not each.pointer and document.line is None:
            raise Unreadable(each)
    entry.find(found.diagnostics, document.line)
    entry.summary.items += found.items
    entry.summary.converted += found.converted
    entry.summary.read_as(found.dialects)
    rows: Sequence[dict[str, Any]] = found.value
    return rows


def encode_rows(rows: Sequence[dict[str, Any]], form: str | None, path: str) -> bytes:
    """Return the bytes of a list in the format *form*, else by the suffix of *path*."""
    return _ENCODERS[form or ("jsonl" if bare(path).lower().endswith((".jsonl", ".ndjson")) else "csv")](rows)


def _csv(rows: Sequence[dict[str, Any]]) -> bytes:
    import csv
    import io

    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


_ENCODERS = {"csv": _csv, "jsonl": jsontext.write_lines}
