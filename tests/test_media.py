"""Media text: what each form says, what is refused, and that writing undoes reading."""

import json
import pickle
from pathlib import Path
from typing import Any
from urllib.parse import quote

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gallery_lens.media import (
    MediaError,
    MediaKind,
    PosterReference,
    Quirk,
    Reference,
    build,
    cdn_id,
    decode_component,
    encode_component,
    is_strict,
    parse,
    picture_url,
    vector_url,
    video_host,
    video_url,
)
from gallery_lens.media.reading import read_any

ADDRESSES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "corpus" / "uris" / "addresses.json").read_text(encoding="utf-8")
)
SIZE = "#originWidth=800&originHeight=1000"
POSTER = "#posterUri=p.jpg&posterWidth=640&posterHeight=480"
POSTER_480 = PosterReference(id="p.jpg", width=640, height=480)


def image(**said: Any) -> Reference:
    """Return what an image text says, 800 by 1000 pixels unless told."""
    return attrs.evolve(Reference(kind=MediaKind.IMAGE, id="a.jpg", width=800, height=1000), **said)


def video(**said: Any) -> Reference:
    """Return what a video text says."""
    return attrs.evolve(Reference(kind=MediaKind.VIDEO, id="v", name="Sample.mp4"), **said)


def web(url: str) -> Reference:
    """Return what an address on the web says."""
    return Reference(kind=MediaKind.WEB, url=url)


def at_wix(url: str, **said: Any) -> Reference:
    """Return what the address of a picture at Wix says."""
    return Reference(kind=MediaKind.IMAGE, id="a.jpg", url=url, **said)


# What each form says

