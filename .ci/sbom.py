"""Writes the components of a lock as a CycloneDX document: ``sbom.py LOCK``."""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def components(lock: str) -> list[dict[str, object]]:
    """Return a component for each package of *lock*, with the hashes of its files."""
    found = re.findall(r"^([\w.-]+)==([\w.!+-]+)(.*?)(?=^[\w.-]+==|\Z)", lock, re.MULTILINE | re.DOTALL)
    return [
        {
            "type": "library",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
            "hashes": [
                {"alg": "SHA-256", "content": digest} for digest in re.findall("sha256:([0-9a-f]{64})", rest)
            ],
        }
        for name, version, rest in found
    ]


def document(lock: str, version: str) -> dict[str, object]:
    """Return the whole document; it says nothing of time, so that the same lock gives the same bytes."""
    main = {"type": "application", "name": "gallery-lens", "version": version, "licenses": [_LICENSE]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": main},
        "components": components(lock),
    }


_LICENSE = {"license": {"id": "MIT"}}


if __name__ == "__main__":
    source = (ROOT / "src" / "gallery_lens" / "version.py").read_text("utf-8")
    found = re.search(r'"([0-9][^"]*)"', source)
    json.dump(
        document(Path(sys.argv[1]).read_text("utf-8"), found[1] if found else "0"), sys.stdout, indent=1
    )
