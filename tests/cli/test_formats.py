"""JSON, NDJSON and JavaScript."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery_lens.cli.convert.formats import encode_document, encode_lines

KEYS = st.sampled_from(["a", "__proto__", '"__proto__"', "\u2028", "\\"]) | st.text()
DOCUMENTS = st.recursive(
    st.none() | st.integers() | KEYS,
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=10,
)
NODE = shutil.which("node")


@given(st.lists(DOCUMENTS), st.sampled_from([None, 2]), st.sampled_from(["json", "js"]))
def test_a_list_is_written_alike_whole_and_piece_by_piece(
    values: list[Any], indent: int | None, form: str
) -> None:
    """Nobody sees whether the values came one by one."""
    assert b"".join(encode_document(values, form, indent)) == b"".join(encode_lines(values, form, indent))


@pytest.mark.parametrize("form", ["json", "js"])
def test_a_long_list_is_written_in_runs(form: str) -> None:
    """Of a thousand values each; together they are what one would be."""
    values = [*range(2500), {"__proto__": "</script>"}]
    runs = [*encode_document(values, form, None)]

    assert b"".join(encode_lines(values, form, None)) == b"".join(runs)
    assert 3 < len(runs) < 10


@given(st.lists(DOCUMENTS))
def test_lines_hold_one_value_each(values: list[Any]) -> None:
    """Read line by line, the values are back."""
    data = b"".join(encode_document(values, "ndjson", None))

    assert values == [json.loads(line) for line in data.split(b"\n")[:-1]]


def test_a_value_that_is_no_list_has_one_line() -> None:
    """An object is one value."""
    assert b'{"a":[1]}\n' == b"".join(encode_document({"a": [1]}, "ndjson", None))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"__proto__": 1}, '{["__proto__"]:1}'),
        ({"a": "__proto__"}, '{"a":"__proto__"}'),
        ({'x"__proto__': 1}, '{"x\\"__proto__":1}'),
        (['"__proto__":'], '["\\"__proto__\\":"]'),
        ("\u2028\u2029", '"\\u2028\\u2029"'),
    ],
)
def test_javascript_is_made_safe(value: object, expected: str) -> None:
    """A key that would set the prototype is computed, line ends of JavaScript are escaped; all else stays."""
    assert f"export const items = {expected};\n" == b"".join(encode_document(value, "js", None)).decode()


@pytest.mark.skipif(NODE is None, reason="needs Node.js")
def test_javascript_means_what_the_json_says(tmp_path: Path) -> None:
    """Node.js imports the module and finds the same value."""
    value = [{"__proto__": {"x": 1}, "title": "\u2028 \"__proto__\": '</script>'", "n": [1.5, None, True]}]
    (tmp_path / "items.mjs").write_bytes(b"".join(encode_document(value, "js", 2)))
    script = "import('./items.mjs').then(({items}) => console.log(JSON.stringify(items)))"
    ran = subprocess.run([str(NODE), "-e", script], cwd=tmp_path, capture_output=True, check=True)

    assert value == json.loads(ran.stdout)
