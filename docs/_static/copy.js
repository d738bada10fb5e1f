// A button beside every example: it copies what one would type, without prompts and without what is printed.

addEventListener("DOMContentLoaded", () => {
  const typed = (text) => {
    const commands = text.split("\n").filter((line) => /^[$>] /.test(line));
    return commands.length ? commands.map((line) => line.slice(2)).join("\n") : text.trimEnd();
  };
  for (const pre of document.querySelectorAll("div.highlight > pre")) {
    const button = Object.assign(document.createElement("button"), { className: "copy", type: "button", textContent: "Copy" });
    button.onclick = async () => {
      const copied = await navigator.clipboard?.writeText(typed(pre.textContent)).then(() => true, () => false);
      button.textContent = copied ? "Copied" : "Not copied";
      setTimeout(() => (button.textContent = "Copy"), 2000);
    };
    pre.after(button);
  }
});
