// A concept as a link.

import { writeAddress } from "./address.js";
import { nameOf } from "./data.js";
import { element } from "./elements.js";

/** @typedef {import("./address.js").State} State */

/** @param {number} id @param {State} state @param {string} [place] what makes its id its own */
export function conceptLink(id, state, place = "link") {
  const { text, language } = nameOf(id, state.language);
  const href = writeAddress(state, { concept: id, to: null });
  const own = { id: `${place}-${id}`, "data-concept": String(id) };
  return element("a", { href, lang: language, dir: "auto", ...own }, text);
}
