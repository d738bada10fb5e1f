"""The command ``restore``: read a view and its sidecar, merge and write them."""

import contextlib
import io
from collections.abc import Iterator
from typing import Any, Final

import attrs

from gallery_lens import api, jsontext
from gallery_lens.cli.convert.formats import encode_document, encode_lines
from gallery_lens.cli.convert.options import ConvertCommandOptions, Job, jobs
from gallery_lens.cli.convert.run import finish, is_lost, refusing
from gallery_lens.cli.convert.run_report import RunReport, TrackedReport
from gallery_lens.cli.io.destinations import named_inputs, refuse_overwriting
from gallery_lens.cli.io.files import STDOUT, Outputs
from gallery_lens.cli.io.inputs import STDIN, Input, Unreadable, has_lines, opened, read_whole
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.errors import SidecarError, UsageError
from gallery_lens.lines.values import note

_REMEDY: Final = "Name the file that convert wrote with --sidecar FILE."
#: A sidecar is one level around the document that it keeps.
_DEPTH: Final = jsontext.MAX_DEPTH + 1


@attrs.frozen
class _Kept:
    """One sidecar of a file of them, not read yet."""

    name: str  #: of the file, with the line where there are several
    text: bytes


def run(
    settings: Settings,
    *,
    view: str,
    sidecar: str,
    target: str | None,
    profile: str | None,
    replace_all: bool,
    **options: Any,
) -> int:
    """Restore a view and return the exit code; *options* are those that ``convert`` has too.

    Raises:
        UsageError: The options make no sense together.
        SidecarError: The sidecar cannot be read, or does not belong to the view; the message names it.
        OutputError: Something cannot be written; no file was touched.
    """
    chosen = ConvertCommandOptions(inputs=(view,), source="frontend", **options)
    (job,) = jobs(chosen)
    if view == STDIN == sidecar:
        raise UsageError("Standard input (-) can be read only once.")
    written = (("-o", chosen.output or STDOUT), ("--report", chosen.report), ("--rejects", chosen.rejects))
    given = [*named_inputs([view]), (f"the sidecar {sidecar}", sidecar)]
    refuse_overwriting([(name, path) for name, path in written if path], given)
    with Outputs() as outputs:
        record = RunReport(outputs, chosen, outputs)
        entry = record.open(job.input.name, chosen.conversion.source, target or "its source")
        with refusing(entry):
            how = {"target": target, "profile": profile, "replace_all": replace_all}
            chunks = _restored(job, Input(sidecar, has_lines(sidecar, "auto")), how, entry)
            for chunk in chunks or ():
                outputs.open(job.path).write(chunk)
        record.close()
        outputs.commit(data=not record.unreadable)
    return finish(record, (job,), chosen, settings)


def _restored(job: Job, sidecar: Input, how: dict[str, Any], entry: TrackedReport) -> Iterator[bytes] | None:
    kept = _kept(sidecar)
    data = _read(job.input.path)
    if sidecar.lines or len(kept) > 1:
        return encode_lines(list(_line_by_line(job, data, kept, sidecar.name, how, entry)), "ndjson", None)
    texts = [line.data for line in jsontext.read_lines(io.BytesIO(data))] if job.input.lines else [data]
    readings = [jsontext.read(text) for text in texts]
    documents = [each.document for each in readings]
    document = documents if job.input.lines else documents[0]
    notes = () if job.input.lines else readings[0].notes
    beside = _sidecar(kept[0])
    with _naming(kept[0].name):
        result = api.restore(document, beside, **how, notes=notes)
    note(result, entry)
    if is_lost(result):
        return None
    return encode_document(result.value, "json", job.indent)


def _line_by_line(
    job: Job, data: bytes, kept: list[_Kept], name: str, how: dict[str, Any], entry: TrackedReport
) -> Iterator[Any]:
    """Restore views that stand one per line, or follow each other, as the sidecars called *name* do."""
    lines = list(jsontext.read_lines(io.BytesIO(data))) if job.input.lines else jsontext.read_stream(data)
    if lines is None:
        raise UsageError(f"{name} holds one sidecar per line: VIEW has to be NDJSON, too.")
    if len(kept) != len(lines):
        raise SidecarError(
            "foreign",
            f"{name}: The sidecar is of another view: it has {len(kept)} line(s), and this has {len(lines)}. "
            "Name the one that was written with it; where nothing is left of a line, write null.",
        )
    for line, each in zip(lines, kept, strict=True):
        view, sidecar = jsontext.read(line.data), _sidecar(each)
        if view.document is None and sidecar is None:
            yield None
            continue
        with _naming(each.name):
            result = api.restore(view.document, sidecar, **how, notes=view.notes)
        note(result, entry, line.number)
        yield result.value


def _kept(sidecar: Input) -> list[_Kept]:
    with _naming(sidecar.name):
        data = _read(sidecar.path)
        several = None if sidecar.lines else jsontext.read_stream(data)
        if not (sidecar.lines or several):
            return [_Kept(sidecar.name, data)]
        lines = several or jsontext.read_lines(io.BytesIO(data))
        return [_Kept(f"{sidecar.name}:{line.number}", line.data) for line in lines]


def _sidecar(kept: _Kept) -> Any:
    with _naming(kept.name):
        return jsontext.read(kept.text, depth=_DEPTH).document


@contextlib.contextmanager
def _naming(name: str) -> Iterator[None]:
    """Put the sidecar's name in front of what is wrong with it."""
    try:
        yield
    except SidecarError as error:
        raise SidecarError(error.reason, f"{name}: {error}") from None
    except Unreadable as error:
        raise SidecarError("off-schema", f"{name}: {error.diagnostic.message} {_REMEDY}") from None
    except jsontext.NotJson as error:
        raise SidecarError("off-schema", f"{name}: The sidecar is not JSON: {error}. {_REMEDY}") from None


def _read(path: str) -> bytes:
    with opened(path) as file:
        return read_whole(file)
