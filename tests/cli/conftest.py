"""The command, run in this process with streams of our own."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import Ran, Run, Terminal
from gallery_lens.cli import main


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``gallery-lens`` with arguments, standard input, and terminals where they are wanted."""
    for name, value in (("NO_COLOR", ""), ("FORCE_COLOR", ""), ("TERM", "xterm"), ("COLUMNS", "80")):
        monkeypatch.setenv(name, value)
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: object, stdin: bytes = b"", terminals: str = "") -> Ran:
        streams = {"stdin": stdin, "stdout": b"", "stderr": b""}
        files = {
            name: (Terminal if name in terminals else io.BytesIO)(given) for name, given in streams.items()
        }
        for name, file in files.items():
            monkeypatch.setattr(sys, name, io.TextIOWrapper(file, "utf-8", "backslashreplace"))
        code = main([str(argument) for argument in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code, files["stdout"].getvalue(), files["stderr"].getvalue().decode())

    return command


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str, Any], Path]:
    """Write a file of the test's own folder: bytes as they are, anything else as JSON."""

    def file(name: str, content: Any) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return file
