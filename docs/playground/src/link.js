// The state of the page in the fragment of its address, which browsers send to nobody.

/** How long a link may become, in characters; longer ones are cut by too many programs. */
const LONGEST = 60_000;
/** How much text a link may hold when unpacked, in bytes. */
const LARGEST = 5_000_000;

/** @param {Uint8Array} bytes */
const toText = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** @param {string} text */
const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream */
async function through(bytes, stream) {
  const parts = [];
  let size = 0;
  for await (const part of /** @type {any} */ (new Blob([bytes]).stream().pipeThrough(stream))) {
    size += part.byteLength;
    if (size > LARGEST) throw new RangeError("The gallery in this link is too large.");
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * @param {State} state
 * @returns {Promise<string | null>} the fragment, or null if it would be too long
 */
export async function toFragment(state) {
  const packed = await through(new TextEncoder().encode(state.text), new CompressionStream("deflate-raw"));
  if (packed.length > LONGEST) return null;
  return `#from=${state.source}&to=${state.target}&gallery=${toText(packed)}`;
}

/**
 * @param {string} fragment
 * @returns {Promise<State | null>} null if it holds no state; raises if what it holds is damaged
 */
export async function fromFragment(fragment) {
  const held = new URLSearchParams(fragment.slice(1));
  const packed = held.get("gallery");
  if (packed === null) return null;
  const text = new TextDecoder().decode(await through(toBytes(packed), new DecompressionStream("deflate-raw")));
  return { text, source: held.get("from") ?? "auto", target: held.get("to") ?? "frontend" };
}
