// Inside the sandboxed frame: draws what it is sent with the open-source component of Wix's own galleries.

import DOMPurify from "dompurify";
import { ProGallery } from "pro-gallery";
import "pro-gallery/dist/statics/main.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "./frame.css";
import { placeholder } from "./pictures.js";

const INFO = 62;

/** @param {string} text */
const escaped = (text) => text.replace(/[<>&]/g, (each) => `&#${each.charCodeAt(0)};`);

/** @param {Drawn} drawn @returns {Record<string, any>} what the component draws for it, without any address */
function drawable({ item, index, title, hidden }) {
  const known = { title: title ?? "", index, hidden };
  const id = `item-${index}`;
  if (!item || item.metaData?.type === "text") {
    const html = item ? DOMPurify.sanitize(String(item.html ?? "")) : `<p>${escaped(title ?? "No picture")}</p>`;
    const style = { backgroundColor: "transparent" };
    return { itemId: id, html, metaData: { ...known, type: "text", html, width: 600, height: 400, textStyle: style } };
  }
  const { url, width, height } = placeholder(item);
  return { itemId: id, mediaUrl: url, metaData: { ...known, type: "image", width, height, alt: String(item.metaData?.alt ?? title ?? "") } };
}

/** @param {any} props of the component's item */
function info({ title, ...rest }) {
  console.log(Object.keys(rest));
  return createElement("div", { className: "info" }, createElement("strong", null, title));
}

const root = createRoot(/** @type {HTMLElement} */ (document.getElementById("gallery")));
/** @type {Drawn[]} */
let items = [];

function draw() {
  root.render(
    createElement(/** @type {any} */ (ProGallery), {
      id: "drawn",
      items: items.map(drawable),
      options: { galleryLayout: 2, gridStyle: 1, numberOfImagesPerRow: 3, titlePlacement: "SHOW_BELOW", textBoxHeight: INFO },
      container: { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
      createMediaUrl: (/** @type {any} */ _item, /** @type {string} */ url) => url,
      customComponents: { customInfoRenderer: info },
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
