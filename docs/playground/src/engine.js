// The page's side of the worker: one conversion at a time, and of those that wait only the last one.

/**
 * @param {object} heard what is done when the worker speaks
 * @param {(share: number) => void} heard.progress how much of what has to be loaded is there, 0 to 1
 * @param {(facts: { version: string, took: number }) => void} heard.ready
 * @param {(answer: Answer) => void} heard.converted
 * @param {(drawing: Drawing) => void} heard.drawn
 * @param {(message: string) => void} heard.failed
 */
export function startEngine(heard) {
  let worker = begin();
  let asked = 0;
  let busy = false;
  /** @type {State | null} */
  let waiting = null;

  function send() {
    if (busy || !waiting) return;
    busy = true;
    worker.postMessage({ id: ++asked, ...waiting });
    waiting = null;
  }
  function done() {
    busy = false;
    send();
  }
  /** @type {Record<string, (data: any) => void>} */
  const hear = {
    progress: ({ loaded }) => heard.progress(Math.min(1, loaded / BYTES)),
    ready: heard.ready,
    converted: (answer) => waiting ?? heard.converted(answer),
    drawn: (drawing) => (waiting ?? heard.drawn(drawing), done()),
    refused({ message }) {
      heard.failed(message);
      worker.terminate(); // Python may be broken for good
      worker = begin();
      done();
    },
    failed: ({ message }) => heard.failed(message),
  };
  function begin() {
    const begun = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    begun.onmessage = ({ data }) => hear[data.type]?.(data);
    begun.onerror = ({ message }) => heard.failed(message || "The worker could not be started.");
    return begun;
  }
  return {
    /** @param {State} state is converted as soon as the worker is free, unless another follows before */
    convert(state) {
      waiting = state;
      send();
    },
  };
}
