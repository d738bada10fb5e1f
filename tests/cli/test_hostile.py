"""Galleries and configs from strangers: nothing of them is obeyed, and nothing is told that they ask for."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from command import CLEAN, Run, ndjson
from gallery_lens.jsontext import inert

SECRET = "root:secret-of-another-file"

#: What turns text around, and C1 controls, which some terminals obey.
OBEYED = [*"\u061c\u200e\u200f\u202a\u202e\u2066\u2069", *"\x80\x85\x9b\x9f"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "secret.json").write_text(SECRET)
    (folder / "a.json").write_bytes(ndjson(CLEAN))
    (folder / "fifo").touch()
    (folder / "folder").mkdir()
    (folder / "link.json").symlink_to(tmp_path / "secret.json")
    (folder / "out").symlink_to(tmp_path)
    (folder / "circle").symlink_to("circle")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "baseline",
    [
        "../secret.json",
        "link.json",
        "out/secret.json",
        "folder",
        "circle",
        "/etc/hostname",
        "/dev/stdin",
        "/dev/zero",
        "pipe",
        "a\\u0000b",
    ],
)
def test_a_baseline_of_a_config_is_a_file_of_its_project(run: Run, project: Path, baseline: str) -> None:
    """Whatever else it names is refused, and nothing of it is quoted."""
    os.mkfifo(project / "pipe")
    (project / "gallery-lens.toml").write_text(f'baseline = "{baseline}"\n')
    ran = run("lint", "a.json")

    assert (2, b"") == (ran.code, ran.out)
    assert "baseline has to be a regular file below" in " ".join(ran.err.split())
    assert not set(SECRET.split(":")) & set(ran.err.replace(":", " ").split())


def test_the_baseline_of_a_config_may_be_below_or_not_there_yet(run: Run, project: Path) -> None:
    (project / "gallery-lens.toml").write_text('baseline = "folder/known.json"\n')
    run("lint", "a.json", "--write-baseline", "folder/known.json")

    assert 0 == run("lint", "a.json").code


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 1000, "nested too deeply"),
        ("a = " + "[" * 1000 + "]" * 1000, "nested too deeply"),
        (f"max-warnings = {'9' * 4301}", "too many digits"),
        ("[" + ".".join("a" * 5000) + "]", "gallery-lens.toml"),
        ("#" * 1_000_001, "larger than 1 MB"),
        (f'select = "{"x" * 5000}"', "cannot be 'xxx"),
        ('"\\u001b[31m" = 1', "there is no key"),
    ],
)
def test_a_config_that_cannot_be_followed(run: Run, project: Path, text: str, said: str) -> None:
    """The reproductions, and their kind: exit code 2, one short sentence, nothing that a terminal obeys."""
    (project / "gallery-lens.toml").write_text(text)
    ran = run("lint", "a.json")

    assert (2, b"") == (ran.code, ran.out)
    assert said in ran.err
    assert len(ran.err) < 400
    assert "\x1b" not in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("character", OBEYED, ids=ascii)
@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "gitlab", "concise", "github"])
def test_reports_hold_nothing_that_is_obeyed(run: Run, tmp_path: Path, character: str, form: str) -> None:
    """Neither does what a line of them decodes to lose it."""
    title = f"a{character}b"
    item = {**CLEAN, "title": title, "link": {"text": title}, f"key{character}": title}
    (tmp_path / "in.json").write_text(json.dumps([item]), encoding="utf-8")
    ran = run("lint", tmp_path / "in.json", "--output-format", form)

    assert character not in ran.out.decode()
    if form == "jsonl":
        assert any(title == each.get("itemTitle") for each in ran.lines)


@pytest.mark.parametrize("character", OBEYED, ids=ascii)
def test_quick_rows_are_like_the_others(run: Run, tmp_path: Path, character: str) -> None:
    """Many lines, whose report is written in another way."""
    link = {"url": "/", "text": character}
    item: dict[str, Any] = {**CLEAN, "_id": "1", "title": f"a{character}b", "link": link}
    report = tmp_path / "report.jsonl"
    run("convert", "--input-format", "ndjson", "--report", report, stdin=ndjson(*[item] * 100))
    rows = report.read_bytes().splitlines()

    assert character not in report.read_text("utf-8")
    assert {character} == {json.loads(row)["value"] for row in rows if b"L102" in row}
    assert 1 == len({row.partition(b'"line"')[0] for row in rows if b"L102" in row})


def test_rejects_and_ledger_are_such_reports(run: Run, tmp_path: Path) -> None:
    item = {"type": "IMAGE", "title": "\u202e", "image": {}}
    names = [tmp_path / name for name in ("rejects", "ledger")]
    run("convert", "--rejects", names[0], "--ledger", names[1], stdin=ndjson([item]))

    assert all(b"\xe2\x80\xae" not in name.read_bytes() for name in names)
    assert item == json.loads(names[0].read_bytes())["item"]


def test_data_are_kept_as_they_are(run: Run) -> None:
    """Text in them is the gallery's own, character for character."""
    ran = run("convert", stdin=ndjson([{**CLEAN, "title": "\u200fשלום"}]))

    assert "\u200fשלום" == ran.data[0]["title"]
    assert "\u200f".encode() in ran.out


def test_inert_text_means_the_same() -> None:
    for number in (*range(0x80, 0x2100), 0x1F600):
        text = json.dumps(chr(number), ensure_ascii=False)

        assert chr(number) == json.loads(inert(text.encode()))


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT >", "<script>", "<!--", "a<b", "<p>x</p>"])
def test_a_module_may_stand_in_a_page(run: Run, text: str) -> None:
    """What would end the script, or hide its end, is escaped; the value is the same."""
    ran = run("convert", "--output-format", "js", stdin=ndjson([{**CLEAN, "title": text}]))
    module = ran.out.decode()
    items = json.loads(module.removeprefix("export const items = ").removesuffix(";\n"))

    assert [text] == [each["title"] for each in items]
    assert not any(mark in module.lower() for mark in ("</script", "<script", "<!--"))
