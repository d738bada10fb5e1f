// The lines that tutorials show, made to pass over texts: no checks, no account of losses.

import { source, run } from "./convert.mjs";

function toGalleryItem(item) {
  if (item.type === "TEXT") return null;
  const kind = item.type.toLowerCase();
  const view = { type: kind, slug: item._id ?? item.id, src: source(kind, item[kind]) };
  if (item.title) view.title = item.title;
  if (item.description) view.description = item.description;
  if (item.link?.url) view.link = item.link.url;
  const info = item.video?.videoInfo;
  if (info) {
    const poster = info.posters ? info.posters[0].id : /#posterUri=([^&]+)/.exec(info)?.[1];
    if (poster) view.thumbnail = `https://static.wixstatic.com/media/${poster}`;
  }
  return view;
}

await run(
  process.argv[2],
  (line, number, out) => out.push(JSON.stringify(toGalleryItem(JSON.parse(line))), "\n"),
  [null],
);
