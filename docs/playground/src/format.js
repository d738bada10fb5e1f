// JSON laid out anew, token by token: no number, escape, repeated key or order of keys is changed.

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const INDENT = "  ";

/**
 * @param {string} text JSON, or JSON values one after the other, which become a list
 * @returns {string | null} null if it is neither
 */
export function format(text) {
  const values = texts(text);
  if (!values) return null;
  return values.length === 1 ? laidOut(values[0]) : laidOut(`[${values.join(",")}]`);
}

/** @param {string} text @returns {string[] | null} the text if it is JSON, or its lines if each of them is */
function texts(text) {
  if (isJson(text)) return [text];
  const lines = text.split("\n").filter((line) => line.trim());
  return lines.length > 1 && lines.every(isJson) ? lines : null;
}

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text JSON */
function laidOut(text) {
  const parts = [];
  let depth = 0;
  let before = "";
  for (const [token] of text.matchAll(TOKEN)) {
    const closes = token === "}" || token === "]";
    if (closes) depth--;
    const empty = closes && (before === "{" || before === "[");
    if (!empty && (closes || before === "{" || before === "[" || before === ",")) parts.push("\n", INDENT.repeat(depth));
    parts.push(token === ":" ? ": " : token);
    if (token === "{" || token === "[") depth++;
    before = token;
  }
  return parts.join("");
}
