// What is said about the gallery: the sum of it, and one finding after the other.

/** What may become of a value, in the order of the bar, and the words for it. */
const FATES = { kept: "kept", moved: "moved", transformed: "in another form", implied: "implied by others", ignored: "ignored, set by Wix", sidecar: "in the sidecar", dropped: "dropped" };
const WORDS = { error: ["error", "errors"], warning: ["warning", "warnings"], info: ["notice", "notices"] };

/** @param {number} count @param {string[]} words one and many @returns {string} */
export const counted = (count, [one, many]) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Partial<HTMLElementTagNameMap[K]>} known
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
function make(tag, known, ...children) {
  const element = Object.assign(document.createElement(tag), known);
  element.append(...children);
  return element;
}

/** @param {{ code: string, name: string }} rule */
const page = ({ code, name }) => `../rules/${code}-${name}/index.html`;

/** @param {Answer} answer @returns {HTMLElement[]} */
export function summary(answer) {
  if (answer.problem) return [make("p", { className: "verdict" }, answer.problem)];
  const totals = Object.entries(WORDS).map(([severity, words]) => {
    const count = answer.counts.filter((each) => each.severity === severity).reduce((sum, each) => sum + each.count, 0);
    return count ? counted(count, words) : "";
  });
  const found = totals.filter(Boolean).join(", ");
  const verdict = answer.lossless ? "Nothing is lost." : answer.value === null ? "Nothing could be converted." : "Not everything is carried over.";
  const chips = answer.counts.map((each) =>
    make("li", { className: each.severity }, make("a", { href: page(each), target: "_blank", rel: "noopener" }, `${each.code} ${each.name}`), each.count > 1 ? ` × ${each.count.toLocaleString("en")}` : ""),
  );
  return [make("p", { className: "verdict" }, `${verdict} ${found ? `${found}.` : ""}`), make("ul", { className: "chips" }, ...chips)];
}

/** @param {Record<string, number> | null} fates how many values share each fate @returns {HTMLElement[]} */
export function fateBar(fates) {
  const known = Object.entries(FATES).filter(([fate]) => fates?.[fate]);
  if (!fates || !known.length) return [];
  const parts = known.map(([fate]) => {
    const part = make("i", { className: fate });
    part.style.flexGrow = String(fates[fate]);
    return part;
  });
  const all = Object.values(fates).reduce((sum, count) => sum + count, 0);
  const told = known.map(([fate, word]) => make("span", { className: `fate ${fate}` }, `${fates[fate].toLocaleString("en")} ${word}`));
  const bar = make("div", { className: "fates", ariaHidden: "true" }, ...parts);
  return [bar, make("p", { className: "told" }, `Of ${counted(all, ["value", "values"])}: `, ...told)];
}

/**
 * @param {Answer} answer
 * @param {(at: At) => void} goTo
 * @returns {HTMLElement[]} one entry a finding, and one that counts those that are not shown
 */
export function list({ findings, counts }, goTo) {
  const hidden = counts.reduce((sum, each) => sum + each.count, 0) - findings.length;
  const more = hidden > 0 ? [make("li", { className: "more" }, `${counted(hidden, ["finding is", "findings are"])} not listed here; all are counted above.`)] : [];
  return [...entries(findings, goTo), ...more];
}

/** @param {Finding[]} findings @param {(at: At) => void} goTo */
const entries = (findings, goTo) =>
  findings.map((each) => {
    const where = `line ${each.at.line}, column ${each.at.from + 1}${each.pointer ? ` · ${each.pointer}` : ""}`;
    const place = `${where}${each.item ? ` · ${each.item}` : ""}`;
    const button = make(
      "button",
      { type: "button", className: "finding", onclick: () => goTo(each.at) },
      make("span", { className: "badge" }, WORDS[each.severity][0]),
      make("strong", {}, `${each.code} ${each.name}`),
      make("span", { className: "place" }, place),
      make("span", { className: "message" }, each.message),
      ...(each.help ? [make("span", { className: "help" }, each.help)] : []),
    );
    return make("li", { className: each.severity }, button);
  });
