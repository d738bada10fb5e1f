"""The members of the package's classes, by name: fields, methods and properties."""

import ast
from collections import defaultdict
from collections.abc import Iterable

from gallery_lens.codegen._language import METHODS, OF_LIBRARY
from gallery_lens.codegen._modules import module
from gallery_lens.codegen._signatures import Signature, is_enumeration, of_function

_PROPERTIES = frozenset(("property", "cached_property", "functools.cached_property"))


class Classes:
    """Looks at all classes of some modules."""

    def __init__(self, modules: Iterable[str]) -> None:
        self._methods: dict[str, list[Signature]] = defaultdict(list)
        self._values: dict[str, list[bool]] = defaultdict(list)  #: of fields and properties: whether bool
        self._of_texts: set[str] = set()
        for name in modules:
            home = module(name)
            for node in ast.walk(home.tree) if home else ():
                if isinstance(node, ast.ClassDef):
                    self._look_at(name, node)

    def _look_at(self, home: str, node: ast.ClassDef) -> None:
        of_texts = is_enumeration(home, node) and "StrEnum" in ast.unparse(node.bases[0])
        for each in node.body:
            match each:
                case ast.AnnAssign(target=ast.Name(id=name), annotation=note):
                    self._values[name].append(_is_bool(note))
                case ast.FunctionDef(name=name):
                    traits = {ast.unparse(trait) for trait in each.decorator_list}
                    if traits & _PROPERTIES:
                        self._values[name].append(_is_bool(each.returns))
                    else:
                        self._methods[name].append(of_function(each, method=True))
                    if of_texts:
                        self._of_texts.add(name)

    def method(self, name: str) -> Signature | None:
        """Return the parameters of all methods of that name; None if there is none, or they differ."""
        found = self._methods.get(name, [])
        return found[0] if found and len(set(found)) == 1 else None

    def is_bound(self, attribute: str) -> bool:
        """Return whether an attribute may be a method, or something that a text is asked for."""
        if attribute in self._methods or attribute in self._of_texts:
            return True
        return attribute not in self._values and (
            attribute in METHODS or attribute in OF_LIBRARY or attribute.startswith("__")
        )

    def tells(self, attribute: str) -> bool:
        """Return whether all attributes of that name are true or false."""
        known = self._values.get(attribute)
        return bool(known) and all(known or ()) and attribute not in self._methods


def _is_bool(note: ast.expr | None) -> bool:
    return isinstance(note, ast.Name) and note.id == "bool"
