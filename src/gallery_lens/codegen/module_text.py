"""The converter as one JavaScript module: runtime, printed program, and conversions of usual items."""

import json
import re
from collections.abc import Mapping
from functools import cache
from html.entities import html5
from importlib.resources import files
from os.path import commonprefix
from typing import Final, get_args

from gallery_lens.codegen._lanes import lanes
from gallery_lens.codegen._modules import PACKAGE, Symbol
from gallery_lens.codegen.language import quoted
from gallery_lens.codegen.program import Program
from gallery_lens.rules import RULES
from gallery_lens.version import __version__
from gallery_lens.words import Profile


def converter() -> str:
    """Return the definitions of the converter, and the table of its rules."""
    rules = {each: Symbol(f"{PACKAGE}.rules.{each}", "RULE") for each in RULES.values()}
    entry = Symbol(f"{PACKAGE}.codegen.entry", "convert")
    media = Symbol(f"{PACKAGE}.compiled.carrying", "Task")
    program = Program([entry, Symbol(f"{PACKAGE}.rules", "rule"), media], rules.values())
    usual = lanes(program)
    loads = ",".join(f"{name.rpartition('.')[2]}:()=>{each}" for name, each in program.rules.items())
    text = program.text()
    methods = ",".join(map(quoted, sorted(set(re.findall(r"\$m\.(\w+)", text + usual)))))
    head = f"for(const name of [{methods}])$m[name]=$method(name);"
    loads = f"Object.assign($rules,{{{loads}}});"
    return f"{head}\n{text}{loads}\n{usual}const $convert={program.script(entry)};\n"


@cache
def script(profile: Profile = "documented") -> str:
    """Return the whole converter as one module without dependencies; *profile* is what it writes unasked."""
    exports = _EXPORTS.replace("PROFILES", json.dumps(get_args(Profile)))
    exports = exports.replace("PROFILE", json.dumps(profile))
    return f"{_HEAD.format(version=__version__)}\n{runtime()}\n{converter()}{exports}"


def runtime() -> str:
    """Return the behaviour of Python's values, without comments and indentation."""
    text = files(PACKAGE).joinpath("codegen", "runtime.js").read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    kept = [line for line in lines if line and not line.startswith(("//", "/**", "* "))]
    return "\n".join(kept).replace("ENTITIES", json.dumps(_packed(html5), ensure_ascii=False), 1)


def _packed(entities: Mapping[str, str]) -> str:
    """Return the names of characters in one text, which the runtime takes apart.

    For each: how many letters it shares with the one before, the rest, ``;`` (``,`` if it is also known
    without that), the characters, and a mark. Numbers of letters are written as letters from ``#`` on.
    """
    pieces, before = list[str](), ""
    for name, value in sorted((name, value) for name, value in entities.items() if name.endswith(";")):
        plain = name[:-1]
        shared = len(commonprefix([before, plain]))  # noqa: RUF071 - letters are what counts here
        end = "," if entities.get(plain) == value else ";"
        pieces.append(f"{chr(35 + shared)}{plain[shared:]}{end}{value}\x01")
        before = plain
    return "".join(pieces)


_HEAD: Final = """\
// Made by gallery-lens codegen ({version}) from the sources of the Python converter; do not edit.
// convert(document) returns {{ items, warnings }}, toGalleryItems(document) the items alone."""

_EXPORTS: Final = """
const KNOWN = PROFILES;

/** Converts what a backend gives, in any wrapper, to items of a gallery on a page. */
export function convert(document, { profile = PROFILE } = {}) {
  if (!KNOWN.includes(profile)) throw new Error(`profile is one of ${KNOWN.join(', ')}`);
  try {
    return $converted(document, profile);
  } catch (error) {
    throw error instanceof Error ? error : new Error(`The document cannot be converted: ${$str(error)}`);
  }
}

/** Converts likewise, and returns the items alone. */
export function toGalleryItems(document, options = {}) {
  return convert(document, options).items;
}
"""
