// The conversion as many would write it by hand, in JavaScript; losses are noted as [code, pointer].

import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";

export function convert(item, lost) {
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
  if (item.sortOrder != null) lost.push(["L123", "/sortOrder"]);
  const branch = item[kind];
  view.src = source(kind, branch);
  for (const key of ["title", "description"]) if (item[key]) view[key] = item[key];
  if (item.description && item.description.length > 100) lost.push(["L104", "/description"]);
  if (item.link?.url) view.link = item.link.url;
  if (item.link?.text) lost.push(["L102", "/link/text"]);
  if (kind === "image") image(branch, lost);
  else video(branch, view, lost);
  if (item.tags?.values?.length) lost.push(["L120", "/tags/values"]);
  return view;
}

function image(branch, lost) {
  const point = branch.focalPoint;
  if (point && !(point.x === 0.5 && point.y === 0.5)) lost.push(["L117", "/image/focalPoint"]);
}

function video(branch, view, lost) {
  const info = branch.videoInfo;
  let poster;
  if (typeof info === "string") poster = /#posterUri=([^&]+)/.exec(info)?.[1];
  else {
    poster = info.posters[0].id;
    if (info.resolutions?.length) lost.push(["L114", "/video/videoInfo/resolutions"]);
  }
  if (poster) view.thumbnail = `https://static.wixstatic.com/media/${poster}`;
  if (branch.durationInMillis != null) lost.push(["L116", "/video/durationInMillis"]);
}

export function source(kind, branch) {
  const info = branch[kind + "Info"];
  if (typeof info === "string") return info;
  const name = encodeURIComponent(info.filename);
  if (kind === "image") {
    return `wix:image://v1/${info.id}/${name}#originWidth=${info.width}&originHeight=${info.height}`;
  }
  const poster = info.posters[0];
  const size = `posterWidth=${poster.width}&posterHeight=${poster.height}`;
  return `wix:video://v1/${info.id}/${name}#posterUri=${poster.id}&${size}`;
}

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
