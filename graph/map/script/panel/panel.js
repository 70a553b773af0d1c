// The panel: all that is said of one concept, and every concept in it a link.

import { writeAddress } from "../page/address.js";
import { comparison } from "./comparison.js";
import { ancestors, collections, concepts, details, nameOf, sources } from "../page/data.js";
import { element, inLanguage, refill, section, webLink } from "../page/elements.js";
import { labelList } from "./labels.js";
import { conceptLink } from "../page/links.js";
import { borrowedMark, nameOrMissing } from "../page/marks.js";
import { definitions, texts } from "./notes.js";
import { hueOf } from "../map/palette.js";
import { askPath } from "./pathbox.js";
import { readings, sourceList } from "./readings.js";
import { collectionName } from "./sourcenames.js";
import { word } from "../page/words.js";

/** @typedef {import("../page/address.js").State} State */
/** @typedef {import("../page/data.js").Told} Told */

const panel = /** @type {HTMLElement} */ (document.getElementById("panel"));

/**
 * The panel of the selected concept, or none.
 * @param {State} state
 * @param {import("./path.js").Step[]|null} path from it to the other concept, if one is asked for
 * @param {(change: Partial<State>) => void} go
 */
export function showPanel(state, path, go) {
  const { concept } = state;
  panel.hidden = concept === null;
  document.body.toggleAttribute("data-panel", concept !== null);
  if (concept === null) return panel.replaceChildren();
  const same = panel.getAttribute("data-shows") === String(concept);
  const scrolled = panel.scrollTop;
  panel.setAttribute("data-shows", String(concept));
  panel.setAttribute("data-hue", hueOf(concept));
  refill(panel, ...contents(state, concept, path, go));
  panel.scrollTop = same ? scrolled : 0;
}

/**
 * @param {State} state @param {number} id @param {import("./path.js").Step[]|null} path
 * @param {(change: Partial<State>) => void} go
 */
function contents(state, id, path, go) {
  if (state.to !== null) return comparison(state, id, state.to, path);
  const told = details[id];
  return [
    closeLink(state),
    breadcrumbs(id, state),
    headingOf(id, state),
    ...definitions(told, state),
    askPath(state, go),
    readings(told, state, concepts[id].disputed ?? false),
    texts(told.scopeNote, state.language, "scopeNote"),
    labelList(told, state),
    texts(told.example, state.language, "example"),
    relation("broader", told, state),
    relation("narrower", told, state),
    relation("related", told, state),
    groups(told, state),
    texts(told.historyNote, state.language, "historyNote"),
    mappings(told),
    sourceList(told),
    element("p", { class: "iri" }, webLink(told.iri)),
  ];
}

/** @param {State} state */
function closeLink(state) {
  const href = writeAddress(state, { concept: null, to: null });
  const name = word("close");
  return element(
    "a",
    { class: "close", id: "panel-close", href, title: name, "aria-label": name },
    "×",
  );
}

/**
 * From the top concept down.
 * @param {number} id @param {State} state
 */
function breadcrumbs(id, state) {
  const above = ancestors(id).reverse();
  const steps = above.map((step) => element("li", {}, conceptLink(step, state, "above")));
  if (!steps.length) return null;
  return element("nav", { class: "path", "aria-label": word("path") }, element("ol", {}, ...steps));
}

/** @param {number} id @param {State} state */
function headingOf(id, state) {
  const name = nameOf(id, state.language);
  const heading = element(
    "h2",
    { id: "panel-title" },
    inLanguage("span", name.text, name.language),
    borrowedMark(name.language, state.language),
  );
  if (state.beside === null) return heading;
  const second = nameOrMissing(id, state.beside);
  return element("div", { class: "twofold" }, heading, element("p", { class: "second" }, second));
}

/** @param {"broader"|"narrower"|"related"} kind @param {Told} told @param {State} state */
function relation(kind, told, state) {
  const ids = told[kind] ?? [];
  const outside = told.outside?.[kind] ?? [];
  if (!ids.length && !outside.length) return null;
  return section(word(kind), [
    element(
      "ul",
      { class: "concepts" },
      ...ids.map((id) => element("li", {}, conceptLink(id, state, kind))),
      ...outside.map((iri) => element("li", {}, webLink(iri), ` (${word("outside")})`)),
    ),
  ]);
}

/** @param {Told} told @param {State} state */
function groups(told, state) {
  if (!told.groups?.length) return null;
  const items = told.groups.map((number) => {
    const { text, language } = collectionName(number, state.language);
    const from = sources[collections[number].source]?.publisher;
    return element("li", {}, inLanguage("span", text, language), from ? ` (${from})` : null);
  });
  return section(word("groups"), [element("ul", {}, ...items)]);
}

/** @param {Told} told */
function mappings(told) {
  const items = Object.entries(told.mappings ?? {}).flatMap(([kind, iris]) =>
    iris.map((iri) => element("li", {}, element("i", {}, `${word(kind)}: `), webLink(iri))),
  );
  if (!items.length) return null;
  return section(word("mappings"), [element("ul", { class: "iris" }, ...items)]);
}
