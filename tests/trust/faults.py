"""Faults for a small run, each at every place there is: ``python tests/trust/faults.py [KIND …]``.

A kill at every system call, a file system that takes only so many bytes, a reader that goes away after so
many, places that take no file, and runs beside each other. After each, what stands there has to be whole:
the old files or the new ones, the input as it was, no sidecar beside a view of another run, and nothing
left over once the next run is done. Linux only: calls are watched by ``ptrace``.
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from command import CLEAN

COMMAND: Final = [sys.executable, "-m", "gallery_lens", "-q"]
OUTPUTS: Final = {
    "view.json": "-o",
    "side.json": "--sidecar",
    "report.jsonl": "--report",
    "rejects": "--rejects",
}
_TRACE_ME, _SYSCALL, _SET_OPTIONS, _GOOD = 0, 24, 0x4200, 0x1


class Fault(AssertionError):
    """Something that a fault has left behind."""


class Scene:
    """A folder with an input, and what an earlier run wrote of another one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.given = folder / "in.json"
        items = [{**CLEAN, "_id": "1", "tags": {"tags": ["new"]}}, {"type": "IMAGE", "image": {}}]
        self.given.write_text(json.dumps(items))
        old = folder / "old.json"
        old.write_text(
            json.dumps([{**CLEAN, "_id": "1", "title": "Old", "tags": {"tags": ["old"]}}, {"type": "IMAGE"}])
        )
        self._run(old)
        self.old = self._outputs()
        old.unlink()
        with tempfile.TemporaryDirectory() as other:
            fresh = Scene.__new__(Scene)
            fresh.folder, fresh.given = Path(other), self.given
            fresh._run(self.given)
            self.new = fresh._outputs()
        self._input = self.given.read_bytes()

    def arguments(self, given: Path | None = None) -> list[str]:
        """Return the command that writes all outputs."""
        options = [part for name, option in OUTPUTS.items() for part in (option, str(self.folder / name))]
        return [*COMMAND, "convert", str(given or self.given), *options]

    def _run(self, given: Path) -> None:
        subprocess.run(self.arguments(given), check=False, stderr=subprocess.DEVNULL)

    def _outputs(self) -> dict[str, bytes]:
        return {name: (self.folder / name).read_bytes() for name in OUTPUTS if (self.folder / name).exists()}

    def reset(self) -> None:
        """Put the old files back, and nothing else."""
        for path in self.folder.iterdir():
            path.unlink()
        self.given.write_bytes(self._input)
        for name, data in self.old.items():
            (self.folder / name).write_bytes(data)

    def check(self, *, together: bool = False) -> None:
        """Check that all is whole; if *together*, that all outputs are old, or all are new.

        Raises:
            Fault: Something is not.
        """
        found = self._outputs()
        if self.given.read_bytes() != self._input:
            raise Fault("the input is not what it was")
        for name, data in found.items():
            if _plain(data) not in (_plain(self.old[name]), _plain(self.new[name])):
                raise Fault(f"{name} is neither old nor new: {data[:80]!r}")
        side, view = found.get("side.json"), found.get("view.json")
        if side is not None and (side == self.old["side.json"]) != (view == self.old["view.json"]):
            raise Fault("the sidecar stands beside a view of another run")
        if missing := [name for name in OUTPUTS if name not in found and name != "side.json"]:
            raise Fault(f"{missing} is gone")
        if together and len({data == self.old[name] for name, data in found.items()}) > 1:
            raise Fault("some outputs are old, and some are new")
        if together and set(found) != set(OUTPUTS):
            raise Fault("an output is gone")

    def check_next(self) -> None:
        """Check that the next run does all there is to do, and leaves nothing behind."""
        self._run(self.given)
        if left := {path.name for path in self.folder.iterdir()} - {*OUTPUTS, "in.json"}:
            raise Fault(f"the next run leaves {left}")
        if {name: _plain(data) for name, data in self._outputs().items()} != {
            name: _plain(data) for name, data in self.new.items()
        }:
            raise Fault("the next run does not write what it should")


def _plain(data: bytes) -> bytes:
    """Leave out where the input was."""
    return b"".join(
        line.split(b'"file":')[0].split(b'"input":')[0] for line in data.splitlines(keepends=True)
    )


# ---------------------------------------------------------------- kills


