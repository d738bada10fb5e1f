"""The tags in HTML, as browsers find them; a browser's parser is the judge."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gallery_lens.rules.html import decoded, tags

RAW = (
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
)

#: What markup is made of, and what makes it hard to read.
PIECES = (
    *(
        "<",
        ">",
        "/",
        "=",
        "'",
        '"',
        " ",
        "\n",
        "\f",
        "\0",
        "a",
        "<a",
        "<b ",
        "</a>",
        "<!",
        "<?",
        "-",
        "--",
        "!",
    ),
    *(
        "<!--",
        "-->",
        "--!>",
        "<!-->",
        "<!--->",
        "<![CDATA[",
        "]]>",
        "<!doctype",
        "x=",
        "onx",
        "onx=",
        "&#39;",
    ),
    *(f"<{name}>" for name in ("svg", "math", "desc", "table", "select", "template", *RAW)),
    *(f"</{name}>" for name in ("svg", "math", *RAW)),
    *("</SCRIPT >", "</style/", "</styles>", "<A ONX>"),
)

soup = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def names(html: str) -> list[str]:
    """Return the names of the tags in *html*."""
    return [tag.name for tag in tags(html)]


def seen(html: str) -> set[tuple[str, str]]:
    """Return every element that a browser's parser makes of *html* with each of its attributes."""
    lexbor = pytest.importorskip("selectolax.lexbor")
    nodes = lexbor.LexborHTMLParser(html).css("*")
    return {(node.tag, name) for node in nodes for name in node.attributes}


@given(soup)
@example("<svg><style><b onx></style>")
@example("<style><!--</style><b onx>")
@example("<!--><b onx>-->")
@example("<svg><![CDATA[><b onx>]]><b onx>")
@example("<title><svg><title><style><!--</title><b onx>")
def test_no_attribute_is_missed(html: str) -> None:
    """Whatever a browser's parser finds in a tag soup is found here as well."""
    found = {name for tag in tags(html) for name, _ in tag.attributes}

    assert {name.replace("\0", "\ufffd") for name in found} >= {name for _, name in seen(html)}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>", [("p", ())]),
        ("<P CLASS=Big>", [("p", (("class", "Big"),))]),
        ("<img/onerror=go()>", [("img", (("onerror", "go()"),))]),
        ("<img src='a'onerror=go()>", [("img", (("src", "a"), ("onerror", "go()")))]),
        ('<a b = "c>d" e>', [("a", (("b", "c>d"), ("e", "")))]),
        ("<a b=>", [("a", (("b", ""),))]),
        ("<a =b/=c>", [("a", (("=b", ""), ("=c", "")))]),
        ("<a b=c/d>", [("a", (("b", "c/d"),))]),
        ("<a\fb\n=\t&amp;c>", [("a", (("b", "&c"),))]),
        ("<br/>", [("br", ())]),
        ("<a'>", [("a'", ())]),
    ],
)
def test_a_tag_has_its_name_and_attributes(html: str, expected: list[object]) -> None:
    """Names in lower case, values decoded, however the tag is spelled."""
    assert expected == [(tag.name, tag.attributes) for tag in tags(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("1 < 2 <b>", ["b"]),
        ("<1><b>", ["b"]),
        ("<", []),
        ("<a href='x", []),
        ("<a", []),
        ("</a b='><i>'><u>", ["u"]),
        ("</a <b>", []),
        ("</a", []),
        ("</><b>", ["b"]),
        ("</ x><b>", ["b"]),
        ("<?php <b> <i>", ["i"]),
        ("<!doctype html><b>", ["b"]),
        ("<!-- <b> --><i>", ["i"]),
        ("<!-- <b> --!><i>", ["i"]),
        ("<!--><i>-->", ["i"]),
        ("<!---><i>-->", ["i"]),
        ("<!-- <b>", []),
        ("<![CDATA[<b>]]><i>", ["i"]),
        ("<![CDATA[><b>", ["b"]),
    ],
)
def test_what_is_no_start_tag_is_passed_over(html: str, expected: list[str]) -> None:
    """Text, end tags, comments, declarations, and what is cut off."""
    assert expected == names(html)


@pytest.mark.parametrize("raw", RAW)
def test_plain_text_is_read_both_ways(raw: str) -> None:
    """Its content may be markup elsewhere, and markup in it may hide its end."""
    html = f"<{raw}><b></{raw}s><!--</{raw}><i>"

    assert [raw, "b", "i"] == names(html)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a&amp;b", "a&b"),
        ("&#106;&#x6A;&#X6a", "jjj"),
        ("java&Tab;script&colon;", "java\tscript:"),
        (f"&#{'0' * 5000}106;x", "jx"),
        (f"&#x{'0' * 5000}6a;x", "jx"),
        (f"x&#{'1' * 5000};", f"x\ufffd#{'1' * 5000};"),
        ("a & b", "a & b"),
    ],
)
def test_character_references_are_decoded(value: str, expected: str) -> None:
    """With and without semicolons, and no number is too long."""
    assert expected == decoded(value)


@pytest.mark.parametrize(
    ("piece", "expected"),
    [("<style><!--</style>", 20_000), ("<script>", 20_000), ("<style></styl", 1), ("<a '", 0), ("</a ", 0)],
)
def test_endless_texts_are_read_to_their_end(piece: str, expected: int) -> None:
    """A text that leads nowhere many times over is none that takes for ever."""
    assert expected == len(tags(piece * 20_000))
