// Two concepts side by side: the path between them in words, and what each of them is.

import { writeAddress } from "../page/address.js";
import { concepts, details, nameOf } from "../page/data.js";
import { element, inLanguage } from "../page/elements.js";
import { conceptLink } from "../page/links.js";
import { definitions, texts } from "./notes.js";
import { hueOf } from "../map/palette.js";
import { readings } from "./readings.js";
import { phrase, word } from "../page/words.js";

/** @typedef {import("../page/address.js").State} State */
/** @typedef {import("./path.js").Step} Step */

const SENTENCES = { broader: "stepBroader", narrower: "stepNarrower", related: "stepRelated" };

/**
 * @param {State} state @param {number} from @param {number} to
 * @param {Step[]|null} path null where nothing joins them
 */
export function comparison(state, from, to, path) {
  const name = word("closePath");
  const close = { class: "close", id: "path-close", href: writeAddress(state, { to: null }) };
  return [
    element("a", { ...close, "aria-label": name, title: name }, "×"),
    element(
      "h2",
      { id: "panel-title" },
      ...phrase("pathFromTo", { from: named(from, state), to: named(to, state) }),
    ),
    path === null ? element("p", {}, word("noPath")) : steps(path, state),
    part(from, state),
    part(to, state),
  ];
}

/** @param {number} id @param {State} state */
function named(id, { language }) {
  const name = nameOf(id, language);
  return inLanguage("span", name.text, name.language);
}

/** @param {Step[]} path @param {State} state */
function steps(path, state) {
  const items = path.map(({ from, to, relation }, number) => {
    const parts = {
      from: conceptLink(from, state, `step-${number}-from`),
      to: conceptLink(to, state, `step-${number}-to`),
    };
    return element("li", {}, ...phrase(SENTENCES[relation], parts));
  });
  return element("ol", { class: "steps" }, ...items);
}

/** @param {number} id @param {State} state */
function part(id, state) {
  const told = details[id];
  return element(
    "section",
    { class: "compared", "data-hue": hueOf(id) },
    element("h3", {}, conceptLink(id, state, "compared")),
    ...definitions(told, state),
    readings(told, state, concepts[id].disputed ?? false),
    texts(told.scopeNote, state.language, "scopeNote"),
  );
}
