"""One large document on its way: its items are converted one by one, and are never in memory together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Any, Final

from gallery_lens import api
from gallery_lens.cli._formats import encode_around
from gallery_lens.cli._options import Job, Options
from gallery_lens.cli._progress import Steps
from gallery_lens.cli._record import Entry
from gallery_lens.conversion._guarding import FORESEEN
from gallery_lens.conversion._output import Layout, Output, body, output, report_discarded
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.jsontext import Line
from gallery_lens.lines._quickly import lane_for, settle, suits, told
from gallery_lens.options import checked

if TYPE_CHECKING:
    from gallery_lens.conversion._flow import Flow
    from gallery_lens.lines._lane import Lane

#: How many bytes a document has to have: a smaller one is no trouble as a whole.
LARGE: Final = 1 << 17
#: How many items go the quick way together.
_TOGETHER: Final = 256


def flow_of(data: bytes, options: Options, entry: Entry) -> "Flow | None":
    """Return the document *data* ready to be converted item by item, or None if it has to be as a whole."""
    if len(data) < LARGE or not _suits(options, entry):
        return None
    from gallery_lens.conversion._flow import Flow, Unsure
    from gallery_lens.jsontext._splitting import split
    from gallery_lens.lines._survey import surveyor

    parts = split(data)
    try:
        return (
            Flow(parts, checked(options.conversion), surveyor(options.source, options.target))
            if parts
            else None
        )
    except Unsure:
        return None
    except FORESEEN:
        raise
    except Exception:  # the usual run reports it, and loses no more by it than it must
        return None


def _suits(options: Options, entry: Entry) -> bool:
    together = options.at is not None or options.order != "keep" or options.text_items == "extract"
    return not (together or entry.sidecar or entry.follows)


class Passage:
    """A document on its way through, item by item."""

    def __init__(self, flow: "Flow", job: Job, entry: Entry, note: Callable[[api.Result], None]) -> None:
        """Begin; *note* takes the findings of an item, or of what is around the items."""
        self._flow, self._job, self._entry, self._note = flow, job, entry, note

    def convert(self) -> Iterator[bytes]:
        """Return the bytes of the converted document."""
        flow, options = self._flow, self._job.options
        flow.convert()
        out = body(flow, options.name) if options.as_gallery else output(flow)
        report_discarded(flow, out)
        return encode_around(out.value, flow.mark, self._values(), self._job.form, self._job.indent)

    def _values(self) -> Iterator[Any]:
        before, behind = self._flow.around()
        self._note(_said(before))
        quick = suits(self._job.options.conversion, self._entry) and self._entry.report is None
        count = Steps("items", len(self._flow))
        indexes = self._entry.progress.over(range(len(self._flow)), self._entry.account.name, count)
        yield from self._quickly(indexes) if quick else chain.from_iterable(map(self._usual, indexes))
        own = (each.dialect.name for each in self._flow.converted if each.dialect)
        self._note(_said(behind, *own))

    def _quickly(self, indexes: Iterable[int]) -> Iterator[Any]:
        lane = lane_for(self._job.options.conversion, self._entry, placed=self._flow.placed)
        for compared, some in groupby(indexes, lambda index: index in self._flow.spots):
            if compared:
                yield from chain.from_iterable(map(self._usual, some))
            while together := list(islice(some, _TOGETHER)):
                yield from self._taken(lane, together)
        settle(lane, self._entry.account)

    def _taken(self, lane: "Lane", indexes: Sequence[int]) -> Iterator[Any]:
        """Yield what becomes of items that stand together."""
        for run in lane.take(indexes[0], [bytes(self._flow.text(index)) for index in indexes]):
            if isinstance(run, Line):
                yield from self._usual(told(run, lane, self._entry.account).number)
            else:
                yield from filter(None, run)

    def _usual(self, index: int) -> list[dict[str, Any]]:
        run = self._flow.one(index)
        self._note(api.result_of(run, Output(None, Layout.BARE, {})))
        return run.converted[0].wires


def _said(found: Sequence[Diagnostic], *dialects: str) -> api.Result:
    return api.Result(
        value=None, diagnostics=tuple(found), rejects=(), items=0, converted=0, dialects=dialects
    )
