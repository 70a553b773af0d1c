// Definitions and notes of a concept, in the reader's language and in the second one.

import { element, inLanguage } from "./elements.js";
import { nearestTag } from "./language.js";
import { lentMark, section } from "./links.js";
import { languageName, word } from "./words.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./data.js").Told} Told */

/**
 * In the reader's language, and in the second one.
 * @param {Told} told @param {State} state
 */
export function definitions(told, { language, beside }) {
  const first = texts(told.definition, language, "definition");
  if (beside === null) return [first];
  const tag = nearestTag(told.definition ?? {}, beside);
  const missing = element(
    "p",
    { class: "missing" },
    word("undefinedIn", { language: languageName(beside) }),
  );
  return [first, tag === beside ? texts(told.definition, beside, "definition") : missing];
}

/**
 * Definitions or notes in a language, or the nearest there is.
 * @param {Object<string, string[]>|undefined} said @param {string} language @param {string} kind
 */
export function texts(said, language, kind) {
  const tag = nearestTag(said ?? {}, language);
  if (said === undefined || tag === undefined || !said[tag].length) return null;
  const paragraphs = said[tag].map((text) => inLanguage("p", text, tag));
  const mark = lentMark(tag, language);
  if (mark) paragraphs[0].append(mark);
  if (kind !== "definition") return section(word(kind), paragraphs, kind);
  return element("section", { class: kind, "aria-label": word(kind) }, ...paragraphs);
}
