// A search box: suggestions while typing, arrows, Enter, Escape.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { details, nameOf } from "../page/data.js";
import { element, inLanguage } from "../page/elements.js";
import { hueOf } from "../map/palette.js";
import { search, searchIndex } from "./search.js";
import { languageName, word } from "../page/words.js";

/** @typedef {import("./search.js").Hit} Hit */

const MOST_HITS = 12;

/** @type {ReturnType<typeof searchIndex>|undefined} */
let readIndex;

/**
 * @param {HTMLInputElement} input @param {HTMLElement} list where hits are shown
 * @param {(id: number) => void} choose
 */
export function searchBox(input, list, choose) {
  const status = /** @type {HTMLElement} */ (document.getElementById("status"));
  let language = "";
  let active = -1;
  /** @type {Hit[]} */
  let shown = [];

  function suggest() {
    readIndex ??= searchIndex(details);
    const words = input.value.trim();
    const { hits, count } = search(readIndex, words, language, MOST_HITS);
    shown = hits;
    active = -1;
    const nothing = word("nothing", { words });
    const more = count > hits.length ? word("refine", { count, shown: hits.length }) : "";
    const notes = words && !hits.length ? nothing : more;
    list.replaceChildren(...hits.map(row));
    if (notes) list.append(element("li", { class: "note", role: "presentation" }, notes));
    list.hidden = !list.childElementCount;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = hits.length ? word("results", { count }) : words ? nothing : "";
  }

  /** @param {Hit} hit @param {number} number */
  function row({ id, text, language: tag, kind }, number) {
    const name = nameOf(id, language);
    const other = kind !== "preferred" || tag !== name.language;
    return element(
      "li",
      {
        role: "option",
        id: `${list.id}-${number}`,
        "data-hit": String(number),
        "aria-selected": "false",
        "data-hue": hueOf(id),
      },
      inLanguage("span", text, tag),
      tag ? element("abbr", { title: languageName(tag) }, tag) : null,
      kind === "preferred"
        ? null
        : element("small", {}, word(kind === "definition" ? "inDefinition" : kind)),
      other ? inLanguage("span", name.text, name.language) : null,
    );
  }

  /** @param {number} number */
  function mark(number) {
    active = number;
    [...list.children].forEach((child, at) => {
      if (child.hasAttribute("data-hit"))
        child.setAttribute("aria-selected", String(at === number));
    });
    list.children[number].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `${list.id}-${number}`);
  }

  /** @param {number} number */
  function take(number) {
    const { id } = shown[number];
    close();
    input.value = "";
    choose(id);
  }

  function close() {
    list.hidden = true;
    shown = [];
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === "Escape") {
      // The first one closes the hits, the next one empties the box, then it is the panel's.
      if (!list.hidden || input.value) event.stopPropagation();
      if (list.hidden) input.value = "";
      event.preventDefault();
      close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (shown.length) take(Math.max(active, 0));
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) suggest();
      const step = event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1;
      if (shown.length) mark((active + step + shown.length) % shown.length);
    }
  }

  input.addEventListener("input", suggest);
  input.addEventListener("focus", suggest);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", onKey);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const hit = /** @type {Element} */ (event.target).closest("[data-hit]");
    if (hit) take(Number(hit.getAttribute("data-hit")));
  });

  return {
    /** @param {string} tag */
    searchIn(tag) {
      language = tag;
      if (!list.hidden) suggest();
    },
  };
}
