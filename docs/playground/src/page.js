// Wires the parts of the page together.

import { makeEditor, makeViewer } from "./editor.js";
import { startEngine } from "./engine.js";
import FIRST from "../first.json";
import { counted, fateBar, list, summary } from "./findings.js";
import { format } from "./format.js";
import { keep, kept, own } from "./keeping.js";
import { fromFragment, toFragment } from "./link.js";
import { makePreview } from "./preview.js";
import { SAMPLES } from "./samples.js";
import { followTheme } from "./theme.js";

const SOURCES = ["auto", "velo", "rest", "frontend", "component", "rest-legacy", "cms"];
/** Names of dialects; after a colon the form of a page's items. */
const TARGETS = ["frontend", "frontend:viewer", "velo", "rest", "component"];
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
const notice = byId("notice", HTMLElement);
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
    showAnswer(answer);
  },
  drawn(drawing) {
    showDrawing(drawing);
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
function showAnswer(answer) {
  viewer.replace(answer.value ?? "");
  editor.mark(answer.findings);
  byId("summary", HTMLElement).replaceChildren(...summary(answer));
  byId("findings", HTMLElement).replaceChildren(...list(answer, editor.goTo));
}

/** @param {Drawing} drawing */
function showDrawing({ items, more, fates }) {
  places.clear();
  for (const each of items) places.set(each.index, each.at);
  byId("summary", HTMLElement).prepend(...fateBar(fates));
  preview.draw(items);
  byId("drawn-note", HTMLElement).textContent = drawnNote(items, more);
}

/** @param {Answer} answer */
function verdict({ items, converted, dialects, took }) {
  if (!items && !dialects.length) return "Nothing was converted.";
  const read = dialects.length ? `Read as ${dialects.join(", ")}: ` : "";
  return `${read}${counted(items, ["item", "items"])}, ${converted.toLocaleString("en")} converted, in ${Math.max(1, Math.round(took))} ms.`;
}

/** @param {Drawn[]} items @param {number} more */
function drawnNote(items, more) {
  const hidden = items.filter((each) => each.hidden).length;
  const marked = hidden ? `${counted(hidden, ["item", "items"])} in dashed frames ${hidden === 1 ? "is" : "are"} left out. ` : "";
  return `${marked}${more ? `The first ${items.length} items. ` : ""}Pictures are stand-ins.`;
}

/** @returns {State} */
const state = () => ({ text: editor.text(), source: source.value, target: target.value });

let timer = 0;
/** Whether the text is being replaced by the page, and not edited by somebody. */
let taking = false;
function edited() {
  if (taking) return;
  sample.value = "";
  leaveLink();
  clearTimeout(timer);
  timer = setTimeout(convert, PAUSE);
}

/** @param {string} words stay until the text is edited, or another one is taken; none hide the notice */
function say(words) {
  notice.hidden = !words;
  notice.textContent = words;
}

/** Takes out of the address, and out of the notice, what is no longer true of what is shown. */
function leaveLink() {
  say("");
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
}

/** Keeps what is shown in this tab, so that a reload, or *Back*, brings it back. */
function keepState() {
  keep({ ...state(), sample: sample.value }, !sample.value && !location.hash);
}

function convert() {
  keepState();
  document.body.dataset.state = "waiting";
  if (progress.hidden) status.textContent = "Converting…";
  engine.convert(state());
}

/** @param {State} next */
function take(next) {
  source.value = SOURCES.includes(next.source) ? next.source : "auto";
  target.value = TARGETS.includes(next.target) ? next.target : "frontend";
  taking = true;
  editor.replace(next.text);
  taking = false;
  say("");
  clearTimeout(timer);
  convert();
}

/** Takes what the address holds, else what this tab held before, else a sample. */
async function begin() {
  const before = kept();
  try {
    const held = await fromFragment(location.hash);
    sample.value = held ? "" : (before?.sample ?? "harbour");
    take(held ?? before ?? chosenSample());
  } catch {
    sample.value = before?.sample ?? "harbour";
    take(before ?? chosenSample());
    say(`The link is damaged: it holds no gallery. This is ${before ? "what this tab showed before" : "a sample"} instead.`);
  }
  if (sample.value === "harbour" && target.value === "frontend") showFirst();
}

/** Shows the answer for the first sample, which was made with the site, while Python is loading. */
function showFirst() {
  const { answer, drawing } = JSON.parse(FIRST);
  if (document.body.dataset.state !== "waiting" || progress.hidden) return;
  showAnswer(answer);
  showDrawing(drawing);
}

/** Lays the text out, a line a value; several JSON values become one list. */
function layOut() {
  const text = format(editor.text());
  if (text === null) say("This is not JSON: it cannot be formatted.");
  else take({ ...state(), text });
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
  keepState();
  history.replaceState(null, "", fragment);
  await copy(location.href, "The link is copied; it holds the gallery itself.", "The link is in the address bar.");
}

/** @param {string} text @param {string} done @param {string} otherwise */
async function copy(text, done, otherwise) {
  const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  status.textContent = copied ? done : otherwise;
}

source.append(...SOURCES.map((name) => new Option(name)));
target.append(...TARGETS.map((name) => new Option(name.replace(":", ", "), name)));
sample.append(...Object.entries(SAMPLES).map(([key, { name }]) => new Option(name, key)));
sample.value = "harbour";
sample.onchange = () => {
  leaveLink();
  take(sample.value ? chosenSample() : (own() ?? state()));
};
source.onchange = target.onchange = () => {
  leaveLink();
  convert();
};
byId("share", HTMLButtonElement).onclick = share;
byId("format", HTMLButtonElement).onclick = layOut;
byId("copy", HTMLButtonElement).onclick = () => copy(viewer.text(), "The items are copied.", "The items could not be copied.");
addEventListener("pagehide", keepState); // what was typed within the pause is kept, too
addEventListener("hashchange", () => location.hash && begin());
followTheme(byId("theme", HTMLButtonElement), preview.colour);
begin();
