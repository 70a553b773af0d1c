// The page's own words in the reader's language; they stand in words.json.

import { settings } from "./data.js";
import { nearestTag } from "./language.js";

let speaking = "en";
/**
 * Slow to make, so made once a language of the page.
 * @type {Map<string, Intl.DisplayNames>}
 */
const languageNames = new Map();

/** @param {string} language */
export function speak(language) {
  speaking = nearestTag(settings.words, language) ?? "en";
  document.documentElement.lang = speaking;
  for (const place of document.querySelectorAll("[data-word]"))
    place.textContent = word(place.getAttribute("data-word") ?? "");
  for (const attribute of ["placeholder", "aria-label", "title"])
    for (const place of document.querySelectorAll(`[data-word-${attribute}]`))
      place.setAttribute(attribute, word(place.getAttribute(`data-word-${attribute}`) ?? ""));
}

/**
 * A word or sentence, with what stands in braces filled in.
 * @param {string} name @param {Object<string, string|number>} [values]
 */
export function word(name, values = {}) {
  return settings.words[speaking][name].replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}

/**
 * A sentence with elements where braces are.
 * @param {string} name
 * @param {Object<string, Node>} parts @returns {(string|Node)[]}
 */
export function phrase(name, parts) {
  const pieces = settings.words[speaking][name].split(/\{(\w+)\}/);
  return pieces.map((piece, number) => (number % 2 ? parts[piece] : piece));
}

/**
 * The name of a language in the page's language.
 * @param {string} tag
 */
export function languageName(tag) {
  try {
    const names =
      languageNames.get(speaking) ?? new Intl.DisplayNames([speaking], { type: "language" });
    languageNames.set(speaking, names);
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The tag of the page's own words. */
export function ownLanguage() {
  return speaking;
}
