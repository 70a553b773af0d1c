// The search box: suggestions while typing, arrows, Enter, Escape, and "/" from anywhere.

import { concepts, details, nameOf } from "./data.js";
import { element, inLanguage } from "./elements.js";
import { search, searchIndex } from "./search.js";
import { languageName, word } from "./words.js";

const input = /** @type {HTMLInputElement} */ (document.getElementById("words"));
const list = /** @type {HTMLElement} */ (document.getElementById("hits"));
const status = /** @type {HTMLElement} */ (document.getElementById("status"));

/** @type {import("./search.js").Index|undefined} */
let searched;
let searchLanguage = "";
let active = -1;
/** @type {number[]} */
let shown = [];

/** @param {(id: number) => void} choose */
export function openSearch(choose) {
  input.addEventListener("input", suggest);
  input.addEventListener("focus", suggest);
  input.addEventListener("blur", closeHits);
  input.addEventListener("keydown", (event) => onKey(event, choose));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const row = /** @type {Element} */ (event.target).closest("[data-hit]");
    if (row) take(Number(row.getAttribute("data-hit")), choose);
  });
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {Element} */ (event.target).closest("input, textarea, select");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

/** @param {string} tag */
export function searchIn(tag) {
  searchLanguage = tag;
  if (!list.hidden) suggest();
}

/** @param {KeyboardEvent} event @param {(id: number) => void} choose */
function onKey(event, choose) {
  if (event.key === "Escape") {
    // The first one closes the hits, the next one empties the box, then it is the panel's.
    if (!list.hidden || input.value) event.stopPropagation();
    if (list.hidden) input.value = "";
    closeHits();
  } else if (event.key === "Enter") {
    if (shown.length) take(Math.max(active, 0), choose);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) suggest();
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (shown.length) mark((active + step + shown.length) % shown.length);
  }
}

function suggest() {
  searched ??= searchIndex(details().concepts);
  const { hits, count } = search(searched, input.value, searchLanguage);
  shown = hits.map((hit) => hit.id);
  active = -1;
  list.replaceChildren(...hits.map(row));
  if (input.value.trim() && !hits.length)
    list.append(element("li", { class: "nothing" }, word("nothing", { words: input.value })));
  const open = list.childElementCount > 0;
  list.hidden = !open;
  input.setAttribute("aria-expanded", String(open));
  input.removeAttribute("aria-activedescendant");
  const nothing = input.value.trim() ? word("nothing", { words: input.value }) : "";
  status.textContent = hits.length ? word("results", { count }) : nothing;
}

/** @param {import("./search.js").Hit} hit @param {number} number */
function row(hit, number) {
  const name = nameOf(hit.id, searchLanguage);
  const other = hit.kind !== "preferred" || hit.language !== name.language;
  return element(
    "li",
    { role: "option", id: `hit-${number}`, "data-hit": String(number), "aria-selected": "false",
      "data-group": String(concepts[hit.id].block % 10) },
    inLanguage("span", hit.text, hit.language),
    hit.language ? element("abbr", { title: languageName(hit.language) }, hit.language) : null,
    hit.kind === "preferred" ? null : element("small", {}, word(hit.kind)),
    other ? inLanguage("span", name.text, name.language) : null,
  );
}

/** @param {number} number */
function mark(number) {
  active = number;
  [...list.children].forEach((child, index) =>
    child.setAttribute("aria-selected", String(index === number)),
  );
  list.children[number].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", `hit-${number}`);
}

/** @param {number} number @param {(id: number) => void} choose */
function take(number, choose) {
  const id = shown[number];
  closeHits();
  input.value = "";
  input.blur();
  choose(id);
}

function closeHits() {
  list.hidden = true;
  shown = [];
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}
