// A concept as a link, and the marks that stand beside a text.

import { writeAddress } from "./address.js";
import { nameOf } from "./data.js";
import { element } from "./elements.js";
import { languageName, word } from "./words.js";

/** @typedef {import("./address.js").State} State */

/** @param {number} id @param {State} state @param {string} [place] what makes its id its own */
export function conceptLink(id, state, place = "link") {
  const { text, language } = nameOf(id, state.language);
  const href = writeAddress(state, { concept: id, to: null });
  const own = { id: `${place}-${id}`, "data-concept": String(id) };
  return element("a", { href, lang: language, dir: "auto", ...own }, text);
}

/**
 * A mark on a text that another language lends; null where it is in the one wanted.
 * @param {string} language @param {string} wanted
 */
export function lentMark(language, wanted) {
  if (language === wanted || !language) return null;
  const title = word("borrowed", { language: languageName(language) });
  return element("abbr", { class: "borrowed", title }, language);
}

/** @param {string} heading @param {(Node|null)[]} content @param {string} [kind] */
export function section(heading, content, kind) {
  return element("section", { class: kind }, element("h3", {}, heading), ...content);
}
