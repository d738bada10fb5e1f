"""Gallery Lens: Wix Pro Gallery items to ``$w.Gallery`` items and back, with an account of every loss.

The names below are imported when they are first used: a command that needs few of them starts
sooner.
"""

from gallery_lens.version import __version__

TYPE_CHECKING = False  # as far as Python is concerned, which so need not import typing
if TYPE_CHECKING:
    from typing import Any

    from gallery_lens.api import (
        Reject,
        Result,
        convert,
        convert_file,
        convert_text,
        converter,
        lint,
        lint_text,
        media_list,
        merge,
        read,
        restore,
        to_frontend,
        to_rest,
        to_velo,
        write,
    )
    from gallery_lens.cloning import clone, remap
    from gallery_lens.diagnostics import Diagnostic, Severity
    from gallery_lens.errors import (
        GalleryLensError,
        LossError,
        OutputError,
        ReadError,
        SidecarError,
        UsageError,
    )
    from gallery_lens.linting import LintResult
    from gallery_lens.model import UNSET, Gallery, Item
    from gallery_lens.planning import Plan, plan

_HOMES = {
    "gallery_lens.api": (
        "Reject",
        "Result",
        "convert",
        "convert_file",
        "convert_text",
        "converter",
        "lint",
        "lint_text",
        "media_list",
        "merge",
        "read",
        "restore",
        "to_frontend",
        "to_rest",
        "to_velo",
        "write",
    ),
    "gallery_lens.cloning": ("clone", "remap"),
    "gallery_lens.diagnostics": ("Diagnostic", "Severity"),
    "gallery_lens.errors": (
        "GalleryLensError",
        "LossError",
        "OutputError",
        "ReadError",
        "SidecarError",
        "UsageError",
    ),
    "gallery_lens.linting": ("LintResult",),
    "gallery_lens.model": ("UNSET", "Gallery", "Item"),
    "gallery_lens.planning": ("Plan", "plan"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> "Any":
    from importlib import import_module

    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_HOME[name]), name)
    return found


def __dir__() -> list[str]:
    return __all__


__all__ = [
    "UNSET",
    "Diagnostic",
    "Gallery",
    "GalleryLensError",
    "Item",
    "LintResult",
    "LossError",
    "OutputError",
    "Plan",
    "ReadError",
    "Reject",
    "Result",
    "Severity",
    "SidecarError",
    "UsageError",
    "__version__",
    "clone",
    "convert",
    "convert_file",
    "convert_text",
    "converter",
    "lint",
    "lint_text",
    "media_list",
    "merge",
    "plan",
    "read",
    "remap",
    "restore",
    "to_frontend",
    "to_rest",
    "to_velo",
    "write",
]