FORMS = [
    # (text, what it says, its quirks)
    (f"wix:image://v1/a.jpg/A%20View.jpeg{SIZE}", image(name="A View.jpeg"), ""),
    (f"wix:image://v1/a.jpg{SIZE}", image(), "no-name no-slash"),
    (f"wix:image://v1/a.jpg/{SIZE}", image(), "no-name"),
    (f"wix:image://v1/a.jpg/flowers.jpg/{SIZE}", image(name="flowers.jpg"), "slash"),
    (f"wix:image://v1/a.jpg/Beach Huts/{SIZE}", image(name="Beach Huts"), "blank slash"),
    (f"wix:image://v1/a.jpg/Red Bike{SIZE}", image(name="Red Bike"), "blank"),
    (f"wix:image://v1/a.jpg/river{SIZE}", image(name="river"), ""),
    (f"wix:image://v1/a.jpg/n.jpg{SIZE}&watermark=w", image(name="n.jpg", watermark="w"), ""),
    ("wix:image://v1/a~mv2.jpg/1.jpg", image(id="a~mv2.jpg", name="1.jpg", width=0, height=0), "no-size"),
    (f"wix:video://v1/v/Sample.mp4{POSTER}", video(poster=POSTER_480), ""),
    (f"wix:video://v1/v/Sample.mp4/{POSTER}", video(poster=POSTER_480), "slash"),
    ("wix:video://v1/v/Sample.mp4", video(), "no-poster"),
    ("wix:video://v1/v", video(name=None), "no-name no-poster no-slash"),
    (
        "wix:video://v1/v/Sample.mp4#posterUri=p.jpg &posterWidth=640&posterHeight=480",
        video(poster=PosterReference(id="p.jpg ", width=640, height=480)),
        "blank",
    ),
    (
        "wix:video://v1/v/Sample.mp4#posterUri=/p.jpg",
        video(poster=PosterReference(id="/p.jpg")),
        "poster-size",
    ),
    ("wix:video://v1/video/v/Sample.mp4", video(), "nested no-poster"),
    (
        "image://v1/a.png/2048_1536/IPAD%20BLUE.png",
        image(id="a.png", name="IPAD BLUE.png", width=2048, height=1536),
        "legacy-scheme",
    ),
    ("image://v1/a.jpg/2048_1536/", image(width=2048, height=1536), "legacy-scheme no-name"),
    (
        "image://v1/a.jpg/flowers.jpg",
        image(name="flowers.jpg", width=0, height=0),
        "legacy-scheme no-size",
    ),
    ("video://v1/v/Sample.mp4", video(), "legacy-scheme no-poster"),
    ("wix:vector://v1/a.svg/", Reference(kind=MediaKind.VECTOR, id="a.svg"), "no-name"),
    ("wix:vector://v1/a.svg", Reference(kind=MediaKind.VECTOR, id="a.svg"), "no-name no-slash"),
    (f"wix:image://v1/68d3...cad2.jpg/n{SIZE}", image(id="68d3...cad2.jpg", name="n"), ""),
    ("wix:document://v1/d/n.pdf", Reference(kind=MediaKind.DOCUMENT, id="d", name="n.pdf"), ""),
    ("wix:document://v1/ugd/d/n.pdf", Reference(kind=MediaKind.DOCUMENT, id="ugd/d", name="n.pdf"), ""),
    ("wix:document://v1/ugd/n.pdf", Reference(kind=MediaKind.DOCUMENT, id="ugd", name="n.pdf"), ""),
    (
        "wix:audio://v1/s.mp3/n.mp3#duration=1500",
        Reference(kind=MediaKind.AUDIO, id="s.mp3", name="n.mp3", duration=1500),
        "",
    ),
    (
        "wix:audio://v1/s.mp3/n.mp3#duration=long",
        Reference(kind=MediaKind.AUDIO, id="s.mp3", name="n.mp3"),
        "duration",
    ),
    ("https://static.wixstatic.com/media/a.jpg", at_wix("https://static.wixstatic.com/media/a.jpg"), "cdn"),
    ("//static.wixstatic.com/media/a.jpg", at_wix("//static.wixstatic.com/media/a.jpg"), "cdn"),
    (
        "http://static.wixstatic.com/media/a.jpg?originWidth=8&originHeight=6",
        at_wix("http://static.wixstatic.com/media/a.jpg?originWidth=8&originHeight=6", width=8, height=6),
        "cdn",
    ),
    (
        "static.wixstatic.com/media/a.jpg/v1/fill/w_9,h_9/n.jpg",
        at_wix("static.wixstatic.com/media/a.jpg/v1/fill/w_9,h_9/n.jpg"),
        "cdn",
    ),
    (
        "https://video.wixstatic.com/video/v/720p/mp4/file.mp4",
        Reference(kind=MediaKind.VIDEO, id="v", url="https://video.wixstatic.com/video/v/720p/mp4/file.mp4"),
        "cdn",
    ),
    ("a~mv2.jpg", image(id="a~mv2.jpg", width=0, height=0), "bare no-size"),
    ("/media/a_b.jpg\n", image(id="a_b.jpg", width=0, height=0), "bare blank no-size"),
    (
        "https://example.com/a.jpg#originWidth=8&originHeight=6",
        attrs.evolve(web("https://example.com/a.jpg#originWidth=8&originHeight=6"), width=8, height=6),
        "",
    ),
    ("//example.com/a.jpg", web("//example.com/a.jpg"), ""),
    (f"wix:image://v1/https://static.wixstatic.com/media/a.jpg{SIZE}", image(), "nested no-name no-slash"),
    (f"wix:image://v1/media/a.jpg/n{SIZE}", image(name="n"), "nested"),
    ("HTTP://example.com", web("HTTP://example.com"), ""),
    (" https://example.com/a ", web(" https://example.com/a "), "blank"),
    # ends, capitals, parts that are not looked at
    (f"\n wix:image://v1/a.jpg/n{SIZE}\t ", image(name="n"), "blank"),
    (f"wix:image://v1/a.jpg/on\ne{SIZE}", image(name="one"), "blank"),
    (f"WIX:image://v1/a.jpg/n{SIZE}", image(name="n"), "scheme-case"),
    (f"wix:image://v1/a.jpg/n/more{SIZE}", image(name="n"), "extra-path"),
    (f"wix:image://v1/a.jpg/12_34/n{SIZE}", image(name="n"), "extra-path"),
    ("wix:image://v1/a.jpg/12_34/n", image(name="n", width=12, height=34), "extra-path"),
    (f"wix:image://v1/a.jpg//{SIZE}", image(), "no-name slash"),
    ("wix:image://v1/a.jpg/n?x=800", image(name="n", width=0, height=0), "no-size query"),
    ("wix:image://v1/a.jpg/n?originWidth=800&originHeight=1000", image(name="n"), "query"),
    ("wix:video://v1/v/1080p/mp4/Sample.mp4", video(), "extra-path no-poster"),
    ("wix:vector://v1/a.svg/n#", Reference(kind=MediaKind.VECTOR, id="a.svg", name="n"), "extra-fragment"),
    # names
    (f"wix:image://v1/a.jpg/undefined{SIZE}", image(), "undefined-name"),
    (f"wix:image://v1/a.jpg/100%.jpg{SIZE}", image(), "bad-name"),
    (f"wix:image://v1/a.jpg/100% cotton{SIZE}", image(), "bad-name blank"),
    (f"wix:image://v1/a.jpg/%E0%A4%A{SIZE}", image(), "bad-name"),
    (f"wix:image://v1/a.jpg/a%20%E0%A4.jpg{SIZE}", image(), "bad-name"),
    (f"wix:image://v1/a.jpg/%ED%A0%80{SIZE}", image(), "bad-name"),
    (f"wix:image://v1/a.jpg/a#b{SIZE}", image(name="a#b"), "name-encoding"),
    (f"wix:image://v1/a.jpg/a+b{SIZE}", image(name="a+b"), "name-encoding"),
    (f"wix:image://v1/a.jpg/%e2%82%ac{SIZE}", image(name="€"), "name-encoding"),
    (f"wix:image://v1/a.jpg/€{SIZE}", image(name="€"), "name-encoding"),
    (f"wix:image://v1/a%20b.jpg/a%2Fb{SIZE}", image(id="a%20b.jpg", name="a/b"), ""),
    # what follows "#"
    (f"wix:image://v1/a.jpg/n{SIZE}#more", image(name="n"), "extra-fragment"),
    ("wix:image://v1/a.jpg/n#originalWidth=800&originalHeight=1000", image(name="n"), "extra-fragment"),
    ("wix:video://v1/v/#origFileName=Sample.mp4", video(), "extra-fragment no-name no-poster"),
    ("wix:video://v1/v/Sample.mp4#posterUri=undefined", video(), "bad-poster"),
    ("wix:image://v1/a.jpg/n#originHeight=1000&originWidth=800", image(name="n"), "extra-fragment"),
    (f"wix:image://v1/a.jpg/n{SIZE}&colour=red", image(name="n"), "extra-fragment"),
    (f"wix:image://v1/a.jpg/n{SIZE}&originWidth=5", image(name="n"), "extra-fragment"),
    (f"wix:image://v1/a.jpg/n{SIZE}&watermark=", image(name="n"), "extra-fragment"),
    (
        f"wix:image://v1/a.jpg/n{SIZE}&watermark=a+b%26c",
        image(name="n", watermark="a b&c"),
        "extra-fragment",
    ),
    ("wix:image://v1/a.jpg/n#?originWidth=800&originHeight=1000", image(name="n"), "extra-fragment"),
    ("wix:video://v1/v/Sample.mp4#posterUri=&posterWidth=640", video(), "no-poster"),
    (
        "wix:video://v1/v/Sample.mp4#posterUri=100%.jpg&posterWidth=1.5&posterHeight=480",
        video(poster=PosterReference(id="100%.jpg", width=0, height=480)),
        "poster-size",
    ),
]


