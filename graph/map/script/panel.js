// The panel: all that is said of one concept, and every concept in it a link.

import { writeAddress } from "./address.js";
import { comparison } from "./comparison.js";
import { collections, concepts, details, nameOf, pathTo, sources } from "./data.js";
import { element, inLanguage, refill, webLink } from "./elements.js";
import { labelList, readings, sourceList } from "./labels.js";
import { nearestTag } from "./language.js";
import { conceptLink, lentMark, section } from "./links.js";
import { definitions, texts } from "./notes.js";
import { hueOf } from "./palette.js";
import { askPath } from "./pathbox.js";
import { languageName, word } from "./words.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./data.js").Told} Told */

const panel = /** @type {HTMLElement} */ (document.getElementById("panel"));

/**
 * The panel of the selected concept, or none.
 * @param {State} state
 * @param {import("./route.js").Step[]|null} way from it to the other concept, if one is asked for
 * @param {(change: Partial<State>) => void} go
 */
export function showPanel(state, way, go) {
  const { concept } = state;
  panel.hidden = concept === null;
  document.body.toggleAttribute("data-panel", concept !== null);
  if (concept === null) return panel.replaceChildren();
  const same = panel.getAttribute("data-shows") === String(concept);
  const scrolled = panel.scrollTop;
  panel.setAttribute("data-shows", String(concept));
  panel.setAttribute("data-hue", hueOf(concept));
  refill(panel, ...contents(state, concept, way, go));
  panel.scrollTop = same ? scrolled : 0;
}

/** What the panel covers of the window. */
export function coveredByPanel() {
  if (panel.hidden) return { right: 0, bottom: 0 };
  const box = panel.getBoundingClientRect();
  const sheet = box.width >= window.innerWidth - 40;
  return sheet ? { right: 0, bottom: box.height } : { right: box.width + 12, bottom: 0 };
}

/**
 * @param {State} state @param {number} id @param {import("./route.js").Step[]|null} way
 * @param {(change: Partial<State>) => void} go
 */
function contents(state, id, way, go) {
  if (state.to !== null) return comparison(state, id, state.to, way);
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
  const above = pathTo(id).slice(0, -1);
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
    lentMark(name.language, state.language),
  );
  if (state.beside === null) return heading;
  const other = nameOf(id, state.beside);
  const missing = other.language !== state.beside;
  const second = missing
    ? element(
        "span",
        { class: "missing" },
        word("missingIn", { language: languageName(state.beside) }),
      )
    : inLanguage("span", other.text, state.beside);
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
    const { labels, iri, source } = collections[number];
    const tag = nearestTag(labels, state.language);
    const name =
      tag === undefined ? element("span", {}, iri) : inLanguage("span", labels[tag], tag);
    const from = sources[source]?.publisher;
    return element("li", {}, name, from ? ` (${from})` : null);
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
