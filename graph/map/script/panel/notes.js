// Definitions and notes of a concept, in the reader's language and in the second one.

import { element, inLanguage, section } from "../page/elements.js";
import { nearestTag } from "../page/language.js";
import { borrowedMark, missingMark } from "../page/marks.js";
import { word } from "../page/words.js";

/** @typedef {import("../page/address.js").State} State */
/** @typedef {import("../page/data.js").Told} Told */

/**
 * In the reader's language, and in the second one.
 * @param {Told} told @param {State} state
 */
export function definitions(told, { language, beside }) {
  const first = texts(told.definition, language, "definition");
  if (beside === null) return [first];
  const tag = nearestTag(told.definition ?? {}, beside);
  if (tag !== beside) return [first, missingMark("undefinedIn", beside, "p")];
  return [first, texts(told.definition, beside, "definition")];
}

/**
 * Definitions or notes in a language, or the nearest there is.
 * @param {Object<string, string[]>|undefined} said @param {string} language @param {string} kind
 */
export function texts(said, language, kind) {
  const tag = nearestTag(said ?? {}, language);
  if (said === undefined || tag === undefined || !said[tag].length) return null;
  const paragraphs = said[tag].map((text) => inLanguage("p", text, tag));
  const mark = borrowedMark(tag, language);
  if (mark) paragraphs[0].append(mark);
  if (kind !== "definition") return section(word(kind), paragraphs, kind);
  return element("section", { class: kind, "aria-label": word(kind) }, ...paragraphs);
}
