// What the page shows, kept in this tab: a reload brings it back, and so does the way back from another page.

const SHOWN = "gallery-lens.playground";
/** The text that somebody wrote last, for when a sample or a link has taken its place. */
const OWN = `${SHOWN}.own`;

/** @typedef {State & { sample: string }} Kept */

/** @param {Kept} state @param {boolean} isOwn whether somebody wrote the text */
export function keep(state, isOwn) {
  for (const key of isOwn ? [SHOWN, OWN] : [SHOWN]) {
    try {
      sessionStorage.setItem(key, JSON.stringify(state));
    } catch {
      sessionStorage.removeItem(key); // too large for the browser: an older text would be a lie
    }
  }
}

/** @param {string} key @returns {Kept | null} */
function read(key) {
  try {
    const held = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return typeof held?.text === "string" ? held : null;
  } catch {
    return null;
  }
}

/** @returns {Kept | null} what was shown last */
export const kept = () => read(SHOWN);

/** @returns {Kept | null} what somebody wrote last */
export const own = () => read(OWN);
