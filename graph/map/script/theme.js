// Light or dark: as the reader's system has it, until the reader chooses.

import { word } from "./words.js";

const systemDark = matchMedia("(prefers-color-scheme: dark)");

/** @param {() => void} changed */
export function followTheme(changed) {
  const button = /** @type {HTMLButtonElement} */ (document.getElementById("theme"));
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    nameTheme();
    changed();
  });
  systemDark.addEventListener("change", () => {
    nameTheme();
    changed();
  });
}

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : systemDark.matches;
}

/** The button says what a click brings. */
export function nameTheme() {
  const button = /** @type {HTMLButtonElement} */ (document.getElementById("theme"));
  button.title = word(dark() ? "light" : "dark");
  button.setAttribute("aria-label", button.title);
}
