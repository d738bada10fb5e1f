// Makes dist/ out of src/, node_modules/ and site-packages/. Nothing is fetched, neither here nor by the page.

import { build } from "esbuild";
import { zipSync } from "fflate";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const PYODIDE = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"];
/** What is stubbed: 3d scenes and streams, which the placeholders of the preview do without. */
const STUBBED = /^(three|three\/.*|hls\.js|@vimeo\/player|react-player(\/.*)?)$/;

/** @param {string} folder @returns {string[]} */
const files = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/**
 * Compile the packages with the Python that will run them: reading source takes a browser seconds. The answer
 * for the first sample is written down, too: it is shown while Python is loading.
 */
async function packages() {
  const python = await loadPyodide();
  python.FS.mkdirTree("/packages");
  python.mountNodeFS("/packages", join(here, "site-packages"));
  python.runPython(`
import compileall, py_compile
assert compileall.compile_dir("/packages", quiet=1, legacy=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
`);
  python.runPython("import sys; sys.path.insert(0, '/packages')");
  const bridge = python.pyimport("bridge");
  const sample = readFileSync(join(here, "samples/harbour.json"), "utf8");
  const answer = JSON.parse(bridge.convert(sample, "auto", "frontend"));
  writeFileSync(join(here, "first.json"), JSON.stringify({ answer, drawing: JSON.parse(bridge.draw()) }));
  const kept = files(join(here, "site-packages")).filter((path) => !/\.(py|pyi)$|__pycache__|RECORD$/.test(path));
  const entries = kept.map((path) => [relative(join(here, "site-packages"), path), readFileSync(path)]);
  writeFileSync(join(dist, "packages.zip"), zipSync(Object.fromEntries(entries), { level: 9, mtime: "1980-01-01T00:00:00Z" }));
}

/** @type {import("esbuild").Plugin} */
const stubs = {
  name: "stubs",
  setup(build) {
    build.onResolve({ filter: STUBBED }, ({ path }) => ({ path, namespace: "stubs" }));
    build.onLoad({ filter: /.*/, namespace: "stubs" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: here,
  outdir: dist,
  bundle: true,
  minify: true,
  legalComments: "linked",
  target: ["es2022"],
  loader: { ".json": "text" },
  logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "pyodide"), { recursive: true });
for (const name of PYODIDE) cpSync(join(here, "node_modules/pyodide", name), join(dist, "pyodide", name));
await packages();
const LOADED = ["packages.zip", "pyodide/pyodide.asm.wasm", "pyodide/python_stdlib.zip"];
const bytes = LOADED.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
await build({ ...common, format: "esm", entryPoints: { page: "src/page.js", style: "src/page.css" }, define: { ...common.define, BYTES: String(bytes) } });
await build({ ...common, format: "esm", entryPoints: { worker: "src/worker.js" }, alias: { pyodide: "./pyodide/pyodide.mjs" }, external: ["./pyodide/pyodide.mjs"] });
await build({ ...common, format: "iife", entryPoints: { frame: "src/frame.js" }, plugins: [stubs] });
for (const name of ["index.html", "frame.html", "lens.svg"]) cpSync(join(here, name), join(dist, name));
