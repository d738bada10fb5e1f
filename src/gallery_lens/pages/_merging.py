"""Pages become one gallery or one list: items are joined by id, and what is missing is reported."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import attrs

from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.dialects import detect
from gallery_lens.errors import UsageError
from gallery_lens.lens.sidecar import canonical
from gallery_lens.order import numeric
from gallery_lens.order.doubles import double
from gallery_lens.pages.reading import TOTALS, ListPage, Page, each_page, is_id, read_pages, same_id
from gallery_lens.places import Place
from gallery_lens.rules.i106_full_page import ITEMS, UNASKED
from gallery_lens.wrappers import in_whole, taken


@attrs.frozen(kw_only=True)
class Merged:
    """The combined content of pages."""

    value: Any  #: a gallery, or ``{"galleries": […]}``
    diagnostics: tuple[Diagnostic, ...]  #: pointers begin with the index of the document
    counts: tuple[int, ...]  #: how many items came from each document
    dialects: tuple[str, ...]


def merge(documents: Sequence[Any], names: Sequence[str] = (), at: str | None = None) -> Merged:
    """Merge *documents*, each a page or a list of pages; the order of the pages does not count.

    *names* say what messages call the documents; without them they are numbered. The pages stand *at* a
    JSON Pointer, if the documents are larger.

    Raises:
        UsageError: One of them is not a page, or they belong to different galleries.
    """
    documents = [taken(document, at) for document in documents]
    work = _Merger(Findings(list(documents)))
    found = read_pages(documents, names or [f"page {index + 1}" for index in range(len(documents))])
    lists = [page for page in found if isinstance(page, ListPage)]
    singles = sorted((page for page in found if isinstance(page, Page)), key=_page_key)
    value = work.list(lists, singles) if lists else work.gallery(_of_one_gallery(singles))
    known = (detect(item) for page in each_page(found) for item in page.items if isinstance(item, dict))
    return Merged(
        value=value,
        diagnostics=in_whole(work.findings.sorted(), at, depth=1),
        counts=tuple(work.counts[index] for index in range(len(documents))),
        dialects=tuple(sorted({each[0] for each in known if len(each) == 1})),
    )


def _page_key(page: Page) -> str:
    return canonical([page.fields, page.paging, list(page.items)])


def _of_one_gallery(pages: Sequence[Page]) -> Sequence[Page]:
    if not pages:
        raise UsageError("There is no page to merge.")
    ids = {same_id(page.id): page.id for page in pages if page.id}
    if len(ids) > 1:
        one, other = sorted(ids.values())[:2]
        raise UsageError(
            f"The pages belong to different galleries ({one} and {other}): "
            "merge those of one gallery at a time."
        )
    return pages


@attrs.frozen(kw_only=True)
class _Copy:
    """An item as one page has it."""

    item: Any
    place: Place
    page: Page

    @property
    def id(self) -> str | None:
        """The item's id, so that equal ones name one item."""
        raw = self.item if isinstance(self.item, dict) else {}
        return next((same_id(raw[key]) for key in ("_id", "id") if is_id(raw.get(key))), None)

    @property
    def age(self) -> tuple[float, str]:
        """Return the sort key of copies: the least one is kept."""
        raw = self.item if isinstance(self.item, dict) else {}
        return -_instant(raw.get("_updatedDate", raw.get("updatedDate"))), canonical(self.item)

    @property
    def order(self) -> tuple[Any, ...]:
        """Return the sort key of a gallery's items: sort order, then id, then content."""
        raw = self.item if isinstance(self.item, dict) else {}
        number = numeric(raw.get("sortOrder", raw.get("orderIndex")))
        place = None if number is None else double(number)
        return place is None, place or 0, self.id is None, self.id or "", canonical(self.item)


def _instant(value: Any) -> float:
    """Return the instant that a date names, in seconds; what names none is the oldest."""
    try:
        found = datetime.fromisoformat(value)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (TypeError, ValueError, OverflowError):
        return float("-inf")


