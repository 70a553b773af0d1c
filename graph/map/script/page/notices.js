// What the page has to say of what it shows: that there is more, or nothing, and what to do.

import { concepts, settings } from "./data.js";
import { word } from "./words.js";

/** @typedef {import("./address.js").State} State */

const notice = /** @type {HTMLElement} */ (document.getElementById("more"));
const status = /** @type {HTMLElement} */ (document.getElementById("status"));

/** @param {State} state @param {boolean} whole whether all of the map is in the window */
export function showNotices(state, whole) {
  const unknown = state.unknown ? word("unknown", { name: state.unknown }) : "";
  const lists = state.view === "outline" || state.view === "index";
  const text = unknown || (lists ? "" : ofThePicture(state, whole));
  notice.textContent = text;
  notice.hidden = !text;
  if (unknown) status.textContent = unknown;
}

/**
 * Whether there is no concept to show the neighbourhood of.
 * @param {State} state
 */
export function isNowhere({ view, concept }) {
  return view === "neighbourhood" && concept === null;
}

/** @param {State} state @param {boolean} whole */
function ofThePicture(state, whole) {
  if (isNowhere(state)) return word("chooseOne");
  if (state.beside !== null && state.concept === null) return word("besideWhere");
  if (settings.tooMany && state.view === "map")
    return word("tooMany", { concepts: concepts.length });
  return whole || state.concept !== null ? "" : word("more");
}
