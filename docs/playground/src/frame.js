// Inside the sandboxed frame: draws what it is sent with the open-source component of Wix's own galleries.

import DOMPurify from "dompurify";
import { ProGallery } from "pro-gallery";
import "pro-gallery/dist/statics/main.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "./frame.css";
import { placeholder } from "./pictures.js";

/** In pixels: how wide a tile is at least, and how high what is written below it. */
const [TILE, INFO] = [210, 64];
/** How large a text is that does not say so. */
const TEXT = { width: 320, height: 214 };

const OPTIONS = {
  layoutParams_structure_galleryLayout: 2,
  layoutParams_structure_responsiveMode: "SET_ITEMS_PER_ROW",
  layoutParams_structure_itemSpacing: 12,
  layoutParams_structure_gallerySpacing: 10,
  layoutParams_crop_ratios: [3 / 2],
  layoutParams_info_placement: "BELOW",
  layoutParams_info_height: INFO,
  behaviourParams_item_clickAction: "ACTION",
  behaviourParams_item_overlay_hoveringBehaviour: "NEVER_SHOW",
};

/** @type {Drawn[]} */
let items = [];

/** Nothing may be asked for, and nobody led away: no address stays in the HTML of a text. */
const CLEAN = { ALLOWED_URI_REGEXP: /^(?!)/, FORBID_TAGS: ["style", "svg", "math", "form", "input", "button", "textarea", "select"] };
DOMPurify.addHook("uponSanitizeAttribute", (_, attribute) => {
  if (attribute.attrName === "style" && /url|image|\\/i.test(attribute.attrValue)) attribute.keepAttr = false;
});

/** The component takes titles for HTML, too. @param {unknown} text */
const plain = (text) => String(text ?? "").replace(/[<>&]/g, " ");

/** @param {Record<string, any>} item @returns {Record<string, any>} its metadata, which may be text and has two names */
function metadata(item) {
  const held = item.metaData ?? item.metadata ?? {};
  try {
    return (typeof held === "string" ? JSON.parse(held) : held) ?? {};
  } catch {
    return {};
  }
}

/** @param {Drawn} drawn @returns {Record<string, any>} what the component draws for it, without any address */
function drawable({ item, index, title }) {
  const itemId = `item-${index}`;
  if (!item) return text(itemId, title, '<p class="missing">no picture</p>');
  const known = metadata(item);
  const html = item.html ?? item.text ?? known.html;
  if (["text", "html", "h"].includes(known.type)) return text(itemId, title, DOMPurify.sanitize(String(html ?? ""), CLEAN));
  const address = String(item.file_url ?? item.mediaUrl ?? item.url ?? item.src ?? "");
  const { url, width, height } = placeholder(address, known);
  const focalPoint = Array.isArray(known.focalPoint) ? known.focalPoint : undefined;
  const metaData = { type: "image", width, height, alt: plain(known.alt ?? title), title: plain(title), focalPoint };
  return { itemId, mediaUrl: url, metaData };
}

/** @param {string} itemId @param {string | null} title @param {string} html */
const text = (itemId, title, html) => ({ itemId, html, metaData: { ...TEXT, type: "text", title: plain(title), html } });

/** What stands below a tile: its title, and why a page would leave it out. @param {{ idx: number }} props */
function info({ idx }) {
  const { title, hidden } = items[idx] ?? {};
  return createElement(
    "div",
    { className: hidden ? "info hidden" : "info" },
    createElement("strong", null, title || "without a title"),
    hidden ? createElement("span", null, `Left out: ${hidden}`) : null,
  );
}

const root = createRoot(/** @type {HTMLElement} */ (document.getElementById("gallery")));

function draw() {
  if (!items.length) {
    root.render(createElement("p", { className: "missing" }, "No item can be drawn."));
    return;
  }
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  root.render(
    createElement(/** @type {any} */ (ProGallery), {
      id: "drawn",
      items: items.map(drawable),
      options: { ...OPTIONS, layoutParams_structure_numberOfColumns: Math.max(1, Math.floor(width / TILE)) },
      container: { width, height },
      scrollingElement: window,
      customComponents: { customInfoRenderer: info },
      eventsListener: (/** @type {string} */ name, /** @type {any} */ data) => {
        if (name === "ITEM_ACTION_TRIGGERED") parent.postMessage({ type: "chosen", index: data.idx }, "*");
      },
    }),
  );
}

addEventListener("message", ({ source, data }) => {
  if (source !== parent) return;
  items = data.items;
  document.documentElement.dataset.theme = data.dark ? "dark" : "light";
  draw();
});
addEventListener("resize", draw);
parent.postMessage({ type: "ready" }, "*");
