"""The converter printed as JavaScript: in Node it does what the Python one does."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
import update_corpus
import usual
from gallery_lens import codegen
from gallery_lens.codegen import entry, module_text
from gallery_lens.codegen.language import Unprintable
from gallery_lens.codegen.printing import Printer
from gallery_lens.codegen.program import Names, Program
from in_javascript import KEYS, in_node, in_python, is_exempt, plain
from test_corpus import SAMPLES
from update_corpus import CASES

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")


@pytest.fixture(scope="module")
def converter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The printed converter in a file."""
    path = tmp_path_factory.mktemp("converter") / "convert.mjs"
    path.write_text(codegen.script(), encoding="utf-8")
    return path


def _known() -> Iterator[Any]:
    """Yield the documents of the corpus."""
    for path in sorted(SAMPLES.glob("*.json")):
        yield json.loads(path.read_text("utf-8"))
    for case in sorted(CASES.iterdir()):
        if not (case / "options.json").exists():
            yield update_corpus.document(case)


class TestEqual:
    """Node equals Python, in items and in warnings."""

    def test_the_other_profile(self, node: Callable[[str], Any]) -> None:
        """What the viewer also reads is written where it is asked for."""
        document = update_corpus.document(CASES / "sdk-1")
        text = json.dumps(document)
        script = f"console.log(JSON.stringify(toGalleryItems({text}, {{ profile: 'viewer' }})));"

        assert plain(gl.convert(document, profile="viewer").value) == node(script)

    def test_the_corpus(self, converter: Path) -> None:
        """Every sample and every case, in all dialects and wrappers."""
        documents = [each for each in _known() if not isinstance(each, str) and not is_exempt(each)]

        assert len(documents) > 50
        for document, answer in zip(documents, in_node(converter, documents), strict=True):
            assert in_python(document) == answer

    @pytest.mark.parametrize(
        "name",
        [
            *("velo_items", "velo_galleries", "rest_items", "rest_galleries", "frontend_lists"),
            *("component_items", "rest_legacy_items", "cms_items"),
        ],
    )
    def test_generated_documents(self, converter: Path, name: str) -> None:
        """Whatever the schemas allow, hostile texts included."""
        documents: list[Any] = []

        @settings(suppress_health_check=list(HealthCheck))
        @given(getattr(strategies, name)())
        def collect(document: Any) -> None:
            if not is_exempt(document):
                documents.append(document)

        collect()
        for document, answer in zip(documents, in_node(converter, documents), strict=True):
            assert in_python(document) == answer

    @given(strategies.velo_galleries() | strategies.rest_galleries())
    def test_the_entry_is_what_the_package_does(self, document: Any) -> None:
        """What is printed is a way through the package's own converter."""
        value, warnings = entry.convert(document)
        told = [{key: found[key] for key in KEYS if key in found} for found in warnings]

        result = gl.convert(document)
        expected = [
            {key: value for key, value in each.to_dict().items() if key in KEYS}
            for each in result.diagnostics
        ]
        assert (json.dumps(result.value), expected) == (json.dumps(value), told)


NODE = "import {{ convert, toGalleryItems }} from {converter}; {script}"


@pytest.fixture
def node(converter: Path) -> Callable[[str], Any]:
    """Run a script in which the converter is imported, and return the JSON that it prints."""
    return lambda script: run(NODE.format(converter=json.dumps(converter.as_uri()), script=script))


def run(script: str, folder: Path | None = None) -> Any:
    """Run a script in Node, and return the JSON that it prints."""
    command = ["node", "--input-type=module", "-e", script]
    ran = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert 0 == ran.returncode, ran.stderr
    return json.loads(ran.stdout)


