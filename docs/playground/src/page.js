const w = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
const t = /** @type {HTMLTextAreaElement} */ (document.getElementById("t")), o = /** @type {HTMLElement} */ (document.getElementById("o"));
t.oninput = () => w.postMessage({ id: 1, text: t.value, source: "auto", target: "frontend" });
w.onmessage = ({ data }) => { o.textContent += JSON.stringify(data).slice(0, 400) + "\n"; };
