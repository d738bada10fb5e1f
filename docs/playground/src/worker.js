// The package in a thread of its own: loads Python once, then answers one text after the other.

import { loadPyodide } from "pyodide";
import { countedFetch } from "./counting.js";

/** @typedef {{ id: number, text: string, source: string, target: string }} Request */

const say = (/** @type {object} */ message) => self.postMessage(message);

/** @param {string} name @returns {Promise<ArrayBuffer>} */
async function bytesOf(name) {
  const answer = await self.fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name} cannot be loaded (${answer.status}).`);
  return answer.arrayBuffer();
}

async function start() {
  const began = performance.now();
  self.fetch = countedFetch((loaded) => say({ type: "progress", loaded }));
  const packages = bytesOf("packages.zip");
  const python = await loadPyodide({ indexURL: new URL("./pyodide/", import.meta.url).href });
  python.unpackArchive(await packages, "zip", { extractDir: "/packages" });
  python.runPython("import sys; sys.path.insert(0, '/packages')");
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