class TestLive:
    """Values that only a running site has."""

    def test_dates_and_numbers(self, node: Callable[[str], Any]) -> None:
        """A ``Date`` is its text, NaN is a number, undefined is nothing; the document stays as it was."""
        answer = node("""
            const imageInfo = 'wix:image://v1/a.jpg/a.jpg#originWidth=4&originHeight=3';
            const item = { _id: '5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90', type: 'IMAGE', sortOrder: NaN,
              title: undefined, _createdDate: new Date(0), image: { imageInfo } };
            const before = Object.keys(item).join();
            const { items, warnings } = convert([item]);
            const names = warnings.map(({ name }) => name).sort();
            const same = before === Object.keys(item).join();
            console.log(JSON.stringify([items, names, same, item._createdDate instanceof Date]));
        """)

        assert [
            [
                {
                    "type": "image",
                    "slug": "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90",
                    "src": "wix:image://v1/a.jpg/a.jpg#originWidth=4&originHeight=3",
                }
            ],
            ["dates-dropped", "non-finite-number", "sort-order-dropped"],
            True,
            True,
        ] == answer

    @pytest.mark.parametrize(
        "value", ["null", "undefined", "5", "'text'", "[]", "{}", "[null, 5, [], {}]", "() => 1"]
    )
    def test_anything(self, node: Callable[[str], Any], value: str) -> None:
        """What is not a gallery is a warning, and never an exception."""
        assert node(f"const {{ warnings }} = convert({value}); console.log(Array.isArray(warnings));")

    @pytest.mark.parametrize(
        "item",
        [
            "{ ...picture, get title() { throw new Error('no'); } }",
            "new Proxy(picture, { ownKeys() { throw new Error('no'); } })",
            "((self) => Object.assign(self, { ...picture, more: self }))({})",
            "{ ...picture, more: nested(20000, (inner) => ({ inner })) }",
            "nested(20000, (inner) => [inner])",
        ],
    )
    def test_what_cannot_be_read_costs_no_other_item(self, node: Callable[[str], Any], item: str) -> None:
        """A getter that throws, an object that holds itself, and one that is nested too deeply."""
        answer = node(f"""
            const picture = {{ type: 'IMAGE', image: {{ imageInfo: 'https://a.example/b.jpg' }} }};
            const nested = (count, wrap) => {{
              let made = {{}};
              while (count--) made = wrap(made);
              return made;
            }};
            const {{ items, warnings }} = convert({{ items: [picture, {item}, picture] }});
            const errors = warnings.filter(({{ severity }}) => severity === 'error');
            console.log(JSON.stringify([items.length, errors.map(({{ code, pointer }}) => [code, pointer])]));
        """)

        assert [2, [["R002", "/items/1"]]] == answer

    def test_a_failed_answer(self, node: Callable[[str], Any]) -> None:
        """The answer of a call that failed is told as in Python."""
        document = {"message": "Gallery not found", "details": {"applicationError": {"code": "X"}}}
        expected = [each.code for each in gl.convert(document).diagnostics]

        script = (
            f"console.log(JSON.stringify(convert({json.dumps(document)}).warnings.map((each) => each.code)))"
        )
        assert ["R008"] == expected == node(script)

    def test_keys_of_objects_are_no_traps(self, node: Callable[[str], Any]) -> None:
        """A key that would set a prototype is a key like others."""
        answer = node("""
            const image = '"image": {"imageInfo": "https://a.example/b.jpg"}';
            const { warnings } = convert(JSON.parse(`[{${image}, "__proto__": {"x": 1}, "constructor": 2}]`));
            console.log(JSON.stringify([({}).x ?? null, warnings.map(({ pointer }) => pointer)]));
        """)

        assert answer[0] is None
        assert "/0/__proto__" in answer[1]


class TestPrinting:
    """The printer, and what it prints from."""

    def test_every_twin_is_in_the_runtime(self, node: Callable[[str], Any], converter: Path) -> None:
        """Whatever the printed functions use of Python has a counterpart."""
        text = converter.read_text("utf-8").partition("const $convert")[0]
        used = sorted(set(re.findall(r"(?<![\w.$])\$(?:py|lib\.\w+)\.\w+", module_text.converter())))
        checks = ", ".join(f"[{json.dumps(name)}, typeof {'?.'.join(name.rsplit('.', 1))}]" for name in used)
        beside = converter.with_name("twins.mjs")
        beside.write_text(f"{text}\nexport const twins = [{checks}];\n", encoding="utf-8")

        missing = node(
            f"const {{ twins }} = await import({json.dumps(beside.as_uri())});"
            "const missing = twins.filter(([, type]) => type === 'undefined');"
            "console.log(JSON.stringify(missing.map(([name]) => name)));"
        )

        assert [] == [name for name in missing if name not in UNCALLED]

    def test_a_field_of_a_table_is_printed(self, tmp_path: Path) -> None:
        """One line in a table is all that a new field takes, in a copy of the package."""
        package = Path(str(resources.files("gallery_lens")))
        shutil.copytree(package, tmp_path / "gallery_lens", ignore=shutil.ignore_patterns("__pycache__"))
        table = tmp_path / "gallery_lens" / "dialects" / "frontend.py"
        row = 'Row("title", "title", SHOWN_WORDS)'
        text = table.read_text("utf-8")
        assert row in text
        table.write_text(text.replace(row, f'{row}, Row("sort_order", "place", NUMBER)'), "utf-8")
        ran = subprocess.run(
            [sys.executable, "-c", "from gallery_lens import codegen; print(codegen.script())"],
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            capture_output=True,
            check=False,
        )
        assert b"" == ran.stderr
        path = tmp_path / "convert.mjs"
        path.write_bytes(ran.stdout)

        item = {"type": "IMAGE", "sortOrder": 7, "image": {"imageInfo": "https://a.example/b.jpg"}}
        (answer,) = in_node(path, [[item]])

        assert [7] == [each.get("place") for each in answer["items"]]

    @pytest.mark.parametrize("dialect", ["velo", "rest"])
    def test_usual_items_go_the_short_way(
        self, dialect: str, node: Callable[[str], Any], converter: Path
    ) -> None:
        """By functions that were compiled from the tables, printed like the rest."""
        beside = converter.with_name("lanes.mjs")
        beside.write_text(
            f"{converter.read_text('utf-8')}\nexport {{ $lanes, $through }};\n", encoding="utf-8"
        )
        items = usual.items(dialect)

        counts = node(
            f"const {{ $lanes, $through }} = await import({json.dumps(beside.as_uri())});"
            f"const takers = (item) => $lanes.filter((lane) => $through(lane, item, []) !== null);"
            f"console.log(JSON.stringify({json.dumps(items)}.map((item) => takers(item).length)));"
        )

        assert [1] * len(items) == counts

    @pytest.mark.parametrize(
        "text", ["async def f(): pass", "def f():\n    global x", "def f():\n    x = y @ z"]
    )
    def test_what_cannot_be_printed_is_refused(self, text: str) -> None:
        """Instead of being printed wrong."""
        (node,) = ast.parse(text).body

        with pytest.raises((Unprintable, AttributeError, KeyError)):
            Printer(Names("gallery_lens.media", Program([]))).definition("f", node)  # type: ignore[arg-type]


