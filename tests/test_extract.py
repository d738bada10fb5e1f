"""What is extracted for a page to show beside its gallery, and HTML as plain text."""

import builtins
import copy
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from gallery_lens import plaintext, schemas
from gallery_lens.errors import UsageError

pytest.importorskip("selectolax", reason="the extra named extract is not installed")

PICTURE = "wix:image://v1/11062b_river~mv2.jpg/river.jpg#originWidth=800&originHeight=600"
FIRST, SECOND = "95db0595-6b60-52e2-b98a-ad02414ff161", "be14973b-a14a-55c4-854f-19547553bcb0"
LONG = "Slate harbour, evening light. " * 4


def image(slug: str | None = None, **more: Any) -> dict[str, Any]:
    return {"_id": slug, "type": "IMAGE", "image": {"imageInfo": PICTURE}, **more}


def text(html: Any, **more: Any) -> dict[str, Any]:
    return {"type": "TEXT", "text": {"html": html, **more.pop("held", {})}, **more}


def rows(document: Any, source: str = "velo", **options: Any) -> list[dict[str, Any]]:
    return list(gl.convert(document, source, text_items="extract", **options).extracts)


def row(html: str, after: str | None, plain: str, css: Any = None) -> dict[str, Any]:
    return {"afterSlug": after, "html": html, "plainText": plain, "css": css}


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("", ""),
        ("  plain \n text ", "plain text"),
        ("<p>Summer by the river</p>", "Summer by the river"),
        ("<h2>Two</h2><p>lines<br>here</p><p>and there</p>", "Two\nlines\nhere\nand there"),
        ("<p>a</p><p><br></p><p>b</p>", "a\n\nb"),
        ("<p>a<br></p><p>b</p>", "a\nb"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("<div>x<div>y</div>z</div>", "x\ny\nz"),
        ("<p>a<span>b</span> c</p>", "ab c"),
        ("<p>unclosed <b>bold <i>both</b> tail", "unclosed bold both tail"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"),
        ("<pre>a\n  b</pre>c", "a\nb\nc"),
        ("a &amp; b &euro; &#128512; &notit; &AMP &lt;tag&gt;", "a & b € 😀 ¬it; & <tag>"),
        ("a&nbsp;b", "a\u00a0b"),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("<style>p{}</style><script>alert(1)</script><p>text</p><!-- c --><noscript>no</noscript>", "text"),
        ("<svg><title>t</title></svg><template>t</template><iframe>f</iframe>k", "k"),
        ("<title>t</title><body onload=x>b</body>", "b"),
        ("<?xml version='1.0' encoding='utf-8'?><p>é</p>", "é"),
        ("<p>a\x00b</p>", "ab"),
    ],
)
def test_html_becomes_what_a_reader_sees(html: str, plain: str) -> None:
    """Entities are read, blocks are lines, what is no text for readers is left out."""
    assert plain == plaintext.plain_text(html)


def test_endless_nesting_is_read() -> None:
    """Markup that is nested without end exhausts nothing."""
    assert plaintext.plain_text("<div>" * 50_000 + "deep") in ("deep", "")


@given(st.text() | strategies.surrogate_text())
def test_any_text_has_a_plain_one(html: str) -> None:
    """Whatever HTML is given, the plain text has no blanks around its lines."""
    lines = plaintext.plain_text(html).split("\n")

    assert [line.strip(" ") for line in lines] == lines


def test_text_items_come_after_what_precedes_them() -> None:
    """A row names the item above it by its slug, and null at the top."""
    items = [text("<p>Top</p>"), image(FIRST), text("<p>One</p>"), text("Two"), image(SECOND), text("End")]

    assert [
        row("<p>Top</p>", None, "Top"),
        row("<p>One</p>", FIRST, "One"),
        row("Two", FIRST, "Two"),
        row("End", SECOND, "End"),
    ] == rows(items)


def test_items_that_are_not_in_the_output_are_passed_over() -> None:
    """An item above that was rejected, or has no slug, is not what a row comes after."""
    items = [image(FIRST), {"_id": SECOND, "type": "IMAGE", "image": {}}, image(), text("Words")]

    assert [row("Words", FIRST, "Words")] == rows(items)


def test_rows_follow_the_order_of_the_output() -> None:
    """Where items are sorted, texts are sorted among them."""
    items = [text("Second", sortOrder=2), image(SECOND, sortOrder=3), image(FIRST, sortOrder=1)]

    assert [row("Second", FIRST, "Second") | {"sortOrder": 2}] == rows(items, order="sort-order")


@pytest.mark.parametrize(("css", "kept"), [({}, None), (None, None), ({"padding": 4}, {"padding": 4})])
def test_style_goes_along(css: Any, kept: Any) -> None:
    """The style of a text item is kept as it is, none is null."""
    assert [row("Words", None, "Words", kept)] == rows(text("Words", held={"css": css}))


