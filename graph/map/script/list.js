// The outline as a list: it stands in the page without this script, and here follows the language.

import { writeAddress } from "./address.js";
import { concepts, details, nameOf, nearestLanguage } from "./data.js";

/** @typedef {import("./address.js").State} State */

const nav = /** @type {HTMLElement} */ (document.getElementById("list"));

/** @param {State} state */
export function showList(state) {
  nav.hidden = state.view !== "list";
  if (nav.hidden) return;
  for (const link of nav.querySelectorAll("a[data-concept]")) fill(link, state);
  nav.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

/** Paper has names and definitions, in the language that is read. @param {State} state */
export function fillForPrint(state) {
  for (const link of nav.querySelectorAll("a[data-concept]")) {
    fill(link, state);
    const texts = details().concepts[Number(link.getAttribute("data-concept"))].definition ?? {};
    const tag = nearestLanguage(texts, state.language);
    const paragraph = link.nextElementSibling;
    if (tag === undefined || paragraph?.tagName !== "P") continue;
    paragraph.textContent = texts[tag][0];
    paragraph.setAttribute("lang", tag);
  }
}

/** @param {Element} link @param {State} state */
function fill(link, state) {
  const id = Number(link.getAttribute("data-concept"));
  const { text, language } = nameOf(id, state.language);
  link.textContent = text;
  link.setAttribute("lang", language);
  link.setAttribute("href", writeAddress(state, { concept: id }));
  link.toggleAttribute("data-borrowed", language !== state.language);
  link.setAttribute("data-group", String(concepts[id].block % 10));
  if (id === state.concept) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}
