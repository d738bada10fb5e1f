// Light, dark, or what the system says; the choice is the one of the other pages of the site.

const CHOICES = ["auto", "light", "dark"];
const system = matchMedia("(prefers-color-scheme: dark)");

/** @returns {string} */
function chosen() {
  const held = localStorage.getItem("theme") ?? "auto";
  return CHOICES.includes(held) ? held : "auto";
}

/** @returns {boolean} */
export const isDark = () => chosen() === "dark" || (chosen() === "auto" && system.matches);

/**
 * @param {HTMLButtonElement} button goes through the choices
 * @param {(dark: boolean) => void} changed is told at once, and of every change
 */
export function followTheme(button, changed) {
  const show = () => {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    button.textContent = `Theme: ${chosen()}`;
    changed(isDark());
  };
  button.onclick = () => {
    localStorage.setItem("theme", CHOICES[(CHOICES.indexOf(chosen()) + 1) % CHOICES.length]);
    show();
  };
  system.onchange = show;
  show();
}
