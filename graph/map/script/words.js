// The page's own words in the reader's language; they stand in words.json.

import { settings } from "./data.js";
import { wordsLanguage } from "./address.js";

let speaking = "en";

/** @param {string} language */
export function speak(language) {
  speaking = wordsLanguage(language);
  document.documentElement.lang = speaking;
  for (const place of document.querySelectorAll("[data-word]"))
    place.textContent = word(place.getAttribute("data-word") ?? "");
  for (const attribute of ["placeholder", "aria-label", "title"])
    for (const place of document.querySelectorAll(`[data-word-${attribute}]`))
      place.setAttribute(attribute, word(place.getAttribute(`data-word-${attribute}`) ?? ""));
}

/** A word or sentence, with what stands in braces filled in.
 * @param {string} name @param {Object<string, string|number>} [values] */
export function word(name, values = {}) {
  return settings.words[speaking][name].replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}

/** The name of a language in the page's language. @param {string} tag */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames([speaking], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