@pytest.mark.parametrize(("text", "said", "quirks"), FORMS)
def test_each_form_says_what_it_says(text: str, said: Reference, quirks: str) -> None:
    """A form is read as the reference beside it, with those quirks and no others."""
    reference = parse(text)

    assert said == reference
    assert set(quirks.split()) == reference.quirks


def test_every_quirk_is_met() -> None:
    """The tables above and below leave no quirk out."""
    met = {quirk for text, _, _ in FORMS for quirk in parse(text).quirks}
    met |= {quirk for text, _, _ in SIZES for quirk in parse(sized(text)).quirks}

    assert set(Quirk) == met


@pytest.mark.parametrize("row", ADDRESSES, ids=lambda row: row["text"])
def test_addresses_found_in_public_are_read(row: dict[str, Any]) -> None:
    """Every collected address says what its row says, or is refused for the row's reason."""
    said = {key: value for key, value in row.items() if key not in ("text", "quirks", "refused")}
    if "poster" in said:
        said["poster"] = PosterReference(**said["poster"])

    if "refused" in row:
        with pytest.raises(MediaError) as caught:
            parse(row["text"])
        assert row["refused"] == caught.value.reason
    else:
        assert Reference(**said) == parse(row["text"])
        assert set(row["quirks"]) == parse(row["text"]).quirks


