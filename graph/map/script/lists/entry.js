// An entry of the index: a name that leads to its concept.

import { writeAddress } from "../page/address.js";
import { element } from "../page/elements.js";
import { hueOf } from "../map/palette.js";

/** @typedef {import("../page/address.js").State} State */
/**
 * @typedef {{id: number, text: string, language: string, see: boolean, place: string}} Entry
 *   see: an alternative label, which leads to the preferred one; place: the id of its link
 */

/** @param {Entry} entry @param {State} state */
export function conceptEntry({ id, text, language, place }, state) {
  const href = writeAddress(state, { concept: id, to: null });
  const current = id === state.concept ? "true" : undefined;
  const link = {
    id: place,
    href,
    lang: language,
    dir: "auto",
    "aria-current": current,
    "data-hue": hueOf(id),
  };
  return element(
    "a",
    {
      ...link,
      "data-concept": String(id),
      "data-borrowed": language === state.language ? undefined : "",
    },
    text,
  );
}
