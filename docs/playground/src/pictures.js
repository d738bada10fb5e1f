// Pictures are never fetched: in their place stand drawings of the same shape, with name and size.

/** @param {string} text */
const escaped = (text) => text.replace(/[<>&"']/g, (each) => `&#${each.charCodeAt(0)};`);

/** @param {string} text @returns {number} a hue for it, in degrees */
function hue(text) {
  let sum = 7;
  for (const each of text) sum = (sum * 31 + (each.codePointAt(0) ?? 0)) % 360;
  return sum;
}

/** @param {unknown} size @param {number} other @returns {number} */
const positive = (size, other) => (typeof size === "number" && size > 0 && size < 1e6 ? size : other);

/** @param {string} text @param {number} most */
const clipped = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/**
 * @param {string} address of a picture or video
 * @param {Record<string, any>} known what else the component knows of it
 * @returns {{ url: string, width: number, height: number }} a drawing in its place
 */
export function placeholder(address, known) {
  const width = positive(known.width, 1200);
  const height = positive(known.height, 800);
  const name = String(known.fileName || address.split("/").pop() || "no name");
  const size = positive(known.width, 0) && positive(known.height, 0) ? `${known.width} × ${known.height}` : "size not known";
  const high = Math.round((600 * height) / width);
  const [colour, middle] = [hue(address), high / 2];
  const play = known.type === "video" ? `<path d="M275 ${middle - 100}l60 35-60 35z" fill="#fff"/>` : "";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 ${high}" width="600" height="${high}">
<rect width="600" height="${high}" fill="hsl(${colour} 32% 38%)"/>
<path d="M0 ${high}V${high * 0.72}L150 ${high * 0.5}L290 ${high * 0.75}L430 ${high * 0.42}L600 ${high * 0.7}V${high}z" fill="hsl(${colour} 32% 31%)"/>${play}
<g fill="#fff" font-family="sans-serif" text-anchor="middle"><text x="300" y="${middle + 8}" font-size="30">${escaped(clipped(name, 32))}</text>
<text x="300" y="${middle + 46}" font-size="24">${escaped(size)}</text></g></svg>`;
  return { url: `data:image/svg+xml,${encodeURIComponent(svg)}`, width, height };
}
