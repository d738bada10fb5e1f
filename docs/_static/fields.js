// "What happens to a field": the table of the two dialects that are chosen, and of the fields that are typed.

addEventListener("DOMContentLoaded", () => {
  const held = document.getElementById("field-data");
  if (!held) return;
  const data = JSON.parse(held.textContent);
  const [source, target, name, rows, count] = ["source", "target", "name", "rows", "count"].map((id) => document.getElementById(`field-${id}`));

  const make = (tag, known = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), known);
    element.append(...children);
    return element;
  };
  const rulePage = (code) => `../rules/${code}-${data.rules[code][0]}/index.html`;
  const ruleLink = (code) => make("a", { href: rulePage(code), title: data.rules[code][1] }, `${code} ${data.rules[code][0]}`);

  function row([field, becomes, verdict, codes, , kind]) {
    const [words, look] = data.verdicts[verdict];
    const told = words === "kept" && becomes ? "kept as" : words;
    const what = make("td", {}, make("span", { className: `verdict ${look}` }, told), ...(becomes ? [" ", make("code", {}, becomes)] : []));
    const links = codes.flatMap((code, index) => (index ? [", ", ruleLink(code)] : [ruleLink(code)]));
    return make("tr", {}, make("td", {}, make("code", {}, field), ...(kind ? [" ", make("small", {}, kind)] : [])), what, make("td", {}, ...links));
  }

  function show() {
    const asked = name.value.trim().toLowerCase();
    const pair = data.pairs[`${source.value} ${target.value}`] ?? [];
    const matching = pair.filter((cells) => !asked || [cells[0], cells[1], cells[4]].some((each) => each?.toLowerCase().includes(asked)));
    rows.replaceChildren(...matching.map(row));
    count.textContent = source.value === target.value
      ? "The same dialect on both sides: every field is kept."
      : `${matching.length} of ${pair.length} fields` + (matching.length ? "" : `: ${source.value} declares no field of that name. Keys that are not declared are kept between backends, and reported as L125 elsewhere.`);
    const address = new URLSearchParams({ from: source.value, to: target.value, ...(asked && { field: name.value.trim() }) });
    history.replaceState(null, "", `#${address}`);
  }

  source.replaceChildren(...data.sources.map((each) => new Option(each)));
  target.replaceChildren(...data.targets.map((each) => new Option(each)));
  function follow() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (data.sources.includes(asked.get("from"))) source.value = asked.get("from");
    if (data.targets.includes(asked.get("to"))) target.value = asked.get("to");
    name.value = asked.get("field") ?? "";
    if (asked.size) show();
    else count.textContent = `${rows.children.length} fields`;
  }
  source.onchange = target.onchange = name.oninput = show;
  document.querySelector(".field-form").onsubmit = (event) => event.preventDefault();
  addEventListener("hashchange", follow);
  follow();
});
