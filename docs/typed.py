"""Writes ``gallery_lens/typed.py``: types of items, galleries and findings as plain dicts, from the schemas.

A test compares.
"""

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from gallery_lens import schemas

TARGET: Final = Path(__file__).parent.parent / "src" / "gallery_lens" / "typed.py"

#: The classes by the schema that describes them; the words before the last one are those of their parts.
CLASSES: Final = {
    "VeloItem": "velo-item",
    "VeloGallery": "velo-gallery",
    "RestItem": "rest-item",
    "RestGallery": "rest-gallery",
    "FrontendItem": "frontend-item",
    "FrontendViewItem": "frontend-view-item",
    "ComponentItem": "component-item",
    "ComponentGallery": "component-gallery",
    "RestLegacyItem": "rest-legacy-item",
    "RestLegacyGallery": "rest-legacy-gallery",
    "CmsItem": "cms-item",
    "Finding": "diagnostic",
}

HEAD: Final = '''"""Types of items, galleries and findings as plain dicts, as the JSON Schemas describe them.

Made by ``docs/typed.py``. Every key may be missing but those that are ``Required``. Keys that nobody declares
are welcome in what is read; a type checker allows them only in a plain dict.
"""

from typing import Any, Literal, Required, TypedDict
'''

_WIDTH: Final = 100

_SIMPLE: Final = {
    "string": "str",
    "number": "float",
    "integer": "int",
    "boolean": "bool",
    "null": "None",
    "array": "list[Any]",
    "object": "dict[str, Any]",
}


@attrs.define
class Writer:
    """Collects classes, those that others need first."""

    classes: dict[str, tuple[str, str]] = attrs.field(factory=dict)  #: docstrings and fields

    def add(self, name: str, prefix: str, found: "Node") -> str:
        """Write the class *name*, or find one that says the same; return its name."""
        fields = [self._field(key, prefix, inner, key in found.required) for key, inner in found.properties()]
        body = "\n".join(fields)
        alike = (other for other, (_, text) in self.classes.items() if text == body)
        if same := next((other for other in alike if other.startswith(prefix)), None):
            return same
        while name in self.classes:
            name += "Inside"
        self.classes[name] = _docstring(found.schema.get("description", name)), body
        return name

    def _field(self, key: str, prefix: str, inner: "Node", required: bool) -> str:
        kind = self.kind(key, prefix, inner)
        above = "".join(f"    #: {line}\n" for line in _first_sentence(inner.schema.get("description", "")))
        return f"{above}    {key}: {f'Required[{kind}]' if required else kind}"

    def kind(self, key: str, prefix: str, found: "Node") -> str:
        """Return the type of a value."""
        schema = found.schema
        if "enum" in schema:
            return _literal(schema["enum"])
        if "const" in schema:
            return _literal([schema["const"]])
        if choices := schema.get("anyOf") or schema.get("oneOf"):
            return _union(self.kind(key, prefix, found.at(each)) for each in choices)
        types = schema.get("type")
        if types is None:
            return "Any"
        named = [types] if isinstance(types, str) else types
        return _union(self._simple(each, key, prefix, found) for each in named)

    def _simple(self, kind: str, key: str, prefix: str, found: "Node") -> str:
        if kind == "object" and found.schema.get("properties"):
            return self.add(prefix + key[:1].upper() + key[1:], prefix, found)
        if kind == "array" and isinstance(inner := found.schema.get("items"), dict):
            return f"list[{self.kind(_singular(key), prefix, found.at(inner))}]"
        return _SIMPLE[kind]


@attrs.frozen
class Node:
    """A schema with its references followed, and the file that it stands in."""

    file: str
    schema: Mapping[str, Any]

    @property
    def required(self) -> tuple[str, ...]:
        """The keys that have to be there."""
        return tuple(self.schema.get("required", ()))

    def properties(self) -> Iterator[tuple[str, "Node"]]:
        """Yield the declared keys, with what stands under them."""
        for key, inner in self.schema.get("properties", {}).items():
            yield key, inner if isinstance(inner, Node) else self.at(inner)

    def at(self, schema: Any) -> "Node":
        """Return what stands inside, with its references followed."""
        if isinstance(schema, Node):
            return schema
        if not isinstance(schema, Mapping) or "$ref" not in schema:
            return Node(self.file, schema if isinstance(schema, Mapping) else {})
        file, _, place = schema["$ref"].partition("#")
        name = file.removesuffix(".schema.json") or self.file
        target: Any = schemas.schema(name)
        for step in filter(None, place.split("/")):
            target = target[step]
        return Node(name, target).at(target).over(Node(self.file, schema))

    def over(self, other: "Node") -> "Node":
        """Return both, with what *other* says where both say something."""
        known = dict(self.properties()) | dict(other.properties())
        merged = {**self.schema, **other.schema, "properties": known}
        return Node(self.file, {key: value for key, value in merged.items() if key != "$ref"})


def _literal(values: list[Any]) -> str:
    words = [f'"{value}"' if isinstance(value, str) else repr(value) for value in values if value is not None]
    return " | ".join([f"Literal[{', '.join(words)}]"] * bool(words) + ["None"] * (None in values))


def _union(kinds: Iterator[str]) -> str:
    found = list(dict.fromkeys(each for kind in kinds for each in _parts(kind)))
    if "float" in found and "int" in found:
        found.remove("int")
    return " | ".join(sorted(found, key=lambda kind: kind == "None"))


def _parts(kind: str) -> list[str]:
    """The types in a union; what stands in brackets is one of them."""
    bare = kind.removesuffix(" | None")
    return [*([bare] if "[" in bare else bare.split(" | ")), *["None"] * (bare != kind)]


def _singular(key: str) -> str:
    return f"{key[:-3]}y" if key.endswith("ies") else key.removesuffix("s")


def _first_sentence(text: str) -> list[str]:
    sentence = text.partition(". ")[0].rstrip(".")
    return textwrap.wrap(sentence, _WIDTH)


def _docstring(text: str) -> str:
    """Lay *text* out as a docstring: a sentence, and the rest below it."""
    summary, _, others = text.partition(". ")
    if len(summary) > _WIDTH - 5:
        mark = next(each for each in (": ", "; ", ", ") if 0 < text.find(each) < _WIDTH - 5)
        summary, _, others = text.partition(mark)
        others = others[:1].upper() + others[1:]
    summary = f"{summary.removesuffix('.')}."
    if not others:
        return f'    """{summary}"""\n\n'
    body = "\n".join(f"    {line}" for line in textwrap.wrap(others, _WIDTH))
    return f'    """{summary}\n\n{body}\n    """\n\n'


def text() -> str:
    """Return the module."""
    writer = Writer()
    for name, schema in CLASSES.items():
        prefix = name.removesuffix("Item").removesuffix("Gallery").removesuffix("View")
        root = schemas.schema(schema)
        writer.add(name, prefix, Node(schema, root).at(root))
    written = (
        f"class {name}(TypedDict, total=False):\n{told}{body}\n"
        for name, (told, body) in writer.classes.items()
    )
    exported = "".join(f'    "{name}",\n' for name in sorted(writer.classes))
    return HEAD + "\n\n" + "\n\n".join(written) + f"\n\n__all__ = [\n{exported}]\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
