// The page's side of the frame in which the gallery is drawn. The frame is a stranger: it is sent what to
// draw once it says that it is there, and all it may say else is which item was chosen.

/**
 * @param {HTMLIFrameElement} frame
 * @param {(index: number) => void} chosen
 */
export function makePreview(frame, chosen) {
  let there = false;
  /** @type {{ items: Drawn[] }} */
  let drawing = { items: [] };
  let dark = false;

  const send = () => there && frame.contentWindow?.postMessage({ ...drawing, dark }, "*");
  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow) return;
    if (data?.type === "ready") {
      there = true;
      send();
    }
    if (data?.type === "chosen" && Number.isInteger(data.index)) chosen(data.index);
  });
  return {
    /** @param {Drawn[]} items */
    draw(items) {
      drawing = { items };
      send();
    },
    /** @param {boolean} isDark */
    colour(isDark) {
      dark = isDark;
      send();
    },
  };
}
