"""Faults for a small run, each at every place there is: ``python tests/trust/faults.py [KIND …]``.

A kill, and another signal, at every system call, a file system that takes only so many bytes, a reader that
goes away after so many, places that take no file, and runs beside each other. After each, what stands there
has to be whole: the old files or the new ones, the input as it was, no sidecar beside a view of another run,
and nothing left over once the next run is done. Linux only: calls are watched by ``ptrace``.
"""

import ctypes
import itertools
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar, Final

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "support")]

from command import CLEAN
from gallery_lens.cli import main as command

COMMAND: Final = [sys.executable, "-m", "gallery_lens", "-q"]
_LIBC: Final = ctypes.CDLL(None, use_errno=True)
_TRACE_ME, _SYSCALL, _SET_OPTIONS, _GOOD = 0, 24, 0x4200, 0x1


class Fault(AssertionError):
    """Something that a fault has left behind."""


class Scene:
    """A folder with an input, and what an earlier run wrote of another one."""

    #: The command, and its outputs with the options that name them.
    verb: ClassVar[list[str]] = ["convert"]
    outputs: ClassVar[dict[str, str]] = {
        "view.json": "-o",
        "side.json": "--sidecar",
        "report.jsonl": "--report",
        "rejects": "--rejects",
    }

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.given = folder / "in.json"
        self._input = self._write("new")
        self.old = self._after("old")
        self.new = self._after("new")
        self._rewritten = self.given.read_bytes()
        assert all(self.old[name] != self.new[name] for name in self.outputs), "old and new look the same"

    def arguments(self) -> list[str]:
        """Return the command that writes all outputs."""
        options = [
            part for name, option in self.outputs.items() for part in (option, str(self.folder / name))
        ]
        return [*COMMAND, *self.verb, str(self.given), *options]

    def options(self) -> list[str]:
        """Return the same without the interpreter and the program."""
        return self.arguments()[3:]

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
        found = self._found()
        if self.given.read_bytes() not in (self._input, self._rewritten):
            raise Fault("the input is not what it was")
        for name, data in found.items():
            if data not in (self.old[name], self.new[name]):
                raise Fault(f"{name} is neither old nor new: {data[:80]!r}")
        side, view = found.get("side.json"), found.get("view.json")
        if side is not None and (side == self.old["side.json"]) != (view == self.old["view.json"]):
            raise Fault("the sidecar stands beside a view of another run")
        if missing := [name for name in self.outputs if name not in found and name != "side.json"]:
            raise Fault(f"{missing} is gone")
        if together and len({data == self.old[name] for name, data in found.items()}) > 1:
            raise Fault("some outputs are old, and some are new")
        if together and set(found) != set(self.outputs):
            raise Fault("an output is gone")

    def check_next(self) -> None:
        """Check that the next run does all there is to do, and leaves nothing behind."""
        _traced(self.options())
        self.check_tidy()
        if self._found() != self.new or self.given.read_bytes() != self._rewritten:
            raise Fault("the next run does not write what it should")

    def check_tidy(self) -> None:
        """Check that nothing of a run is left but its outputs."""
        if left := {path.name for path in self.folder.iterdir()} - {*self.outputs, "in.json"}:
            raise Fault(f"the run leaves {left}")

    def _write(self, word: str) -> bytes:
        items = [{**CLEAN, "_id": word, "title": word, "tags": {"tags": [word]}, "sortOrder": "1"}]
        self.given.write_text(json.dumps([*items, {"type": "IMAGE", "image": {}, "title": word}]))
        return self.given.read_bytes()

    def _after(self, word: str) -> dict[str, bytes]:
        self._write(word)
        subprocess.run(self.arguments(), check=False, stderr=subprocess.DEVNULL)
        return self._found()

    def _found(self) -> dict[str, bytes]:
        files = {name: self.folder / name for name in self.outputs}
        return {name: file.read_bytes() for name, file in files.items() if file.exists()}


class Fixing(Scene):
    """The same for what rewrites its input."""

    verb: ClassVar[list[str]] = ["lint", "--fix"]
    outputs: ClassVar[dict[str, str]] = {"report.jsonl": "--report", "found.txt": "-o"}


class Baseline(Scene):
    """The same for a baseline that is rewritten."""

    verb: ClassVar[list[str]] = ["lint", "-o", os.devnull]
    outputs: ClassVar[dict[str, str]] = {"base.json": "--write-baseline"}


# ---------------------------------------------------------------- kills and other signals


def _run_in(arguments: list[str]) -> int:
    """Run the command in this process, as it runs in one of its own."""
    sys.argv = ["gallery-lens", *arguments]
    return command()


def _traced(arguments: list[str], at: int | None = None, signal_number: int = signal.SIGKILL) -> int:
    """Run the command in a fork; send it a signal at its system stop *at*; return how many stops there were.

    A call stops twice: before it is made, and after. What the command imports is here already, so that
    nearly all calls are about its files.
    """
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        _LIBC.ptrace(_TRACE_ME, 0, None, None)
        os.kill(os.getpid(), signal.SIGSTOP)
        code = 70
        try:
            code = _run_in(arguments)
        finally:
            os._exit(code)
    os.waitpid(child, 0)
    _LIBC.ptrace(_SET_OPTIONS, child, None, _GOOD)
    count, pending = 0, 0
    while True:
        _LIBC.ptrace(_SYSCALL, child, None, pending)
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            return count
        stopped = os.WSTOPSIG(status)
        pending = 0 if stopped == signal.SIGTRAP | 0x80 else stopped
        if not pending:
            count += 1
            if count == at:
                os.kill(child, signal_number)


def kills(scene: Scene) -> Iterator[None]:
    """Kill the run before and after every system call."""
    for at in range(1, _calls(scene) + 1):
        scene.reset()
        _traced(scene.options(), at)
        scene.check()
        scene.check_next()
        yield


def signals(scene: Scene) -> Iterator[None]:
    """Ask the run to end before and after every system call, in three ways by turns."""
    asking = itertools.cycle((signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    for at in range(1, _calls(scene) + 1):
        scene.reset()
        _traced(scene.options(), at, next(asking))
        scene.check(together=True)
        scene.check_tidy()
        yield


def _calls(scene: Scene) -> int:
    """Return how many stops a run has, once everything is imported."""
    _run_in(scene.options())
    scene.reset()
    return _traced(scene.options())


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
        scene.check_tidy()
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
    for option in scene.outputs.values():
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


KINDS: Final[dict[str, tuple[type[Scene], Callable[[Any], Iterator[None]]]]] = {
    "kills of convert at system calls": (Scene, kills),
    "kills of lint --fix at system calls": (Fixing, kills),
    "kills of lint --write-baseline at system calls": (Baseline, kills),
    "signals to convert at system calls": (Scene, signals),
    "signals to lint --fix at system calls": (Fixing, signals),
    "files that may not grow": (Scene, disks),
    "readers that go away": (Scene, pipes),
    "places that take no file": (Scene, places),
    "runs beside each other": (Scene, pairs),
}


def inject(name: str) -> tuple[int, list[str]]:
    """Return how many faults of a kind were injected, and what was found."""
    count, findings = 0, []
    scene, kind = KINDS[name]
    with tempfile.TemporaryDirectory() as folder:
        faults = kind(scene(Path(folder)))
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