# Sizes

SIZES = [
    # (text, number, quirk), as JavaScript's Number has it
    ("12", 12, ""),
    ("007", 7, ""),
    ("9007199254740993", 9007199254740993, ""),
    (f"{'0' * 5000}7", 7, ""),
    ("", 0, "no-size"),
    ("  ", 0, "blank no-size"),
    (" 12 ", 12, "blank number-spelling"),
    ("\u00a012\ufeff", 12, "number-spelling"),
    ("1e3", 1000, "number-spelling"),
    ("1.50e1", 15, "number-spelling"),
    (".5E1", 5, "number-spelling"),
    ("12.", 12, "number-spelling"),
    ("-0", 0, "number-spelling"),
    ("%2B5", 5, "extra-fragment number-spelling"),
    ("0x10", 16, "number-spelling"),
    ("0B11", 3, "number-spelling"),
    ("0o17", 15, "number-spelling"),
    ("1.5", 0, "bad-size"),
    ("-3", 0, "bad-size"),
    ("abc", 0, "bad-size"),
    ("Infinity", 0, "bad-size"),
    ("NaN", 0, "bad-size"),
    ("1e400", 0, "bad-size"),
    ("9" * 5000, 0, "bad-size"),
    (f"0x{'f' * 300}", 0, "bad-size"),
    ("1_000", 0, "bad-size"),
    ("12px", 0, "bad-size"),
    ("-0x10", 0, "bad-size"),
    ("٣", 0, "bad-size"),
    ("1 2", 0, "bad-size blank"),
]


def sized(width: str) -> str:
    """Return an image text with *width* as it stands."""
    return f"wix:image://v1/a.jpg/n#originWidth={width}&originHeight=1000"


@pytest.mark.parametrize(("text", "number", "quirks"), SIZES, ids=lambda value: repr(value)[:24])
def test_sizes_are_read_as_javascript_reads_numbers(text: str, number: int, quirks: str) -> None:
    """A size is the number that JavaScript makes of it, or 0 when that is none for pixels."""
    reference = parse(sized(text))

    assert image(name="n", width=number) == reference
    assert set(quirks.split()) == reference.quirks


@given(st.integers(min_value=0, max_value=2**1000))
def test_sizes_in_digits_are_exact(width: int) -> None:
    """No digit is lost, however large the size."""
    assert width == parse(sized(str(width))).width


# What is refused

