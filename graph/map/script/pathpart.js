// The path from the selected concept to another one, told in words, with what the other one is.

import { writeAddress } from "./address.js";
import { details, nameOf } from "./data.js";
import { element, inLanguage } from "./elements.js";
import { nearestTag } from "./language.js";
import { conceptLink, lentMark } from "./links.js";
import { searchBox } from "./searchbox.js";
import { phrase, word } from "./words.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./route.js").Step} Step */

const SENTENCES = { broader: "stepBroader", narrower: "stepNarrower", related: "stepRelated" };

/**
 * @param {State} state @param {number} id @param {Step[]|null} way
 * @param {(change: Partial<State>) => void} go
 */
export function pathPart(state, id, way, go) {
  const actions = element(
    "p",
    { class: "actions" },
    state.view === "neighbourhood"
      ? null
      : element(
          "a",
          {
            id: "to-neighbourhood",
            href: writeAddress(state, { view: "neighbourhood", to: null }),
          },
          word("neighbourhood"),
        ),
  );
  const asked = state.to === null ? [target(state, go)] : [toldPath(state, id, state.to, way)];
  return element("section", { class: "way", "aria-label": word("pathTo") }, ...asked, actions);
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

/** @param {State} state @param {number} from @param {number} to @param {Step[]|null} way */
function toldPath(state, from, to, way) {
  const close = { class: "close", id: "path-close", href: writeAddress(state, { to: null }) };
  const heading = element(
    "h3",
    {},
    ...phrase("pathFromTo", {
      from: inLanguage(
        "span",
        nameOf(from, state.language).text,
        nameOf(from, state.language).language,
      ),
      to: inLanguage("span", nameOf(to, state.language).text, nameOf(to, state.language).language),
    }),
  );
  const steps = (way ?? []).map((step, number) =>
    element(
      "li",
      {},
      ...phrase(SENTENCES[step.relation], {
        from: conceptLink(step.from, state, `step-${number}-from`),
        to: conceptLink(step.to, state, `step-${number}-to`),
      }),
    ),
  );
  return element(
    "div",
    {},
    element("a", { ...close, "aria-label": word("closePath"), title: word("closePath") }, "×"),
    heading,
    way === null ? element("p", {}, word("noPath")) : element("ol", {}, ...steps),
    other(to, state),
  );
}

/**
 * What the concept at the other end is, to compare.
 * @param {number} id @param {State} state
 */
function other(id, state) {
  const definitions = details[id].definition ?? {};
  const tag = nearestTag(definitions, state.language);
  const text = tag === undefined ? null : inLanguage("p", definitions[tag][0], tag);
  if (text && tag !== undefined) text.append(lentMark(tag, state.language) ?? "");
  return element(
    "div",
    { class: "other" },
    element("h4", {}, conceptLink(id, state, "other")),
    text,
  );
}
