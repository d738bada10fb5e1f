"""The commands ``clone`` and ``remap``: read one gallery, write one document."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from gallery_lens import cloning
from gallery_lens.api import Result, media_list
from gallery_lens.cli._media_listing import encode_rows
from gallery_lens.cli.convert.formats import encode_document
from gallery_lens.cli.convert.options import ConvertCommandOptions, Job, indent_of
from gallery_lens.cli.convert.run import finish, refusing
from gallery_lens.cli.convert.run_report import RunReport
from gallery_lens.cli.io.documents import destination, read_documents
from gallery_lens.cli.io.files import Outputs
from gallery_lens.cli.io.inputs import Unreadable, inputs, opened, read_whole
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.cloning.media_map import media_map, read_media_map
from gallery_lens.cloning.remapping import Remapped, remapped
from gallery_lens.errors import UsageError
from gallery_lens.lines.values import note
from gallery_lens.reporters.visible import visible


def clone(settings: Settings, *, gallery: str, **options: Any) -> int:
    """Write the body that creates a copy, and return the exit code."""
    chosen = ConvertCommandOptions(inputs=(gallery,), **options)
    return _run(settings, chosen, "a new gallery", [], partial(cloning.clone, at=chosen.conversion.at))


def remap(
    settings: Settings,
    *,
    gallery: str,
    media_map_path: str,
    strip_ids: bool,
    old_domains: Sequence[str],
    download_list: str | None,
    **options: Any,
) -> int:
    """Write the gallery with new media ids, list what is left, and return the exit code."""
    chosen = ConvertCommandOptions(inputs=(gallery,), **options)
    _, beside = inputs((gallery, media_map_path), "auto")
    try:
        with opened(beside.path) as file:
            data = read_whole(file)
        known = media_map(read_media_map(data))
    except Unreadable as error:
        raise UsageError(f"{beside.name}: {error.diagnostic.message}") from None
    except UsageError as error:
        raise UsageError(f"{beside.name}: {error}") from None
    left: list[Remapped] = []

    def make(document: Any) -> Result:
        left.append(
            remapped(document, known, strip_ids=strip_ids, old_domains=old_domains, at=chosen.conversion.at)
        )
        return left[0].result

    code = _run(settings, chosen, "the new site", [media_map_path], make, download_list)
    for each in left:
        settings.tell(_listed("Media without a new id", each.unmapped))
        settings.tell(_listed("Links that may lead to the old site", each.links))
    return code


def _listed(title: str, places: Mapping[str, Sequence[str]]) -> str:
    lines = (f"  {visible(value)}  {visible(', '.join(at))}\n" for value, at in places.items())
    return f"\n{title}: {len(places)}\n{''.join(lines)}" if places else ""


def _run(
    settings: Settings,
    options: ConvertCommandOptions,
    target: str,
    beside: Sequence[str],
    make: Callable[[Any], Result],
    download_list: str | None = None,
) -> int:
    """Write what *make* makes of the one input, which is *target*; *beside* are further files that are read.

    The files of the input are listed in *download_list*.

    Raises:
        UsageError: The options make no sense together, or there is no one gallery.
        OutputError: Something cannot be written; no file was touched.
    """
    (given,) = inputs(options.inputs, "auto")
    path = destination(options, [given.path, *beside], ("--download-list", download_list))
    job = Job(options, given, "json", path, indent_of(options, "json", path))
    with Outputs() as data, Outputs() as papers:
        record = RunReport(papers, options, data)
        entry = record.open(given.name, options.conversion.source, target)
        with refusing(entry):
            documents = list(read_documents(given))
            if len(documents) != 1:
                raise UsageError(f"{given.name} holds {len(documents)} values: give one gallery.")
            result = make(documents[0].value)
            note(result, entry)
            for chunk in encode_document(result.value, "json", job.indent):
                data.open(path).write(chunk)
            if download_list:
                rows = media_list(documents[0].value, at=options.conversion.at)
                data.open(download_list).write(encode_rows(rows, None, download_list))
        record.close()
        if not record.unreadable:
            data.commit()
        papers.commit()
    return finish(record, (job,), options, settings)