#: What only functions use that a conversion to a page never calls: of hooks, and of what was compiled.
UNCALLED = frozenset(
    (
        "$lib.msgspec.UNSET",  # is undefined
        *("$lib.cattrs.Converter", "$lib.contextvars.ContextVar", "$lib.importlib.import_module"),
        *("$lib.typing.get_origin", "$lib.typing.get_type_hints", "$lib.typing.Union"),
    )
)
WEB_MODULE = """
export const Permissions = { Anyone: 1 };
export const webMethod = (who, call) => call;
"""
BACKEND = """
const picture = (n) => ({ imageInfo: `wix:image://v1/a${n}.jpg/a.jpg#originWidth=4&originHeight=3` });
const items = Array.from({ length: 230 }, (_, n) =>
  (n % 2 ? { _id: `id-${n}`, text: { html: '<p>x</p>' } } : { _id: `id-${n}`, image: picture(n) }));
const page = (offset, limit) => items.slice(offset, offset + Math.min(limit, 100));
export const proGallery = {
  listGalleryItems: async (id, { itemLimit, itemOffset }) =>
    ({ items: id === 'abc' ? page(itemOffset, itemLimit) : [] }),
};
"""
WEB = {"wix-web-module": WEB_MODULE, "wix-pro-gallery-backend": BACKEND}


class TestFiles:
    """What is written for sites and for Node."""

    def test_a_site(self, tmp_path: Path) -> None:
        """The page gets all items of a long gallery, and what is lost of them."""
        for name, text in codegen.velo_files("abc", "#rivers").items():
            path = (
                tmp_path / "node_modules" / name
                if name.startswith(("public", "backend"))
                else tmp_path / name
            )
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for name, text in WEB.items():
            (tmp_path / "node_modules" / name).mkdir()
            (tmp_path / "node_modules" / name / "package.json").write_text(
                '{"type": "module", "exports": "./i.js"}'
            )
            (tmp_path / "node_modules" / name / "i.js").write_text(text)
        for name in ("public", "backend", "."):
            where = tmp_path / ("node_modules" if name != "." else "") / name / "package.json"
            where.write_text('{"type": "module"}')
        script = """
            const gallery = {}; let ready;
            const $w = (selector) => (gallery.selector = selector, gallery);
            globalThis.$w = Object.assign($w, { onReady: (call) => { ready = call(); } });
            console.warn = (words, lost) => { gallery.lost = lost; };
            await import('./page.js'); await ready;
            console.log(JSON.stringify([gallery.selector, gallery.items.length, gallery.lost]));
        """

        assert ["#rivers", 115, {"text-item-dropped": 115}] == run(script, tmp_path)

    def test_a_package(self, tmp_path: Path) -> None:
        """Node finds it by its name; its types name what the schemas do."""
        home = tmp_path / "node_modules" / "gallery-lens-convert"
        home.mkdir(parents=True)
        for name, text in codegen.npm_files().items():
            (home / name).write_text(text, encoding="utf-8")
        script = (
            "import { convert } from 'gallery-lens-convert'; console.log(JSON.stringify(convert([]).items));"
        )

        assert [] == run(script, tmp_path)
        assert 'severity: "error" | "warning" | "info";' in (home / "convert.d.mts").read_text()
        assert json.loads((home / "package.json").read_text())["name"] == "gallery-lens-convert"

    def test_nothing_is_imported(self) -> None:
        """The converter needs neither a package nor a clock."""
        text = codegen.script()

        assert not re.search(r"^import |\brequire\(|\bfetch\(|Date\.now|Math\.random", text, re.MULTILINE)


@given(st.sampled_from(["velo", "npm"]))
def test_the_same_bytes(form: str) -> None:
    """Printed twice it is the same."""
    make = codegen.velo_files if form == "velo" else codegen.npm_files

    assert make() == make()
