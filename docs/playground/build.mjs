// Makes dist/ out of src/, node_modules/ and site-packages/. Nothing is fetched, neither here nor by the page.

import { build } from "esbuild";
import { gzipSync, zipSync } from "fflate";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const PYODIDE = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"];
/** Not called .gz: servers would say that it is encoded, and browsers would decode it unasked. */
const MEMORY = "python.memory";
/** Python finds no module out of an archive that is not written in Python, which this is not. */
const NATIVE = /^msgspec\//;
/** What is stubbed: 3d scenes and streams, which the placeholders of the preview do without. */
const STUBBED = /^(three|three\/.*|hls\.js|@vimeo\/player|react-player(\/.*)?)$/;

/** @param {string} folder @returns {string[]} */
const files = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/**
 * Write an archive of what is imported, without sources and records.
 * @param {string} name @param {(path: string) => boolean} wanted @returns {Uint8Array} the archive
 */
function archive(name, wanted) {
  const folder = join(here, "site-packages");
  const kept = files(folder).filter((path) => !/\.(py|pyi)$|__pycache__|RECORD$/.test(path));
  const entries = kept.map((path) => [relative(folder, path), readFileSync(path)]);
  const zip = zipSync(Object.fromEntries(entries.filter(([path]) => wanted(path))), { level: 9, mtime: "1980-01-01T00:00:00Z" });
  writeFileSync(join(dist, name), zip);
  return zip;
}

/** Compile the packages with the Python that will run them: reading source takes a browser seconds. */
async function compile() {
  const python = await loadPyodide();
  python.FS.mkdirTree("/packages");
  python.mountNodeFS("/packages", join(here, "site-packages"));
  python.runPython(`
import compileall, py_compile
assert compileall.compile_dir("/packages", quiet=1, legacy=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
`);
}

/**
 * Write down the memory of a Python that has converted every sample: a browser that takes it over has nothing to
 * start and nothing to import. What is in no sample is imported from the archives, which are fetched then.
 * The answer for the first sample is written down, too: it is shown while Python is loading.
 * @param {Uint8Array} zip @param {Uint8Array} native
 */
async function remember(zip, native) {
  const python = await loadPyodide({ _makeSnapshot: true, env: { PYTHONHASHSEED: "0" } });
  python.FS.writeFile("/packages.zip", zip);
  python.unpackArchive(native, "zip", { extractDir: "/packages" });
  python.runPython("import sys; sys.path[:0] = ['/packages', '/packages.zip']; import bridge; from gallery_lens.conversion import taking");
  const ask = (/** @type {string} */ text, /** @type {string} */ target) => {
    python.runPython("taking._Met.count = 0"); // what compiles conversions after so many items is not Python
    const call = `bridge.convert(${JSON.stringify(text)}, "auto", ${JSON.stringify(target)})`;
    return { answer: JSON.parse(python.runPython(call)), drawing: JSON.parse(python.runPython("bridge.draw()")) };
  };
  const samples = files(join(here, "samples")).map((path) => readFileSync(path, "utf8"));
  for (const text of samples) for (const target of ["velo", "rest", "component", "frontend"]) ask(text, target);
  const first = ask(readFileSync(join(here, "samples/harbour.json"), "utf8"), "frontend");
  writeFileSync(join(here, "first.json"), JSON.stringify(first));
  python.runPython(`
bridge.convert("[]", "auto", "frontend")
assert "msgspec" not in sys.modules, "its code would be missing where the memory is taken over"
taking._Met.count = 0
import gc; gc.collect()
`);
  writeFileSync(join(dist, MEMORY), gzipSync(python.makeMemorySnapshot(), { level: 9 }));
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

const { info } = JSON.parse(readFileSync(join(here, "node_modules/pyodide/pyodide-lock.json"), "utf8"));
const lock = { info, packages: {} };
rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "pyodide"), { recursive: true });
for (const name of PYODIDE) cpSync(join(here, "node_modules/pyodide", name), join(dist, "pyodide", name));
await compile();
const packages = archive("packages.zip", (path) => !NATIVE.test(path));
const native = archive("native.zip", (path) => NATIVE.test(path));
archive("empty.zip", () => false);
await remember(packages, native);
const LOADED = [MEMORY, "native.zip", "pyodide/pyodide.asm.wasm"];
const bytes = LOADED.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
await build({ ...common, format: "esm", entryPoints: { page: "src/page.js", style: "src/page.css" }, define: { ...common.define, BYTES: String(bytes) } });
await build({ ...common, format: "esm", entryPoints: { worker: "src/worker.js" }, define: { ...common.define, LOCK: JSON.stringify(lock) }, alias: { pyodide: "./pyodide/pyodide.mjs" }, external: ["./pyodide/pyodide.mjs"] });
await build({ ...common, format: "iife", entryPoints: { frame: "src/frame.js" }, plugins: [stubs] });
for (const name of ["index.html", "frame.html", "lens.svg"]) cpSync(join(here, name), join(dist, name));
