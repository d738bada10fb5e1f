// The conversion as many would write it by hand, in JavaScript; losses are noted as [code, pointer].

import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";

// A list shows the sort orders of its items.
export function convert(item, lost, listed = false) {
  const kind = item.type.toLowerCase();
  if (kind === "text") {
    lost.push(["L101", ""]);
    return null;
  }
  const view = { type: kind };
  const under = "_id" in item ? "_" : "";
  if (item[under + "id"]) view.slug = item[under + "id"];
  for (const key of [under + "createdDate", under + "updatedDate"]) {
    if (item[key]) lost.push(["L121", "/" + key]);
  }
  if (item.sortOrder != null && !listed) lost.push(["L123", "/sortOrder"]);
  const branch = item[kind];
  view.src = source(kind, branch);
  for (const key of ["title", "description"]) if (item[key]) view[key] = item[key];
  if (item.description && item.description.length > 100) lost.push(["L104", "/description"]);
  if (item.link?.url) view.link = item.link.url;
  if (item.link?.text) lost.push(["L102", "/link/text"]);
  if (kind === "image") image(branch, lost);
  else video(branch, view, lost);
  if (item.tags?.values?.some((tag) => !tag.startsWith("_"))) lost.push(["L120", "/tags/values"]);
  return view;
}

function image(branch, lost) {
  const point = branch.focalPoint;
  if (point && !(point.x === 0.5 && point.y === 0.5)) lost.push(["L117", "/image/focalPoint"]);
  if (branch.exif) lost.push(["L118", "/image/exif"]);
  for (const key of ["quality", "unsharpMasking"]) if (branch[key] != null) lost.push(["L119", "/image/" + key]);
  const info = branch.imageInfo;
  if (typeof info === "string" ? info.includes("/#") : info.id && !info.filename) lost.push(["M105", "/image/imageInfo"]);
  if (info.altText && info.altText !== info.filename) lost.push(["L106", "/image/imageInfo/altText"]);
}

function video(branch, view, lost) {
  const info = branch.videoInfo;
  if (typeof info === "string") {
    const poster = /#posterUri=([^&]+)/.exec(info)?.[1];
    if (poster) view.thumbnail = PICTURES + poster;
  } else if (!info.id) {
    const [poster] = info.posters;
    view.thumbnail = poster.url;
    for (const key of ["width", "height"]) {
      if (poster[key] != null) lost.push(["L111", "/video/videoInfo/posters/0/" + key]);
    }
  } else {
    const kept = chosen(info.posters);
    view.thumbnail = PICTURES + info.posters[kept].id;
    if (info.resolutions?.length) lost.push(["L114", "/video/videoInfo/resolutions"]);
    info.posters.forEach((poster, index) => {
      if (index !== kept) lost.push(["L112", "/video/videoInfo/posters/" + index]);
      else if (poster.filename) lost.push(["L125", `/video/videoInfo/posters/${index}/filename`]);
    });
  }
  if (branch.durationInMillis != null) lost.push(["L116", "/video/durationInMillis"]);
}

const PICTURES = "https://static.wixstatic.com/media/";
const chosen = (posters) => (posters.length > 1 ? 1 : 0);

export function source(kind, branch) {
  const info = branch[kind + "Info"];
  if (typeof info === "string") return info;
  if (!info.id) return info.url;
  const name = encodeURIComponent(info.filename ?? "");
  if (kind === "image") {
    return `wix:image://v1/${info.id}/${name}#originWidth=${info.width}&originHeight=${info.height}`;
  }
  const poster = info.posters[chosen(info.posters)];
  const size = `posterWidth=${poster.width}&posterHeight=${poster.height}`;
  return `wix:video://v1/${info.id}/${name}#posterUri=${poster.id}&${size}`;
}

// Items of a line: one, or those of a gallery; what a page gets of a gallery has no place for the others.
export const itemsOf = (held) => held.items ?? [held];
export const shownOf = (held, views) => JSON.stringify(held.items ? views.filter((view) => view !== null) : views[0]);

// Lines in, lines out, joined so that there are few writes.
export async function run(input, one, paths) {
  const sinks = paths.map((path) => ({ stream: path ? createWriteStream(path) : process.stdout, rows: [] }));
  const pour = async (sink) => {
    const room = sink.stream.write(sink.rows.join(""));
    sink.rows.length = 0;
    if (!room) await new Promise((resume) => sink.stream.once("drain", resume));
  };
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(input, { highWaterMark: 1 << 20 }) })) {
    one(line, ++number, ...sinks.map((sink) => sink.rows));
    if (number % 500 === 0) for (const sink of sinks) await pour(sink);
  }
  for (const sink of sinks) {
    await pour(sink);
    if (sink.stream !== process.stdout) sink.stream.end();
  }
}