REFUSED = [
    # (text, reason, detail)
    ("", "unsupported", "the text is empty"),
    (" \n", "unsupported", "the text is empty"),
    ("river", "unsupported", "the text has no scheme"),
    ("a b.jpg", "unsupported", "the text has no scheme"),
    ("undefined", "malformed", "the word undefined is no id"),
    (f"wix:image://v1/undefined/n.jpg{SIZE}", "malformed", "the word undefined is no id"),
    (f"wix:image://v1/null{SIZE}", "malformed", "the word null is no id"),
    ("wix:video://v1/None/n.mp4", "malformed", "the word None is no id"),
    ("https://static.wixstatic.com/media/NaN", "malformed", "the word NaN is no id"),
    (
        "wix:image://v1/https://a.example/n",
        "malformed",
        "an address of another host stands where the id belongs",
    ),
    ("data:image/png;base64,AAAA", "unsupported", "the scheme data: is not supported"),
    ("javascript:alert(1)", "unsupported", "the scheme javascript: is not supported"),
    ("vector://v1/a.svg/", "unsupported", "the scheme vector: is not supported"),
    ("wix:vector://v1/", "malformed", "the id is empty"),
    (f"wix:image://v1//n.jpg{SIZE}", "malformed", "the id is empty"),
    (f"wix:image://v1/a#b/n.jpg{SIZE}", "malformed", "the id holds '#'"),
    ("wix:image://v1/?a", "malformed", "the id is empty"),
    ("wix:document://v1//n", "malformed", "the id is empty"),
    ("wix:image://v2/a.jpg/n", "malformed", "the part before the id is none that Wix writes"),
    ("wix:shape://v1/a.jpg/n", "malformed", "the part before the id is none that Wix writes"),
    ("image:a.jpg", "malformed", "the part before the id is none that Wix writes"),
    ("https://", "malformed", "the address names no host"),
    ("https://a b/c", "malformed", "the address names no host"),
    ("https://[::1", "malformed", "the address names no host"),
    ("wix:image://v1/a.jpg/\ud83d", "malformed", "U+D83D is half a character"),
]


@pytest.mark.parametrize(("text", "reason", "detail"), REFUSED)
def test_what_cannot_be_read_is_refused_with_a_reason(text: str, reason: str, detail: str) -> None:
    """The error holds a reason for programs and a clause for people."""
    with pytest.raises(MediaError) as caught:
        parse(text)

    assert (reason, detail, detail) == (caught.value.reason, caught.value.detail, str(caught.value))


def test_a_refusal_travels_between_processes() -> None:
    """A MediaError survives pickling."""
    error = MediaError("malformed", "the id is empty")

    again = pickle.loads(pickle.dumps(error))

    assert (error.reason, error.detail) == (again.reason, again.detail)


@st.composite
def soup(draw: st.DrawFn) -> str:
    """Return a text made of pieces of media text in any order, and of anything."""
    head = draw(
        st.sampled_from(["wix:image://v1/", "wix:video://v1/", "image://v1/", "https://", "wix:", ""])
    )
    pieces = ["/", "#", "?", "%", "%20", "%E0%A4", "&", "=", "+", " ", "\n", "originWidth=", "posterUri="]
    usual = ["12_34", "id", SIZE, POSTER, "[", "\\", "@", "\ud800", "wix:document://v1/ugd/", "9" * 400]
    return head + "".join(draw(st.lists(st.sampled_from(pieces + usual) | st.text(max_size=3))))


