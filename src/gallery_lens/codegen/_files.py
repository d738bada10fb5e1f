"""The files around the converter: a module and a page for a site, a package for Node, and types for both."""

import json
from collections.abc import Mapping
from typing import Any, Final

from gallery_lens import schemas
from gallery_lens.codegen.module_text import script
from gallery_lens.version import __version__
from gallery_lens.words import Profile

#: What stands for the gallery and the element until somebody says which.
GALLERY_ID: Final = "00000000-0000-0000-0000-000000000000"
ELEMENT: Final = "#gallery1"


def velo_files(
    gallery_id: str | None = None, element: str | None = None, profile: Profile = "documented"
) -> dict[str, str]:
    """Return the files for a site by path: the converter, a web module, code of a page, and types.

    Args:
        gallery_id: the gallery that the page shows.
        element: the selector of the gallery on the page.
        profile: what the converter writes unless its caller says so.
    """
    known = {"GALLERY_ID": json.dumps(gallery_id or GALLERY_ID), "ELEMENT": json.dumps(element or ELEMENT)}
    return {
        "public/gallery-convert.js": script(profile),
        "public/gallery-convert.d.ts": types(),
        "backend/gallery.web.js": _filled(_WEB_MODULE, known),
        "page.js": _filled(_PAGE, known),
    }


def npm_files(profile: Profile = "documented") -> dict[str, str]:
    """Return the files of a package for Node by path; *profile* is as for ``velo_files``."""
    return {
        "package.json": json.dumps(_PACKAGE, indent=2) + "\n",
        "convert.mjs": script(profile),
        "convert.d.mts": types(),
        "README.md": _README,
    }


def types() -> str:
    """Return TypeScript's types of the converter, made from the schemas."""
    item = _interface("GalleryItem", schemas.schema("frontend-view-item"))
    diagnostic = schemas.schema("diagnostic")
    named = ("code", "name", "severity", "message", "pointer", "itemId")
    warning = _interface(
        "Warning", diagnostic | {"properties": {name: diagnostic["properties"][name] for name in named}}
    )
    return f"{item}\n{warning}\n{_FUNCTIONS}"


def _interface(name: str, schema: Mapping[str, Any]) -> str:
    lines = []
    for key, held in schema["properties"].items():
        optional = "" if key in schema.get("required", ()) else "?"
        words = " | ".join(json.dumps(word) for word in held.get("enum", ())) or "string"
        lines.append(f"  /** {held.get('description', '').strip()} */\n  {key}{optional}: {words};\n")
    return f"/** {schema['title']}. */\nexport interface {name} {{\n{''.join(lines)}}}\n"


def _filled(text: str, known: Mapping[str, str]) -> str:
    for name, value in known.items():
        text = text.replace(name, value)
    return text


_FUNCTIONS: Final = """\
/** What a conversion gives; the items are in the form that `$w("#gallery").items` takes. */
export interface Conversion {
  items: any;
  warnings: Warning[];
}
/** What a conversion writes: what the documents of $w.Gallery promise, or what its viewer also reads. */
export interface Options {
  profile?: "documented" | "viewer";
}
/** Converts what a backend gives, in any wrapper: parsed JSON, or live values of Velo. */
export function convert(document: unknown, options?: Options): Conversion;
/** Converts likewise, and returns the items alone. */
export function toGalleryItems(document: unknown, options?: Options): any;
"""

_WEB_MODULE: Final = """\
// Made by gallery-lens codegen: backend/gallery.web.js
import { Permissions, webMethod } from 'wix-web-module';
import * as backend from 'wix-pro-gallery-backend';
import { convert } from 'public/gallery-convert.js';

const api = backend.proGallery ?? backend;
const PAGE = 100;

/** Reads all items of a gallery, and returns them for a page, with how often what is lost. */
export const getGalleryItems = webMethod(Permissions.Anyone, async (galleryId = GALLERY_ID) => {
  const { items, warnings } = convert({ items: await readAll(galleryId) });
  return { items, lost: counted(warnings) };
});

async function readAll(galleryId) {
  const all = [];
  for (;;) {
    const { items } = await api.listGalleryItems(galleryId, { itemLimit: PAGE, itemOffset: all.length });
    if (!items?.length) return all;
    all.push(...items);
  }
}

/** Counts warnings and errors by name; what is only worth a notice does not count. */
function counted(warnings) {
  const lost = {};
  for (const { name, severity } of warnings) {
    if (severity !== 'info') lost[name] = (lost[name] ?? 0) + 1;
  }
  return lost;
}
"""

_PAGE: Final = """\
// Made by gallery-lens codegen: the code of a page that shows the gallery.
import { getGalleryItems } from 'backend/gallery.web.js';

$w.onReady(async () => {
  const { items, lost } = await getGalleryItems(GALLERY_ID);
  $w(ELEMENT).items = items;
  if (Object.keys(lost).length) console.warn('Not everything of the gallery is shown:', lost);
});
"""

_PACKAGE: Final = {
    "name": "gallery-lens-convert",
    "version": __version__,
    "description": "Converts Wix Pro Gallery items to $w.Gallery items, and says what is lost.",
    "type": "module",
    "license": "MIT",
    "exports": {".": {"types": "./convert.d.mts", "default": "./convert.mjs"}},
    "files": ["convert.mjs", "convert.d.mts"],
    "engines": {"node": ">=20"},
    "sideEffects": False,
}

_README: Final = """\
# gallery-lens-convert

Converts items of a Wix Pro Gallery, as the REST API or Velo gives them, to items of `$w.Gallery`, and
says what is lost. Made by `gallery-lens codegen npm` from the Python package. It has no dependencies, and
uses neither network nor clock.

```js
import { convert } from 'gallery-lens-convert';

const { items, warnings } = convert(answer); // of getGallery, listGalleryItems, listGalleries, an event …
```

`warnings` are objects with `code`, `name`, `severity`, `message`, `pointer` and `itemId`, as in Python.
"""
