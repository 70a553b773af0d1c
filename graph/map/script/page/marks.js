// The marks that stand beside a text, or in its place.

import { nameOf } from "./data.js";
import { element, inLanguage } from "./elements.js";
import { languageName, word } from "./words.js";

/**
 * On a text that is borrowed from another language; null where it is in the one wanted.
 * @param {string} language @param {string} wanted
 */
export function borrowedMark(language, wanted) {
  if (language === wanted || !language) return null;
  const title = word("borrowed", { language: languageName(language) });
  return element("abbr", { class: "borrowed", title }, language);
}

/**
 * In the place of a name or a definition that a language, or several, hasn't got.
 * @param {"missingIn"|"undefinedIn"} what @param {string|string[]} languages
 * @param {string} [name] of the element
 */
export function missingMark(what, languages, name = "span") {
  const language = [languages].flat().map(languageName).join(", ");
  return element(name, { class: "missing" }, word(what, { language }));
}

/** On a concept that its sources read differently. */
export function disputedMark() {
  return element("abbr", { class: "disputed", title: word("disputed") }, "≠");
}

/**
 * A concept's name in a language, or that it has none there.
 * @param {number} id @param {string} wanted
 */
export function nameOrMissing(id, wanted) {
  const { text, language } = nameOf(id, wanted);
  return language === wanted ? inLanguage("span", text, wanted) : missingMark("missingIn", wanted);
}
