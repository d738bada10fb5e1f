// Wires the parts of the page together.

import { makeEditor, makeViewer } from "./editor.js";
import { startEngine } from "./engine.js";
import { counted, fateBar, list, summary } from "./findings.js";
import { fromFragment, toFragment } from "./link.js";
import { makePreview } from "./preview.js";
import { SAMPLES } from "./samples.js";
import { followTheme } from "./theme.js";

const SOURCES = ["auto", "velo", "rest", "frontend", "component", "rest-legacy", "cms"];
const TARGETS = ["frontend", "velo", "rest", "component"];
/** How long nothing is typed before a text is converted, in milliseconds. */
const PAUSE = 120;

/** @template {HTMLElement} T @param {string} id @param {new () => T} type @returns {T} */
function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new TypeError(`no ${type.name} is called ${id}`);
  return found;
}

const sample = byId("sample", HTMLSelectElement);
const source = byId("source", HTMLSelectElement);
const target = byId("target", HTMLSelectElement);
const status = byId("status", HTMLElement);
const progress = byId("progress", HTMLProgressElement);
const editor = makeEditor(byId("editor", HTMLElement), edited);
const viewer = makeViewer(byId("items", HTMLElement));
const preview = makePreview(byId("frame", HTMLIFrameElement), (index) => {
  const at = places.get(index);
  if (at) editor.goTo(at);
});
/** @type {Map<number, At>} where the items stand that are drawn */
const places = new Map();

const engine = startEngine({
  progress(share) {
    if (document.body.dataset.state === "failed") return; // what went wrong is still to be read
    progress.value = share;
    const told = share < 1 ? `Loading Python… ${Math.floor(share * 10) * 10} %` : "Starting Python…";
    if (status.textContent !== told) status.textContent = told; // it is read aloud
  },
  ready() {
    progress.hidden = true;
    if (document.body.dataset.state === "waiting") status.textContent = "Converting…";
  },
  converted(answer) {
    document.body.dataset.state = "converted";
    status.textContent = verdict(answer);
    viewer.replace(answer.value ?? "");
    editor.mark(answer.findings);
    byId("summary", HTMLElement).replaceChildren(...summary(answer));
    byId("findings", HTMLElement).replaceChildren(...list(answer.findings, editor.goTo));
  },
  drawn({ items, more, fates }) {
    places.clear();
    for (const each of items) places.set(each.index, each.at);
    byId("summary", HTMLElement).prepend(...fateBar(fates));
    preview.draw(items);
    byId("drawn-note", HTMLElement).textContent = drawnNote(items, more);
    document.body.dataset.state = "drawn";
    document.body.dataset.drawings = String(Number(document.body.dataset.drawings ?? 0) + 1);
  },
  failed(message) {
    progress.hidden = true;
    status.textContent = `Something went wrong: ${message}`;
    document.body.dataset.state = "failed";
  },
});

/** @param {Answer} answer */
function verdict({ items, converted, dialects, took }) {
  if (!items && !dialects.length) return "Nothing was converted.";
  const read = dialects.length ? `Read as ${dialects.join(", ")}: ` : "";
  return `${read}${counted(items, ["item", "items"])}, ${converted.toLocaleString("en")} converted, in ${Math.max(1, Math.round(took))} ms.`;
}

/** @param {Drawn[]} items @param {number} more */
function drawnNote(items, more) {
  const hidden = items.filter((each) => each.hidden).length;
  const marked = hidden ? `${counted(hidden, ["item", "items"])} in dashed frames would not show. ` : "";
  return `${marked}${more ? `The first ${items.length} items. ` : ""}Pictures are stand-ins.`;
}

/** @returns {State} */
const state = () => ({ text: editor.text(), source: source.value, target: target.value });

let timer = 0;
function edited() {
  clearTimeout(timer);
  timer = setTimeout(convert, PAUSE);
}

function convert() {
  document.body.dataset.state = "waiting";
  if (progress.hidden) status.textContent = "Converting…";
  engine.convert(state());
}

/** @param {State} next */
function take(next) {
  source.value = SOURCES.includes(next.source) ? next.source : "auto";
  target.value = TARGETS.includes(next.target) ? next.target : "frontend";
  editor.replace(next.text);
  clearTimeout(timer);
  convert();
}

async function takeLink() {
  try {
    const held = await fromFragment(location.hash);
    if (held) sample.value = "";
    take(held ?? chosenSample());
  } catch {
    take(chosenSample());
    status.textContent = "The link is damaged; this is a sample instead.";
  }
}

function chosenSample() {
  const { text, source: from = "auto", target: to = "frontend" } = SAMPLES[sample.value] ?? SAMPLES.harbour;
  return { text, source: from, target: to };
}

async function share() {
  const fragment = await toFragment(state());
  if (fragment === null) {
    status.textContent = "The gallery is too large for a link.";
    return;
  }
  history.replaceState(null, "", fragment);
  await copy(location.href, "The link is copied; it holds the gallery itself.", "The link is in the address bar.");
}

/** @param {string} text @param {string} done @param {string} otherwise */
async function copy(text, done, otherwise) {
  const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  status.textContent = copied ? done : otherwise;
}

source.append(...SOURCES.map((name) => new Option(name)));
target.append(...TARGETS.map((name) => new Option(name)));
sample.append(...Object.entries(SAMPLES).map(([key, { name }]) => new Option(name, key)));
sample.value = "harbour";
sample.onchange = () => sample.value && take(chosenSample());
source.onchange = target.onchange = convert;
byId("share", HTMLButtonElement).onclick = share;
byId("copy", HTMLButtonElement).onclick = () => copy(viewer.text(), "The items are copied.", "The items could not be copied.");
addEventListener("hashchange", takeLink);
followTheme(byId("theme", HTMLButtonElement), preview.colour);
takeLink();
