"""A plan as a module for a site's backend: it makes the calls in order, and can be run again."""

from typing import Any, Final

from gallery_lens.api import convert
from gallery_lens.jsontext import encode
from gallery_lens.planning._plan import Plan
from gallery_lens.planning.calls import Call

_LINE_ENDS: Final = {"\u2028": "\\u2028", "\u2029": "\\u2029"}

_MODULE: Final = """\
// Made by gallery-lens plan. Put it into the backend of the site, and call applyPlan() once.
// It stops at the first call that fails; called again, it reads the gallery and goes on.
import * as backend from 'wix-pro-gallery-backend';

const api = backend.proGallery ?? backend;
const PAGE = 100;

export const steps = STEPS;

const CALLS = {
  createGallery: ({ gallery }) => api.createGallery({ gallery }),
  updateGallery: ({ galleryId, gallery }) => api.updateGallery(galleryId, gallery),
  deleteGallery: ({ galleryId }) => api.deleteGallery(galleryId),
  createItem: ({ galleryId, item }) => api.createGalleryItem(galleryId, item),
  updateItem: ({ galleryId, itemId, item }) => api.updateGalleryItem({ galleryId, itemId }, item),
  deleteItem: ({ galleryId, itemId }) => api.deleteGalleryItem({ galleryId, itemId }),
};

/** Makes the calls that are not made yet. Returns what was done, skipped, and failed (null if nothing). */
export async function applyPlan() {
  const done = [];
  const skipped = [];
  const there = await readAll();
  for (const step of steps) {
    if (isDone(step, there)) {
      skipped.push(step);
      continue;
    }
    try {
      await CALLS[step.call](step);
    } catch (error) {
      return { done, skipped, failed: { step, message: String(error?.message ?? error) } };
    }
    done.push(step);
  }
  return { done, skipped, failed: null };
}

async function readAll() {
  const items = new Map();
  for (const { call, galleryId } of steps) {
    if (call.endsWith('Item') && !items.has(galleryId)) {
      items.set(galleryId, await pages(async (offset) =>
        (await api.listGalleryItems(galleryId, { itemLimit: PAGE, itemOffset: offset })).items));
    }
  }
  const needed = steps.some(({ call }) => call === 'createGallery' || call === 'deleteGallery');
  const galleries = needed
    ? await pages(async (offset) => (await api.listGalleries({ limit: 10, offset, itemLimit: 1 })).galleries)
    : [];
  return { items, galleries };
}

async function pages(read) {
  const all = [];
  for (;;) {
    const page = (await read(all.length)) ?? [];
    all.push(...page);
    if (page.length === 0) return all;
  }
}

/** Says whether an earlier run has made a call; a created item is known by medium, title and order. */
function isDone({ call, galleryId, itemId, item, gallery }, there) {
  const items = there.items.get(galleryId) ?? [];
  switch (call) {
    case 'createItem':
      return take(items, (each) => mark(each) === mark(item));
    case 'deleteItem':
      return !items.some((each) => each._id === itemId);
    case 'updateItem': {
      const old = items.find((each) => each._id === itemId);
      return old !== undefined && Object.keys(item).every((key) => same(old[key], item[key]));
    }
    case 'createGallery':
      return take(there.galleries, (each) => (each.name ?? '') === (gallery.name ?? ''));
    case 'deleteGallery':
      return !there.galleries.some((each) => each._id === galleryId);
    default:
      return false;
  }
}

function take(list, matches) {
  const index = list.findIndex(matches);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}

function mark(item) {
  const medium = mediumOf(item.image?.imageInfo) ?? mediumOf(item.video?.videoInfo) ?? item.text?.html;
  return JSON.stringify([medium ?? null, item.title ?? '', Number(item.sortOrder)]);
}

/** The id in a media address, else the address; file names may be spelled anew by the server. */
function mediumOf(address) {
  if (typeof address !== 'string') return undefined;
  return /^(?:wix:)?(?:image|video):\\/\\/v1\\/([^/#?]+)/.exec(address)?.[1] ?? address;
}

function same(one, other) {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value) {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
"""


def render(plan: Plan) -> str:
    """Return the module that carries *plan* out."""
    lines = []
    for step in (step for call in plan.calls for step in _steps(call)):
        text = encode(step).decode().replace('"__proto__":', '["__proto__"]:')
        for character, escape in _LINE_ENDS.items():
            text = text.replace(character, escape)
        lines.append(f"  {text},\n")
    return _MODULE.replace("STEPS", f"[\n{''.join(lines)}]" if lines else "[]", 1)


def _steps(call: Call) -> list[dict[str, Any]]:
    where = {} if call.gallery_id is None else {"galleryId": call.gallery_id}
    name = f"{call.action}{call.object.title()}"
    if call.action == "delete" and call.object == "gallery":
        return [{"call": name, **where}]
    if call.action == "delete":
        return [{"call": name, **where, "itemId": id} for id in call.item_ids]
    if call.object == "gallery":
        gallery = dict(call.content)
        if "items" in gallery:
            gallery["items"] = convert(gallery["items"], "rest", "velo").value
        return [{"call": name, **where, "gallery": gallery}]
    known = {} if call.action == "create" else {"itemId": call.item_ids[0]}
    (item,) = convert([dict(call.whole)], "rest", "velo").value or [{}]
    return [{"call": name, **where, **known, "item": {key: item.get(key) for key in call.content}}]
