"""The questions of printers about the names of a module."""

import ast
from collections.abc import Set
from typing import Protocol

from gallery_lens.codegen._signatures import Signature


class Names(Protocol):
    """Knows what names of a module mean."""

    def known(self, name: str) -> str | None:
        """Return the JavaScript for a name of the module, or of Python itself."""

    def member(self, name: str, attribute: str) -> str | None:
        """Return the JavaScript for what a module called *name* holds, None if it is not a module."""

    def is_module(self, name: str) -> bool:
        """Return whether *name* is a module."""

    def imported(self, statement: ast.Import | ast.ImportFrom) -> dict[str, str]:
        """Return the JavaScript for what an import inside of a function brings."""

    def signature(self, name: str, attribute: str | None = None) -> Signature | None:
        """Return the parameters of a function or class of the package, None for anything else."""

    def method(self, name: str) -> Signature | None:
        """Return the parameters of the methods of that name, None if no class of the package has one."""

    def is_bound(self, attribute: str) -> bool:
        """Return whether an attribute may be a method, or something that a text is asked for."""

    def tells(self, name: str) -> bool:
        """Return whether all attributes of that name are true or false."""

    def is_class(self, name: str) -> bool:
        """Return whether objects of the class *name* are told by their prototype."""

    def needs(self, name: str, field: str, given: Set[str] = frozenset()) -> bool:
        """Return whether anybody asks objects of the class *name* for *field*."""

    def mention(self, attribute: str) -> None:
        """Take note of an attribute that is asked for."""