def test_a_text_item_says_what_it_is() -> None:
    """Its id, title, link, tags and sort order stand in its row, as far as there are any."""
    link = {"url": "/walks", "text": "Walks"}
    item = text("Words", _id=FIRST, title="Top", link=link, tags={"values": ["a"]}, sortOrder=0)

    beside = {
        "id": FIRST, "title": "Top", "link": "/walks", "linkText": "Walks", "tags": ["a"], "sortOrder": 0
    }  # fmt: skip
    assert [row("Words", None, "Words") | beside] == rows([item])


def test_what_only_the_editor_holds_is_extracted() -> None:
    """A text item may have no HTML but that of its editor."""
    item = {"type": "TEXT", "text": {"editorHtml": "<p>Words</p>"}}

    assert [row("<p>Words</p>", None, "Words")] == rows([item])


def test_hover_texts_are_extracted() -> None:
    """A text that shows while the pointer rests on an item belongs to that item."""
    item = image(FIRST, secondaryMedia={"text": {"html": "<p>More</p>"}})

    assert [{"slug": FIRST, "html": "<p>More</p>", "plainText": "More", "css": None}] == rows([item])


@pytest.mark.parametrize("item", [text(None), text(""), {"type": "TEXT"}])
def test_a_text_item_without_text_has_no_row(item: Any) -> None:
    """There is nothing to show where there is no text."""
    assert [] == rows([item])


@pytest.mark.parametrize(("length", "count"), [(100, 0), (101, 1)])
def test_long_descriptions_are_extracted(length: int, count: int) -> None:
    """A description that the page may cut is kept whole, beside the item's slug."""
    description = "é" * length
    extracted = rows(image(FIRST, description=description))

    assert [{"slug": FIRST, "description": description}] * count == extracted


@pytest.mark.parametrize(("link", "url"), [({"url": "/go"}, "/go"), ({}, None), ({"url": ""}, None)])
def test_link_texts_are_extracted(link: dict[str, str], url: str | None) -> None:
    """The words of a link go along with its address, or with null."""
    item = image(FIRST, link={"text": "Go", **link})

    assert [{"slug": FIRST, "linkText": "Go", "link": url}] == rows(item)


def test_one_item_may_have_several_rows() -> None:
    """Rows stand in the order of the items, an item's description before its link."""
    items = [text("Top"), image(FIRST, description=LONG, link={"text": "Go"}), text("End")]

    assert [["afterSlug"], ["slug", "description"], ["slug", "linkText"], ["afterSlug"]] == [
        [key for key in each if key in ("afterSlug", "slug", "description", "linkText")]
        for each in rows(items)
    ]


def test_rows_of_several_galleries_name_theirs() -> None:
    """In a list of galleries the slug above says too little."""
    galleries = {"galleries": [{"_id": FIRST, "items": [text("A")]}, {"items": [text("B")]}]}

    assert [{"galleryId": FIRST, **row("A", None, "A")}, row("B", None, "B")] == rows(galleries)


@pytest.mark.parametrize("target", ["velo", "rest"])
def test_a_backend_needs_no_extracts(target: str) -> None:
    """What has a place in the target is not extracted."""
    items = [text("A"), image(FIRST, description=LONG, link={"text": "Go"})]

    assert [] == rows(items, target=target)


def test_extracted_text_items_are_still_reported() -> None:
    """A text item that is extracted is left out of the data, so the warning stays."""
    result = gl.convert([text("A")], "velo", text_items="extract")

    assert [("text-item-dropped", "warning")] == [(each.name, each.severity) for each in result.diagnostics]
    assert () == result.rejects


@pytest.mark.parametrize("option", ["drop", "error"])
def test_nothing_is_extracted_unasked(option: str) -> None:
    """Only who asks gets extracts."""
    assert () == gl.convert([text("A")], "velo", text_items=option).extracts


@pytest.mark.parametrize("source", ["velo", "rest"])
@given(data=st.data())
def test_extracts_are_valid_and_share_nothing(source: str, data: st.DataObject) -> None:
    """Every row is what the schema describes; changing it changes nothing in the input."""
    items, galleries = (getattr(strategies, f"{source}_{what}")() for what in ("items", "galleries"))
    document = data.draw(strategies.wrapped(items, galleries))
    before = copy.deepcopy(document)

    for each in gl.convert(document, source, text_items="extract").extracts:
        assert [] == list(schemas.validator("extract").iter_errors(each))
        if each.get("css"):
            each["css"].clear()

    assert repr(before) == repr(document)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library one sentence says what to install, whatever the document holds."""
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name.startswith("selectolax"):
            raise ImportError(name)
        return real(name, *rest)

    for name in [name for name in sys.modules if name.startswith("selectolax")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)

    with pytest.raises(UsageError, match=r"pip install .gallery-lens\[extract\]"):
        gl.convert([], text_items="extract")