@given(soup() | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes parse fail otherwise than with a MediaError."""
    try:
        reference = parse(text)
    except MediaError:
        return
    assert reference == parse(build(reference))
    assert is_strict(text) or reference.quirks or reference.kind is MediaKind.WEB


@given(soup() | st.text())
def test_any_text_has_a_host_or_none(text: str) -> None:
    """No text makes the questions about addresses fail."""
    assert video_host(text) in ("YOUTUBE", "VIMEO", None)
    assert cdn_id(text) is None or "/media/" in text.replace("\\", "/").translate(
        str.maketrans("", "", "\t\r\n")
    )


# Writing undoes reading

PARTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/?#&\t\n\r"), min_size=1)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
SPELLED = PARTS.filter(lambda part: part[-1] > " ")
SPELLED_NAMES = st.lists(
    st.sampled_from(["%7e", "%7E", "%e2%82%AC", "%20", "+", "a b"])
    | SPELLED.map(lambda part: part.replace("%", "%25"))
    | NAMES.map(encode_component),
    min_size=1,
).map("".join)
DIGITS = st.text("0123456789", min_size=1, max_size=12)


@st.composite
def strict_texts(draw: st.DrawFn) -> str:
    """Return a text of the strict grammar or of a deprecated form, spelled in any way."""
    kind = draw(st.sampled_from([*MediaKind, "old image", "old video"]))
    id, poster, mark = (draw(SPELLED) for _ in range(3))
    name = draw(SPELLED_NAMES)
    width, height = draw(DIGITS), draw(DIGITS)
    maybe = draw(st.sampled_from([name, ""]))
    size = f"#originWidth={width}&originHeight={height}"
    still = f"#posterUri={poster}&posterWidth={width}&posterHeight={height}"
    return {
        "image": f"wix:image://v1/{id}/{maybe}{size}" + draw(st.sampled_from(["", f"&watermark={mark}"])),
        "video": f"wix:video://v1/{id}/{name}{still}",
        "vector": f"wix:vector://v1/{id}/{maybe}",
        "audio": f"wix:audio://v1/{id}/{name}#duration={width}",
        "document": f"wix:document://v1/{draw(st.sampled_from(['', 'ugd/']))}{id}/{name}",
        "web": f"https://example.com/{id}",
        "old image": f"image://v1/{id}/{width}_{height}/{maybe}",
        "old video": f"wix:video://v1/{id}/{name}/{still}",
    }[kind]


@given(strict_texts())
@example("wix:image://v1/a/Red Bike#originWidth=007&originHeight=1")
@example("wix:image://v1/a/n#originWidth=1&originHeight=1&watermark=a+b%20c%")
@example("wix:image://v1/a/%7e%41#originWidth=1&originHeight=1")
@example("wix:video://v1/v/n#posterUri=a%2Fb &posterWidth=1&posterHeight=1")
@example(f"wix:image://v1/a/n#originWidth={'9' * 5000}&originHeight=1")
@example("image://v1/a.png/02048_1536/IPAD BLUE.png")
@example("wix:video://v1/v/n/#posterUri=p&posterWidth=1&posterHeight=1")
def test_strict_text_is_written_as_it_was_read(text: str) -> None:
    """build(parse(text)) is the text, in the strict and in the deprecated forms."""
    assert text == build(parse(text))


@given(strict_texts())
def test_the_quick_way_reads_like_the_slow_way(text: str) -> None:
    """The expressions for the usual forms change nothing but the speed."""
    try:
        slow = read_any(text)
    except MediaError:  # its id is a word for nothing
        with pytest.raises(MediaError):
            parse(text)
        return
    quick = parse(text)

    assert slow == quick
    assert slow.quirks == quick.quirks
    assert build(slow) == build(quick)


IDS = PARTS.filter(lambda id: id.strip() == id)
PIXELS = st.integers(min_value=0, max_value=10**20)
POSTERS = st.builds(PosterReference, id=NAMES, width=PIXELS, height=PIXELS)
MAYBE_NAMES = st.none() | NAMES
IMAGES = st.builds(
    Reference,
    kind=st.just(MediaKind.IMAGE),
    id=IDS,
    name=MAYBE_NAMES,
    width=PIXELS,
    height=PIXELS,
    watermark=MAYBE_NAMES,
)
REFERENCES = st.one_of(
    IMAGES,
    st.builds(Reference, kind=st.just(MediaKind.VIDEO), id=IDS, name=MAYBE_NAMES, poster=st.none() | POSTERS),
    st.builds(Reference, kind=st.just(MediaKind.VECTOR), id=IDS, name=MAYBE_NAMES),
    st.builds(
        Reference, kind=st.just(MediaKind.AUDIO), id=IDS, name=MAYBE_NAMES, duration=st.none() | PIXELS
    ),
    st.builds(
        Reference,
        kind=st.just(MediaKind.DOCUMENT),
        id=IDS | IDS.map(lambda id: f"ugd/{id}"),
        name=MAYBE_NAMES,
    ),
    st.builds(Reference, kind=st.just(MediaKind.WEB), url=IDS.map(lambda id: f"https://example.com/{id}")),
)


@given(REFERENCES)
def test_a_reference_is_read_as_it_was_written(reference: Reference) -> None:
    """parse(build(reference)) is the reference."""
    assert reference == parse(build(reference))


@given(IMAGES)
def test_the_slash_carries_nothing(reference: Reference) -> None:
    """An image says the same with and without the slash of an empty name."""
    assert reference == parse(build(reference, slash=False))


@pytest.mark.parametrize(
    ("reference", "slash", "text"),
    [
        (image(), True, f"wix:image://v1/a.jpg/{SIZE}"),
        (image(), False, f"wix:image://v1/a.jpg{SIZE}"),
        (image(name="A View"), False, f"wix:image://v1/a.jpg/A%20View{SIZE}"),
        (image(name="n", height=None), True, "wix:image://v1/a.jpg/n"),
        (image(name="n", width=0), True, "wix:image://v1/a.jpg/n#originWidth=0&originHeight=1000"),
        (image(watermark="a+b "), True, f"wix:image://v1/a.jpg/{SIZE}&watermark=a%2Bb%20"),
        (video(), True, "wix:video://v1/v/Sample.mp4"),
        (video(name=None, poster=POSTER_480), False, f"wix:video://v1/v{POSTER}"),
        (parse("wix:vector://v1/a.svg/"), False, "wix:vector://v1/a.svg"),
        (parse("video://v1/v/Sample.mp4"), True, "wix:video://v1/v/Sample.mp4"),
        (parse(" wix:image://v1/a.jpg/n.jpg/#originWidth=1e3"), True, None),
    ],
)
def test_references_are_written_in_the_strict_grammar(
    reference: Reference, slash: bool, text: str | None
) -> None:
    """What is known is written strictly; what is not is left out."""
    expected = text or "wix:image://v1/a.jpg/n.jpg#originWidth=1000&originHeight=0"

    assert expected == build(reference, slash=slash)


def test_a_changed_reference_forgets_its_spelling() -> None:
    """The text that a reference was read from is not written once it says something else."""
    reference = parse(f"wix:image://v1/a.jpg/%7e{SIZE}")

    assert f"wix:image://v1/a.jpg/~{SIZE}&watermark=w" == build(attrs.evolve(reference, watermark="w"))


@pytest.mark.parametrize(
    ("reference", "detail"),
    [
        (image(id=None), "the id is empty"),
        (image(id=""), "the id is empty"),
        (image(id="a/b"), "the id holds '/'"),
        (image(id="a#b"), "the id holds '#'"),
        (image(id="ugd/b"), "the id holds '/'"),
        (image(id="a\udc00"), "U+DC00 is half a character"),
        (image(name="a\udc00"), "U+DC00 is half a character"),
        (image(watermark="a\udc00"), "U+DC00 is half a character"),
        (video(poster=PosterReference(id="")), "the poster's id is empty"),
        (Reference(kind=MediaKind.DOCUMENT, id="ugd/"), "the id is empty"),
        (Reference(kind=MediaKind.WEB), "the address is empty"),
    ],
)
def test_what_no_text_can_hold_is_not_written(reference: Reference, detail: str) -> None:
    """Writing refuses what would be read as something else."""
    with pytest.raises(MediaError) as caught:
        build(reference)

    assert ("malformed", detail) == (caught.value.reason, caught.value.detail)


def test_quirks_do_not_tell_references_apart() -> None:
    """Two spellings of one reference are equal, and hash alike."""
    strict, loose = parse(f"wix:image://v1/a.jpg/{SIZE}"), parse(f"wix:image://v1/a.jpg{SIZE}")

    assert {strict} == {strict, loose}


# The strict grammar


@given(strict_texts().filter(lambda text: text.startswith("wix:") and "/#posterUri" not in text))
def test_the_strict_grammar_is_recognised(text: str) -> None:
    """What the grammar generates is strict, whatever its escapes."""
    assert is_strict(text)


@pytest.mark.parametrize(
    "text",
    [
        f"wix:image://v1/a.jpg{SIZE}",
        f"wix:image://v1/a.jpg/n/{SIZE}",
        f"wix:image://v1/a.jpg/n{SIZE}\n",
        f"wix:image://v1/a.jpg/n?q{SIZE}",
        "wix:image://v1/a.jpg/n",
        "wix:image://v1/a.jpg/n#originWidth=٣&originHeight=1",
        "wix:image://v1/a.jpg/n#originHeight=1&originWidth=1",
        "wix:video://v1/v/n.mp4",
        f"wix:video://v1/v/{POSTER}",
        f"wix:video://v1/v/n.mp4/{POSTER}",
        "image://v1/a.jpg/1_2/n.jpg",
        "wix:vector://v1/a.svg",
        "wix:document://v1/d/",
        "wix:audio://v1/s/n#",
        "https://example.com",
        "",
    ],
)
def test_departures_are_not_strict(text: str) -> None:
    """Deprecated and loose forms are not strict."""
    assert not is_strict(text)


# Percent-encoding


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_decoding_undoes_encoding(text: str) -> None:
    """Any text comes back, and its code uses nothing but plain characters and escapes."""
    encoded = encode_component(text)

    assert text == decode_component(encoded)
    assert quote(text, safe="!~*'()") == encoded


def test_plain_characters_are_those_of_javascript() -> None:
    """Punctuation that encodeURIComponent leaves alone is left alone."""
    left, encoded = "-_.!~*'()", "%2F%2B%26%25%20%C3%A9"

    assert left + encoded == encode_component(f"{left}/+&% é")


@pytest.mark.parametrize("text", ["%", "a%2", "%zz", "% 1", "%٣٣", "%+1", "%C3", "%C3é", "%C0%80", "%FF"])
def test_bad_escapes_are_refused(text: str) -> None:
    """What decodeURIComponent throws at is malformed."""
    with pytest.raises(MediaError, match="escape"):
        decode_component(text)


# Addresses


@pytest.mark.parametrize(
    ("address", "url"),
    [
        (picture_url("a~mv2.jpg"), "https://static.wixstatic.com/media/a~mv2.jpg"),
        (vector_url("a.svg"), "https://static.wixstatic.com/shapes/a.svg"),
        (video_url("v", "1080p"), "https://video.wixstatic.com/video/v/1080p/mp4/file.mp4"),
    ],
)
def test_addresses_are_those_of_the_cdn(address: str, url: str) -> None:
    """Pictures, vectors and videos have their places."""
    assert url == address


@given(PARTS.filter(lambda id: "\\" not in id and id[-1] > " "))
def test_a_picture_is_found_by_its_address(id: str) -> None:
    """cdn_id(picture_url(id)) is the id."""
    assert id == cdn_id(picture_url(id))


@pytest.mark.parametrize(
    ("url", "id"),
    [
        ("https://static.wixstatic.com/media/a.jpg/v1/fill/w_10,h_10/n.jpg", "a.jpg"),
        (" HTTP://Static.WixStatic.com/media/a.jpg?x#y", "a.jpg"),
        ("https://static.wixstatic.com/media/", None),
        ("https://static.wixstatic.com/media/a.jpg/b.jpg", None),
        ("https://static.wixstatic.com/shapes/a.svg", None),
        ("https://static.wixstatic.com.evil.example/media/a.jpg", None),
        ("https://example.com/static.wixstatic.com/media/a.jpg", None),
        ("//static.wixstatic.com/media/a.jpg", "a.jpg"),
        ("wix:image://v1/a.jpg/n", None),
        ("", None),
    ],
)
def test_a_picture_address_holds_its_id(url: str, id: str | None) -> None:
    """The id is found in any address of the picture, and in no other."""
    assert id == cdn_id(url)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.youtube.com/watch?v=1", "YOUTUBE"),
        ("http://youtube.com", "YOUTUBE"),
        ("https://m.youtube.com./x", "YOUTUBE"),
        ("https://youtu.be/1", "YOUTUBE"),
        ("https://www.youtube-nocookie.com/embed/1", "YOUTUBE"),
        ("https://VIMEO.com/1", "VIMEO"),
        ("https://player.vimeo.com:443/video/1", "VIMEO"),
        ("https:\\\\youtube.com\\@evil.example", "YOUTUBE"),
        ("https://evil.example\\@youtube.com", None),
        ("https://youtube.com@evil.example", None),
        ("https://youtube.com.evil.example/", None),
        ("https://notyoutube.com/", None),
        ("https://example.com/youtube.com", None),
        ("https://com", None),
        ("ftp://youtube.com", None),
        ("youtube.com", None),
        ("https://[", None),
        ("https://", None),
    ],
)
def test_video_hosts_are_told_by_their_names(url: str, host: str | None) -> None:
    """Subdomains count, look-alikes do not; the host is the one a browser would ask."""
    assert host == video_host(url)
