"""Builds the playground: ``python docs/playground/build.py FOLDER`` puts it into FOLDER.

Needs Node.js and npm. The work is done in ``build/playground``: the sources are copied there, beside the
npm packages of the lock and the wheels of the versions that the project is tested with.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
WORK: Final = ROOT / "build" / "playground"
#: What the package needs where there is no command line; their versions stand in the lock.
WHEELS: Final = [
    "attrs",
    "cattrs",
    "typing-extensions",
    "jsonschema",
    "jsonschema-specifications",
    "referencing",
    "msgspec",
]


def main(target: Path) -> None:
    """Build, and put the result into *target*."""
    WORK.mkdir(parents=True, exist_ok=True)
    _lay_out()
    _install_npm_packages()
    _install_wheels()
    _run("npm", "run", "--silent", "check", cwd=WORK)
    _run("npm", "run", "--silent", "build", cwd=WORK)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(WORK / "dist", target)


def _lay_out() -> None:
    left_out = shutil.ignore_patterns("node_modules", "__pycache__")
    shutil.copytree(HERE, WORK, dirs_exist_ok=True, ignore=left_out)
    shutil.copy(ROOT / "docs" / "examples" / "harbour.json", WORK / "samples")
    shutil.copy(ROOT / "docs" / "_static" / "lens.svg", WORK)


def _install_npm_packages() -> None:
    """Install what the lock names, unless that is there."""
    stamp, wanted = WORK / "node_modules" / ".locked", _digest(HERE / "package-lock.json")
    if not stamp.is_file() or stamp.read_text() != wanted:
        _run("npm", "ci", "--no-fund", "--no-audit", "--silent", cwd=WORK)
        stamp.write_text(wanted)


def _install_wheels() -> None:
    """Unpack our wheel, made now, and those of others into a folder."""
    wheels, packages = WORK / "wheels", WORK / "site-packages"
    shutil.rmtree(packages, ignore_errors=True)
    for old in wheels.glob("gallery_lens-*.whl"):
        old.unlink()
    build = ["-m", "build", "--quiet", "--no-isolation", "--wheel"]
    _run(sys.executable, *build, "--outdir", str(wheels), cwd=ROOT)
    _download(wheels)
    for wheel in sorted(wheels.glob("*.whl")):
        zipfile.ZipFile(wheel).extractall(packages)
    for module in (HERE / "python").glob("*.py"):
        shutil.copy(module, packages)


def _download(wheels: Path) -> None:
    """Get the wheels for the Python of the browser; pip keeps those that are there."""
    info = json.loads((WORK / "node_modules" / "pyodide" / "pyodide-lock.json").read_text("utf-8"))["info"]
    version = ".".join(info["python"].split(".")[:2])
    about = f"--python-version {version} --abi cp{version.replace('.', '')} --implementation cp"
    about += f" --platform pyemscripten_{info['abi_version']}_wasm32 --only-binary :all: --no-deps"
    download = ["-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    _run(sys.executable, *download, *about.split(), "--dest", str(wheels), *_locked(), cwd=ROOT)


def _locked() -> list[str]:
    lock = (ROOT / ".ci" / "locked.txt").read_text("utf-8")
    pinned = dict(re.findall(r"^([\w.-]+)==([\w.]+)", lock, re.MULTILINE))
    return [f"{name}=={pinned[name]}" for name in WHEELS]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _run(*command: str, cwd: Path) -> None:
    if subprocess.run(command, cwd=cwd, check=False).returncode:
        sys.exit(f"The playground is not built: {' '.join(command[:4])} … failed, as told above.")


if __name__ == "__main__":
    if shutil.which("npm") is None:
        print("npm is not installed: the site is built without its playground.", file=sys.stderr)
    else:
        main(Path(sys.argv[1]))
