// How many steps away the neighbourhood reaches.

import { MOST_DEPTH, writeAddress } from "../page/address.js";
import { element, refill } from "../page/elements.js";
import { word } from "../page/words.js";

const place = /** @type {HTMLElement} */ (document.getElementById("depth"));

/** @param {import("../page/address.js").State} state */
export function showDepth(state) {
  const steps = Array.from({ length: MOST_DEPTH }, (_, number) => number + 1);
  const links = steps.map((depth) => {
    const current = depth === state.depth ? "true" : undefined;
    const href = writeAddress(state, { depth });
    return element("a", { id: `depth-${depth}`, href, "aria-current": current }, String(depth));
  });
  refill(place, element("span", { id: "depth-label" }, word("depth")), ...links);
  place.hidden = state.view !== "neighbourhood" || state.concept === null;
}