def _traced(arguments: list[str], kill_at: int | None) -> tuple[int, int | None]:
    """Run a command; kill it at its system stop of this number. Return how many there were, and the code."""
    libc = ctypes.CDLL(None, use_errno=True)
    child = os.fork()
    if child == 0:
        libc.ptrace(_TRACE_ME, 0, None, None)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 2)
        os.execv(arguments[0], arguments)
    os.waitpid(child, 0)
    libc.ptrace(_SET_OPTIONS, child, None, _GOOD)
    count, pending = 0, 0
    while True:
        libc.ptrace(_SYSCALL, child, None, pending)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            return count, os.WEXITSTATUS(status)
        if os.WIFSIGNALED(status):
            return count, None
        stopped = os.WSTOPSIG(status)
        pending = 0 if stopped == signal.SIGTRAP | 0x80 else stopped
        if not pending:
            count += 1
            if count == kill_at:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return count, None


def kills(scene: Scene) -> Iterator[None]:
    """Kill the run at every system call from where it touches the folder for the first time."""
    scene.reset()
    total, _ = _traced(scene.arguments(), None)
    first = _first_touch(scene, total)
    for at in range(max(1, first - 20), total + 1):
        scene.reset()
        _traced(scene.arguments(), at)
        scene.check()
        scene.check_next()
        yield


def _first_touch(scene: Scene, total: int) -> int:
    """Return the number of the call after which there is something new in the folder."""
    low, high = 0, total
    while low < high:
        middle = (low + high) // 2
        scene.reset()
        _traced(scene.arguments(), middle)
        touched = len(list(scene.folder.iterdir())) > len(OUTPUTS) + 1 or scene._outputs() != scene.old
        low, high = (low, middle) if touched else (middle + 1, high)
    return low


# ---------------------------------------------------------------- disks, pipes, places


def disks(scene: Scene) -> Iterator[None]:
    """Let no file have more than so many bytes, from none to as many as the largest."""
    largest = max(map(len, scene.new.values()))

    def limit(size: int) -> Callable[[], None]:
        return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    for size in range(0, largest + 2, max(1, largest // 60)):
        scene.reset()
        subprocess.run(scene.arguments(), preexec_fn=limit(size), check=False, stderr=subprocess.DEVNULL)
        scene.check(together=True)
        if {path.name for path in scene.folder.iterdir()} - {*OUTPUTS, "in.json"}:
            raise Fault("a run without room leaves a temporary file")
        yield


def pipes(scene: Scene) -> Iterator[None]:
    """Read so many bytes of standard output, and no more."""
    command = [*COMMAND, "convert", str(scene.given), "--report", str(scene.folder / "report.jsonl")]
    for size in (0, 1, 7, 64, 10_000):
        scene.reset()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0) as process:
            assert process.stdout
            assert process.stderr
            process.stdout.read(size) if size else None
            process.stdout.close()
            err = process.stderr.read()
        if b"Traceback" in err:
            raise Fault("a closed pipe ends in a traceback")
        scene.check(together=False)
        yield


def places(scene: Scene) -> Iterator[None]:
    """Name places that take no file for each output in turn."""
    for option in OUTPUTS.values():
        for place in (
            "/proc/nothing.json",
            "/dev/full",
            str(scene.folder / "no" / "folder.json"),
            str(scene.folder),
        ):
            if option == "-o" and place == str(scene.folder):
                continue
            scene.reset()
            arguments = scene.arguments()
            arguments[arguments.index(option) + 1] = place
            ran = subprocess.run(arguments, capture_output=True, check=False)
            if ran.returncode != 2 or b"Traceback" in ran.stderr:
                raise Fault(f"{option} {place}: {ran.returncode} {ran.stderr[-200:]!r}")
            scene.check(together=True)
            yield


def pairs(scene: Scene) -> Iterator[None]:
    """Let several runs write to the same outputs at once."""
    for _ in range(10):
        scene.reset()
        running = [subprocess.Popen(scene.arguments(), stderr=subprocess.DEVNULL) for _ in range(3)]
        for process in running:
            process.wait()
        scene.check(together=True)
        scene.check_next()
        yield


KINDS: Final[dict[str, Callable[[Scene], Iterator[None]]]] = {
    "kills at system calls": kills,
    "files that may not grow": disks,
    "readers that go away": pipes,
    "places that take no file": places,
    "runs beside each other": pairs,
}


def inject(name: str) -> tuple[int, list[str]]:
    """Return how many faults of a kind were injected, and what was found."""
    count, findings = 0, []
    with tempfile.TemporaryDirectory() as folder:
        faults: Any = KINDS[name](Scene(Path(folder)))
        while True:
            try:
                next(faults)
            except StopIteration:
                return count, findings
            except Fault as fault:
                return count + 1, [f"{name}, after {count}: {fault}"]
            count += 1


def main() -> int:
    """Inject all, print a table, and return 1 if anything was found."""
    findings = []
    for name in [each for each in KINDS if each.split()[0] in sys.argv[1:]] or KINDS:
        count, found = inject(name)
        findings += found
        print(f"{name}: {count} injected, {len(found)} found")
    print("\n".join(findings) or "nothing found")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
