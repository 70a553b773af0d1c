// Two languages side by side: each concept's name and definition in both; what one lacks is marked.

import { details } from "../page/data.js";
import { element, inLanguage } from "../page/elements.js";
import { conceptEntry } from "./entry.js";
import { saidIn } from "../page/language.js";
import { missingMark, nameOrMissing } from "../page/marks.js";
import { languageName } from "../page/words.js";

/** @typedef {import("../page/address.js").State} State */
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
  const own = entry.language === state.language;
  const missing = own ? null : missingMark("missingIn", state.language);
  const second = nameOrMissing(entry.id, beside);
  second.classList.add("beside");
  return element(
    "tr",
    {},
    element("td", {}, conceptEntry(entry, state), missing, definition(entry.id, state.language)),
    element("td", {}, second, definition(entry.id, beside)),
  );
}

/** @param {number} id @param {string} tag */
function definition(id, tag) {
  const [text] = saidIn(details[id].definition, tag) ?? [];
  return text === undefined ? missingMark("undefinedIn", tag, "p") : inLanguage("p", text, tag);
}
