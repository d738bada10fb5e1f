"""The path of a file in a project: relative to its root, with slashes."""

import os
from pathlib import Path
from typing import Final

from gallery_lens.reporters.visible import visible

#: What CI systems call the root of the checkout.
_ROOTS: Final = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def project_path(file: str) -> str:
    """Return the path of *file* from the root of the project, or the whole path if it is outside.

    The root is the checkout that CI speaks of if this is run inside it, else the working directory.
    A name in angle brackets, such as ``<stdin>``, is no path and stays as it is.
    """
    if file.startswith("<"):
        return file
    here = Path.cwd()
    named = (Path(os.environ[name]) for name in _ROOTS if os.environ.get(name))
    root = next((root for root in named if here.is_relative_to(root)), here)
    # Links are left as they are: resolved, they may lead out of the checkout.
    path = Path(os.path.normpath(here / file))
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def shown_path(file: str) -> str:
    """Return ``project_path`` of *file* in characters that can be shown."""
    return visible(project_path(file))
