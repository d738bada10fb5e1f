// The package in a thread of its own: takes over the memory of a Python that is ready, then answers one text
// after the other.

import { loadPyodide } from "pyodide";
import { countedFetch } from "./counting.js";

/** @typedef {{ id: number, text: string, source: string, target: string }} Request */

const say = (/** @type {object} */ message) => self.postMessage(message);
const here = (/** @type {string} */ name) => new URL(name, import.meta.url).href;

/** @param {string} name @returns {Promise<Response>} */
async function fetched(name) {
  const answer = await self.fetch(here(name));
  if (!answer.ok) throw new Error(`${name} cannot be loaded (${answer.status}).`);
  return answer;
}

/** @returns {Promise<ArrayBuffer>} the memory that the build has written down */
async function memory() {
  const { body } = await fetched("python.memory");
  return new Response(body?.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/**
 * Puts the archives where that memory expects them. They are fetched as soon as something is imported that no
 * sample needed.
 * @param {import("pyodide").PyodideAPI["FS"]} files
 */
function mount(files) {
  const library = `python${LOCK.info.python.split(".").slice(0, 2).join("")}.zip`;
  files.unlink(`/lib/${library}`);
  files.createLazyFile("/lib", library, here("pyodide/python_stdlib.zip"), true, false);
  files.createLazyFile("/", "packages.zip", here("packages.zip"), true, false);
}

async function start() {
  const began = performance.now();
  self.fetch = countedFetch((loaded) => say({ type: "progress", loaded }));
  const native = fetched("native.zip").then((answer) => answer.arrayBuffer());
  const python = await loadPyodide({
    indexURL: here("./pyodide/"),
    lockFileContents: LOCK,
    packageBaseUrl: here("./pyodide/"),
    stdLibURL: here("empty.zip"),
    _loadSnapshot: memory(),
  });
  mount(python.FS);
  python.unpackArchive(await native, "zip", { extractDir: "/packages" });
  const bridge = python.pyimport("bridge");
  say({ type: "ready", version: python.runPython("import gallery_lens; gallery_lens.__version__"), took: performance.now() - began });
  return bridge;
}

const engine = start();
engine.catch((error) => say({ type: "failed", message: error.message }));

self.onmessage = async ({ data }) => {
  const { id, text, source, target } = /** @type {Request} */ (data);
  const bridge = await engine;
  try {
    const began = performance.now();
    const answer = JSON.parse(bridge.convert(text, source, target));
    say({ type: "converted", id, took: performance.now() - began, ...answer });
    say({ type: "drawn", id, ...JSON.parse(bridge.draw()) });
  } catch (error) {
    say({ type: "refused", id, message: String(error) });
  }
};
