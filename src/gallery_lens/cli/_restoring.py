"""What ``restore`` does: a view and its sidecar are read, put together and written."""

import io
from collections.abc import Iterator
from typing import Any

from gallery_lens import api, jsontext
from gallery_lens.cli._converting import finish, note, refusing
from gallery_lens.cli._files import Outputs
from gallery_lens.cli._formats import encode_document, encode_lines
from gallery_lens.cli._inputs import STDIN, Unreadable, has_lines, opened, reading
from gallery_lens.cli._options import Job, Options, jobs, same_file
from gallery_lens.cli._record import Entry, Record
from gallery_lens.cli._settings import Settings
from gallery_lens.errors import SidecarError, UsageError


def run(settings: Settings, *, view: str, sidecar: str, target: str | None, **options: Any) -> int:
    """Restore a view and return the exit code; *options* are those that ``convert`` has too.

    Raises:
        UsageError: The options make no sense together.
        SidecarError: The sidecar cannot be read, or does not belong to the view.
        OutputError: Something cannot be written; no file was touched.
    """
    chosen = Options(inputs=(view,), source="frontend", target=target or "its source", **options)
    (job,) = jobs(chosen)
    _check(chosen, view, sidecar)
    with Outputs() as data, Outputs() as papers:
        record = Record(papers, chosen, data)
        entry = record.open(job.input.name, chosen.source, chosen.target)
        with refusing(entry):
            sink = data.open(job.path)
            for chunk in _restored(job, sidecar, target, entry):
                sink.write(chunk)
        record.close()
        if not record.unreadable:
            data.commit()
        papers.commit()
    return finish(record, (job,), chosen, settings)


def _check(options: Options, view: str, sidecar: str) -> None:
    if view == STDIN == sidecar:
        raise UsageError("Standard input (-) can be read only once.")
    for name, path in (("-o", options.output), ("--report", options.report)):
        if path and same_file(path, sidecar):
            raise UsageError(f"{name} would overwrite the sidecar {sidecar}.")


def _restored(job: Job, sidecar: str, target: str | None, entry: Entry) -> Iterator[bytes]:
    kept = _read_sidecar(sidecar)
    if has_lines(sidecar, "auto"):
        if not job.input.lines:
            raise UsageError(f"{sidecar} holds one sidecar a line: VIEW has to be NDJSON, too.")
        return encode_lines(list(_line_by_line(job, kept, target, entry)), "ndjson", None)
    texts = _read(job.input.path)
    readings = [jsontext.read(text) for text in (_lines(texts) if job.input.lines else [texts])]
    notes = [each for reading in readings for each in reading.notes]
    documents = [reading.document for reading in readings]
    result = api.restore(
        documents if job.input.lines else documents[0],
        kept[0],
        target=target,
        notes=() if job.input.lines else notes,
    )
    note(result, entry)
    return encode_document(result.value, "json", job.indent)


def _line_by_line(job: Job, kept: list[Any], target: str | None, entry: Entry) -> Iterator[Any]:
    lines = _lines(_read(job.input.path))
    if len(lines) != len(kept):
        raise SidecarError(
            "foreign",
            f"The sidecar is of another view: it has {len(kept)} line(s), and this has {len(lines)}. "
            "Write null for what is to go.",
        )
    for number, (text, sidecar) in enumerate(zip(lines, kept, strict=True), start=1):
        reading = jsontext.read(text)
        if reading.document is None and sidecar is None:
            yield None
            continue
        try:
            result = api.restore(reading.document, sidecar, target=target, notes=reading.notes)
        except SidecarError as error:
            raise SidecarError(error.reason, f"Line {number}: {error}") from None
        note(result, entry, number)
        yield result.value


def _read_sidecar(path: str) -> list[Any]:
    try:
        data = _read(path)
        texts = _lines(data) if has_lines(path, "auto") else [data]
        return [jsontext.read(text).document for text in texts]
    except Unreadable as error:
        problem = error.diagnostic.message
    except jsontext.NotJson as error:
        problem = f"it is no JSON: {error}."
    raise SidecarError("off-schema", f"The sidecar {path} cannot be read: {problem}")


def _read(path: str) -> bytes:
    with opened(path) as file, reading():
        return file.read()


def _lines(data: bytes) -> list[bytes]:
    return [line.data for line in jsontext.read_lines(io.BytesIO(data))]
