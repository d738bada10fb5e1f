"""Loads: how much memory and time lines, documents and several processes take."""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "support")]

from command import CLEAN, LINKED

COMMAND: Final = [sys.executable, "-m", "gallery_lens", "-q", "convert"]
_OUTPUTS: Final = ("-o", os.devnull, "--report", os.devnull, "--report-format", "jsonl")
#: A run that prints, last, its code, and how many kilobytes and seconds of a processor it took. Its usage
#: would also count what the process that started it had.
MEASURED: Final = (
    "import re, sys, time\nfrom pathlib import Path\nfrom gallery_lens.cli import main\n"
    "code = main(sys.argv[1:])\n"
    "most = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]\n"
    "print(code, most, time.process_time(), file=sys.stderr)"
)


#: What an ordinary item of a gallery has besides a picture, a title and a link.
_ORDINARY: Final = {
    "_createdDate": "2024-05-04T09:21:07.000Z",
    "_updatedDate": "2024-05-04T09:21:07.000Z",
    "description": "Low water below the weir, on the first dry day after the storm.",
    "tags": {"values": ["river", "_fileOrigin_uploaded"]},
}


def _item(number: int, more: dict[str, Any]) -> bytes:
    held = {"_id": f"{uuid.UUID(int=number)}", "sortOrder": 1_700_000_000_000 + 1000 * number}
    return json.dumps({**(LINKED if number % 2 else CLEAN), **more, **held}).encode()


def written(path: Path, count: int, *, lines: bool, small: bool = False) -> None:
    """Write *count* items to a file, as lines or as one list; *small* ones have no more than they need."""
    items = (_item(number, {} if small else _ORDINARY) for number in range(count))
    with path.open("wb") as file:
        if lines:
            file.writelines(item + b"\n" for item in items)
        else:
            file.writelines((b",\n" if number else b"[") + item for number, item in enumerate(items))
            file.write(b"]")


def measured(arguments: list[str]) -> tuple[int, float, float]:
    """Run a conversion; return its code, and the megabytes and seconds of a processor that it took."""
    command = [sys.executable, "-c", MEASURED, "-q", "convert", *arguments]
    ran = subprocess.run(command, capture_output=True, check=True)
    code, kilobytes, seconds = ran.stderr.split()[-3:]
    return int(code), int(kilobytes) / 1024, float(seconds)


def curve(
    counts: tuple[int, ...], *, lines: bool, small: bool = False
) -> Iterator[tuple[int, float, float, float]]:
    """Yield, for files of so many items, their megabytes, the megabytes taken, and the seconds."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            given = Path(folder) / ("in.ndjson" if lines else "in.json")
            written(given, count, lines=lines, small=small)
            _, taken, seconds = measured([str(given), *_OUTPUTS])
            yield count, given.stat().st_size / 1e6, taken, seconds


def killed_worker(count: int) -> tuple[bool, int]:
    """Kill a worker of several processes; return whether the output is that of one process, and the lines."""
    with tempfile.TemporaryDirectory() as folder:
        given, one, several = (Path(folder) / name for name in ("in.ndjson", "one.ndjson", "several.ndjson"))
        written(given, count, lines=True)
        subprocess.run([*COMMAND, str(given), "-o", str(one)], check=True)
        with subprocess.Popen([*COMMAND, str(given), "-o", str(several), "--jobs", "2"]) as process:
            _kill_a_child(process)
        return one.read_bytes() == several.read_bytes(), count


def _kill_a_child(process: "subprocess.Popen[Any]") -> None:
    """Kill one of the processes that *process* has started, as soon as there is one."""
    while process.poll() is None:
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, check=False
        )
        if children := listed.stdout.split():
            time.sleep(0.2)
            try:
                os.kill(int(children[0]), signal.SIGKILL)
            except ProcessLookupError:
                continue
            return
        time.sleep(0.02)


def limits() -> str:
    """Say what the machine has."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    return f"{os.cpu_count()} cores, {memory} GiB, {resource.getpagesize()} bytes a page"
