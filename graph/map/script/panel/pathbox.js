// The box in the panel that asks for a second concept, to compare with the first.

import { writeAddress } from "../page/address.js";
import { element } from "../page/elements.js";
import { searchBox } from "../search/searchbox.js";
import { word } from "../page/words.js";

/** @typedef {import("../page/address.js").State} State */

/**
 * The box, and the way to the neighbourhood.
 * @param {State} state
 * @param {(change: Partial<State>) => void} go
 */
export function askPath(state, go) {
  const href = writeAddress(state, { view: "neighbourhood", to: null });
  const near = element("a", { id: "to-neighbourhood", href }, word("neighbourhood"));
  const actions = state.view === "neighbourhood" ? null : element("p", { class: "actions" }, near);
  return element(
    "section",
    { class: "ask", "aria-label": word("pathTo") },
    target(state, go),
    actions,
  );
}

/**
 * The box that asks for the other concept.
 * @param {State} state
 * @param {(change: Partial<State>) => void} go
 */
function target(state, go) {
  const input = element("input", {
    id: "path-words",
    type: "search",
    maxlength: "200",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "path-hits",
    "aria-label": word("pathTo"),
    placeholder: word("pathTo"),
  });
  const list = element("ul", {
    id: "path-hits",
    role: "listbox",
    class: "hits",
    "aria-label": word("pathTo"),
    hidden: "",
  });
  const box = searchBox(/** @type {HTMLInputElement} */ (input), list, (to) => go({ to }));
  box.searchIn(state.language);
  return element("div", { class: "search" }, input, list);
}
