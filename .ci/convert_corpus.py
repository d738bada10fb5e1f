"""Converts every sample payload of a folder with the command: ``convert_corpus.py DIR``.

A payload passes if, for every target, the exit status is 0 or 1, what is written is valid against the
schemas of the target, and the report and the rejects are valid against theirs.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from emitted import wrong  # noqa: E402
from gallery_lens import schemas  # noqa: E402

KINDS = ("sdk", "rest", "frontend")
TARGETS = ("frontend", "velo", "rest")


def problems(payload: Path, target: str) -> Iterator[str]:
    """Yield what is wrong with the conversion of *payload* to *target*."""
    with tempfile.TemporaryDirectory() as folder:
        report, rejects = Path(folder, "report.json"), Path(folder, "rejects.ndjson")
        options = ["--to", target, "--report", report, "--rejects", rejects]
        command = [sys.executable, "-m", "gallery_lens", "convert", *options, payload]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if ran.returncode not in (0, 1):
            yield f"exit status {ran.returncode}: {ran.stderr.strip()}"
            return
        kept = target == "frontend" and payload.name.startswith("frontend")
        yield from wrong(json.loads(ran.stdout), target, kept=kept)
        yield from _unlike("report", report.read_text("utf-8"))
        for line in rejects.read_text("utf-8").splitlines():
            yield from _unlike("reject", line)


def _unlike(schema: str, text: str) -> Iterator[str]:
    for error in schemas.validator(schema).iter_errors(json.loads(text)):
        yield f"{schema}: {error.message}"


def main(folder: str) -> int:
    """Convert every payload of *folder*; return 1 if one of them does not pass."""
    payloads = sorted(path for kind in KINDS for path in Path(folder).glob(f"{kind}-*.json"))
    failed = 0
    for payload in payloads:
        found = [f"  to {target}: {each}" for target in TARGETS for each in problems(payload, target)]
        failed += bool(found)
        sys.stdout.write("\n".join([f"{'failed' if found else 'passed'} {payload.name}", *found, ""]))
    sys.stdout.write(f"{len(payloads) - failed} passed, {failed} failed\n")
    return int(failed > 0 or not payloads)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
