// Two languages side by side: each concept's name and definition in both; what one lacks is marked.

import { details } from "./data.js";
import { element, inLanguage } from "./elements.js";
import { conceptEntry } from "./entry.js";
import { nearestTag } from "./language.js";
import { besideName } from "./outline.js";
import { languageName, word } from "./words.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./entry.js").Entry} Entry */

/**
 * @param {Map<string, Entry[]>} entries by letter
 * @param {State} state
 */
export function sideBySide(entries, state) {
  const beside = state.beside ?? state.language;
  const heads = [state.language, beside].map((tag) =>
    element("th", { scope: "col" }, languageName(tag)),
  );
  const bodies = [...entries].map(([letter, some]) => {
    const head = element("th", { scope: "rowgroup", colspan: "2", tabindex: "-1" }, letter);
    const rows = some.map((entry) => pair(entry, beside, state));
    return element("tbody", { "data-letter-section": letter }, element("tr", {}, head), ...rows);
  });
  return element("table", {}, element("thead", {}, element("tr", {}, ...heads)), ...bodies);
}

/** @param {Entry} entry @param {string} beside @param {State} state */
function pair(entry, beside, state) {
  const missing = element(
    "span",
    { class: "missing" },
    word("missingIn", { language: languageName(state.language) }),
  );
  const lent = entry.language === state.language ? [] : [" ", missing];
  return element(
    "tr",
    {},
    element("td", {}, conceptEntry(entry, state), ...lent, definition(entry.id, state.language)),
    element("td", {}, besideName(entry.id, beside), definition(entry.id, beside)),
  );
}

/** @param {number} id @param {string} tag */
function definition(id, tag) {
  const texts = details[id].definition ?? {};
  const found = nearestTag(texts, tag);
  if (found === tag) return inLanguage("p", texts[tag][0], tag);
  return element("p", { class: "missing" }, word("undefinedIn", { language: languageName(tag) }));
}
