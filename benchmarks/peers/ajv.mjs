// Node with ajv, in and out: node ajv.mjs INPUT RECORDS SCHEMA VIEW_SCHEMA none|three|full [RULES]

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { convert, itemsOf, run, shownOf } from "./convert.mjs";

const [input, records, schema, view, how, spoken] = process.argv.slice(2);
const load = (path) => JSON.parse(readFileSync(path, "utf8"));
const make = (path) => addFormats(new Ajv({ strict: false, allErrors: true })).compile(load(path));
const checkIn = make(schema);
const checkOut = make(view);
const rules = spoken && load(spoken);
const dialect = /rest[^/]*$/.test(input) ? "rest" : "velo";

function refused(item) {
  const places = checkIn.errors.filter((error) => error.keyword !== "if").map((error) => error.instancePath);
  return [...new Set(places)].map((place) => [place === "/type" ? "S002" : "S001", place]);
}

// Words values as people read them, with blanks behind commas and colons.
function spell(value) {
  if (Array.isArray(value)) return `[${value.map(spell).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${spell(inner)}`).join(", ")}}`;
}

// Long values are cut where their JSON is as long as a record may show.
const MOST = 200;
function shorten(value) {
  const text = spell(value);
  if (text.length <= MOST) return value;
  const shown = typeof value === "string" ? value : text;
  let size = MOST;
  while (spell(`${shown.slice(0, size)}…`).length > MOST) size--;
  return `${shown.slice(0, size)}…`;
}

function spell_short(value) {
  const short = shorten(value);
  return typeof short === "string" && typeof value !== "string" ? short : spell(short);
}

function at(item, pointer) {
  return pointer === "" ? item.text.html : pointer.slice(1).split("/").reduce((held, key) => held[key], item);
}

function full(item, line, index, [code, pointer]) {
  const rule = rules[code];
  const value = at(item, pointer);
  const itemId = item._id ?? item.id;
  return JSON.stringify({
    code,
    name: rule.name,
    severity: rule.severity,
    message: rule.message.replace("{length}", value?.length).replace("{value}", () => spell_short(value)),
    pointer: pointer_of(index, pointer),
    file: input,
    line,
    dialect,
    target: "frontend",
    itemId,
    itemIndex: index ?? 0,
    itemTitle: item.title || undefined,
    value: shorten(value),
    help: rule.help,
    url: rule.url,
    fingerprint: createHash("sha256").update(`${code}\0${itemId}\0${pointer}`).digest("hex").slice(0, 16),
  });
}

// Where a place in an item is in its line; null is the index of an item that stands in no list.
const pointer_of = (index, pointer) => (index === null ? pointer : `/items/${index}${pointer}`);

function one(line, number, out, noted) {
  const held = JSON.parse(line);
  const views = itemsOf(held).map((item, place) => {
    const index = held.items ? place : null;
    const lost = [];
    const shown = checkIn(item) ? convert(item, lost, index !== null) : (lost.push(...refused(item)), null);
    if (shown && !checkOut(shown)) throw new Error(`line ${number} became something that no page takes`);
    if (how === "three") {
      for (const [code, pointer] of lost) {
        noted.push(JSON.stringify({ line: number, code, pointer: pointer_of(index, pointer) }), "\n");
      }
    }
    if (how === "full") for (const each of lost) noted.push(full(item, number, index, each), "\n");
    return shown;
  });
  out.push(shownOf(held, views), "\n");
}

await run(input, one, how === "none" ? [null] : [null, records]);