@attrs.define
class _Merger:
    findings: Findings
    counts: Counter[int] = attrs.field(factory=Counter)  #: of the items kept, by document

    def gallery(self, pages: Sequence[Page]) -> dict[str, Any]:
        """Return the gallery that *pages*, in canonical order, hold together."""
        items = sorted(self._items(pages), key=lambda copy: copy.order)
        self.counts.update(int(copy.place[0]) for copy in items)
        totals = [page.total for page in pages if page.total]
        end, gaps = _gaps(pages, max((count for _, count in totals), default=0))
        if gaps and not totals:
            totals = [(pages[0].items_at, end)]
        self._report_incomplete(totals, len(items), "items", gaps)
        if not totals and all(len(page.items) == ITEMS for page in pages):
            last = pages[-1]
            subject = Subject(raw=list(last.items), place=last.items_at, gallery_id=last.id)
            facts = {"held": len(items), "things": "items", "page": UNASKED}
            self.findings.add("full-page", subject, value=len(items), facts=facts)
        fields = self._fields(pages, len(items))
        return {**fields, "items": [copy.item for copy in items]}

    def list(self, lists: Sequence[ListPage], singles: Sequence[Page]) -> dict[str, Any]:
        """Return the list of galleries that *lists*, and pages of single galleries, hold together."""
        pages = sorted((*(page for each in lists for page in each.pages), *singles), key=_page_key)
        groups: dict[str, list[Page]] = {}
        for page in pages:
            if not page.id and page in singles:
                raise UsageError(
                    "A page of items does not name its gallery, and there is a list of galleries beside it: "
                    "merge its pages first, with that of getGallery."
                )
            groups.setdefault(same_id(page.id) if page.id else f"\0{len(groups)}", []).append(page)
        galleries = sorted(map(self.gallery, groups.values()), key=_gallery_order)
        keys = {each.key for each in lists}
        totals = [each.total for each in lists if each.total]
        self._report_incomplete(totals, len(galleries), "galleries", "")
        total = {"totalGalleries": max(len(galleries), *(count for _, count in totals))} if totals else {}
        return {keys.pop() if len(keys) == 1 else "galleries": galleries, **total}

    def _items(self, pages: Iterable[Page]) -> Iterator[_Copy]:
        copies: dict[str, list[_Copy]] = {}
        for page in pages:
            for index, item in enumerate(page.items):
                copy = _Copy(item=item, place=(*page.items_at, index), page=page)
                if copy.id is None:
                    yield copy
                else:
                    copies.setdefault(copy.id, []).append(copy)
        for same in copies.values():
            kept, *others = sorted(same, key=lambda copy: copy.age)
            yield kept
            self._report_others(kept, others)

    def _report_others(self, kept: _Copy, others: Iterable[_Copy]) -> None:
        for other in others:
            if canonical(other.item) != canonical(kept.item):
                newer = other.age[0] != kept.age[0]
                why = "the one that was updated later" if newer else "the one whose JSON sorts first"
                subject = Subject(
                    raw=other.item, place=other.place, gallery_id=other.page.id, index=int(other.place[-1])
                )
                self.findings.add(
                    "page-conflict", subject, value=kept.id, facts={"thing": "the item", "kept": why}
                )

    def _fields(self, pages: Sequence[Page], held: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for page in pages:
            for key, value in page.fields.items():
                if key in TOTALS:
                    fields[key] = max(held, value, fields.get(key, 0)) if type(value) is int else value
                elif canonical(fields.setdefault(key, value)) != canonical(value):
                    least = min(fields[key], value, key=canonical)
                    fields[key] = least
                    other = next(each for each in pages if key in each.fields and each.fields[key] != least)
                    subject = Subject(raw=dict(other.fields), place=other.place, gallery_id=other.id)
                    facts = {"thing": "the gallery's field", "kept": "the one whose JSON sorts first"}
                    self.findings.add("page-conflict", subject, (key,), value=other.fields[key], facts=facts)
        return fields

    def _report_incomplete(
        self, totals: Sequence[tuple[Place, int]], held: int, things: str, gaps: str
    ) -> None:
        place, total = max(totals, key=lambda found: found[1], default=((), 0))
        if total > held:
            facts = {"total": total, "held": held, "things": things, "here": f"are here{gaps}"}
            self.findings.add("items-incomplete", Subject(raw=total, place=place), value=total, facts=facts)


def _gaps(pages: Sequence[Page], total: int) -> tuple[int, str]:
    """Return where the last page ends, and a clause with the numbers of the items that no page covers.

    Nothing is known of that unless each page says where it begins.
    """
    spans = [(page.offset, page.offset + len(page.items)) for page in pages if page.offset is not None]
    if len(spans) < len(pages):
        return 0, ""
    end, missing = 0, []
    for first, last in (*sorted(spans), (total, total)):
        if first > end:
            missing.append(str(first) if first == end + 1 else f"{end + 1} to {first}")
        end = max(end, last)
    return end, f"; missing are number {', '.join(missing)}" if missing else ""


def _gallery_order(gallery: dict[str, Any]) -> tuple[float, str, str]:
    created = _instant(gallery.get("_createdDate", gallery.get("createdDate")))
    return created, str(gallery.get("_id", gallery.get("id", ""))), canonical(gallery)
