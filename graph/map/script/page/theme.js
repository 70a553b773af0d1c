// Light or dark: as the reader's system has it, until the reader chooses.

import { word } from "./words.js";

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const themeButton = /** @type {HTMLButtonElement} */ (document.getElementById("theme"));
const MEMORY = "concept map: theme";

/** @param {() => void} changed */
export function followTheme(changed) {
  const chosen = remembered();
  if (chosen) document.documentElement.dataset.theme = chosen;
  themeButton.addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    remember(document.documentElement.dataset.theme);
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

// A browser may keep nothing for pages that are files.
function remembered() {
  try {
    return ["light", "dark"].find((theme) => theme === localStorage.getItem(MEMORY));
  } catch {
    return undefined;
  }
}

/** @param {string} theme */
function remember(theme) {
  try {
    localStorage.setItem(MEMORY, theme);
  } catch {
    // Then it is chosen for this visit only.
  }
}

/** The button says what a click brings. */
export function nameTheme() {
  themeButton.title = word(dark() ? "light" : "dark");
  themeButton.setAttribute("aria-label", themeButton.title);
}

/**
 * What `read` finds while the page is in its light colours, as paper is.
 * @template Found @param {() => Found} read @returns {Found}
 */
export function inLight(read) {
  const { theme } = document.documentElement.dataset;
  document.documentElement.dataset.theme = "light";
  const found = read();
  if (theme === undefined) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  return found;
}
