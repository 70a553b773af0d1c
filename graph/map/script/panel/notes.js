// Definitions and notes of a concept, in the reader's language and in the second one.

import { element, inLanguage, section } from "../page/elements.js";
import { nearestTag, saidIn } from "../page/language.js";
import { borrowedMark, missingMark } from "../page/marks.js";
import { word } from "../page/words.js";

/** @typedef {import("../page/address.js").State} State */
/** @typedef {import("../page/data.js").Told} Told */

/**
 * In the reader's language, and in the second one. What a source wrote stands with its source.
 * @param {Told} told @param {State} state
 */
export function definitions(told, { language, beside }) {
  const own = ownDefinitions(told);
  const first = texts(own, language, "definition");
  if (beside === null) return [first];
  if (!saidIn(told.definition, beside)) return [first, missingMark("undefinedIn", beside, "p")];
  return [first, saidIn(own, beside) ? texts(own, beside, "definition") : null];
}

/**
 * The definitions that no source wrote, by language.
 * @param {Told} told
 * @returns {Object<string, string[]>}
 */
function ownDefinitions({ definition = {}, readings = [] }) {
  const sourced = new Set(readings.map(([text, tag]) => `${tag} ${text}`));
  const own = Object.entries(definition).map(([tag, said]) => {
    return /** @type {const} */ ([tag, said.filter((text) => !sourced.has(`${tag} ${text}`))]);
  });
  return Object.fromEntries(own.filter(([, said]) => said.length > 0));
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
