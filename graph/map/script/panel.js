// The panel: all that is said of one concept, and every concept in it a link.

import { writeAddress } from "./address.js";
import { concepts, details, nameOf, nearestLanguage, settings } from "./data.js";
import { element, inLanguage, webLink } from "./elements.js";
import { languageName, word } from "./words.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./data.js").Told} Told */

const panel = /** @type {HTMLElement} */ (document.getElementById("panel"));

/** The panel of the selected concept, or none. @param {State} state */
export function showPanel(state) {
  panel.hidden = state.concept === null;
  panel.replaceChildren(...(state.concept === null ? [] : contents(state, state.concept)));
  panel.scrollTop = 0;
}

/** What the panel covers of the window. */
export function coveredByPanel() {
  if (panel.hidden) return { right: 0, bottom: 0 };
  const box = panel.getBoundingClientRect();
  const sheet = box.width >= window.innerWidth - 40;
  return sheet ? { right: 0, bottom: box.height } : { right: box.width + 12, bottom: 0 };
}

/** @param {State} state @param {number} id */
function contents(state, id) {
  const told = details().concepts[id];
  const name = nameOf(id, state.language);
  panel.dataset.group = String(concepts[id].block % 10);
  return [
    closeLink(state),
    path(told, state),
    element(
      "h2",
      { id: "panel-title" },
      inLanguage("span", name.text, name.language),
      borrowed(name.language, state),
    ),
    texts(told.definition, state, "definition"),
    texts(told.scopeNote, state, "scopeNote"),
    texts(told.example, state, "example"),
    texts(told.historyNote, state, "historyNote"),
    relation("broader", told.broader ?? [], told, state),
    relation("narrower", told.narrower ?? [], told, state),
    relation("related", told.related ?? [], told, state),
    labelList(told, state),
    printed(told),
    groups(told, state),
    mappings(told),
    element("p", { class: "iri" }, webLink(told.iri)),
  ].filter((part) => part !== null);
}

/** @param {State} state */
function closeLink(state) {
  const href = writeAddress(state, { concept: null });
  const title = word("close");
  return element("a", { class: "close", href, title, "aria-label": title }, "×");
}

/** @param {number} id @param {State} state */
function conceptLink(id, state) {
  const { text, language } = nameOf(id, state.language);
  const href = writeAddress(state, { concept: id });
  return element("a", { href, lang: language, dir: "auto", "data-concept": String(id) }, text);
}

/** The concepts of the outline over one, the top one first. @param {Told} told */
function above(told) {
  const found = [];
  for (let id = told.parent; id >= 0; id = details().concepts[id].parent) found.unshift(id);
  return found;
}

/** From the top concept down. @param {Told} told @param {State} state */
function path(told, state) {
  const steps = above(told).map((id) => element("li", {}, conceptLink(id, state)));
  if (!steps.length) return null;
  const label = { class: "path", "aria-label": word("broader") };
  return element("nav", label, element("ol", {}, ...steps));
}

/** A mark on a text that another language lends. @param {string} language @param {State} state */
function borrowed(language, state) {
  if (language === state.language || !language) return null;
  const title = word("borrowed", { language: languageName(language) });
  return element("abbr", { class: "borrowed", title }, language);
}

/** Definitions or notes in the reader's language, or the nearest there is.
 * @param {Object<string, string[]>|undefined} said @param {State} state @param {string} kind */
function texts(said, state, kind) {
  const tag = nearestLanguage(said ?? {}, state.language);
  if (said === undefined || tag === undefined || !said[tag].length) return null;
  const paragraphs = said[tag].map((text) => inLanguage("p", text, tag));
  paragraphs[0].append(...[borrowed(tag, state)].filter((mark) => mark !== null));
  const heading = kind === "definition" ? null : element("h3", {}, word(kind));
  return element("section", { class: kind }, heading, ...paragraphs);
}

/** @param {"broader"|"narrower"|"related"} kind @param {number[]} ids @param {Told} told
 * @param {State} state */
function relation(kind, ids, told, state) {
  const outside = told.outside?.[kind] ?? [];
  if (!ids.length && !outside.length) return null;
  return section(
    word(kind),
    element(
      "ul",
      { class: "concepts" },
      ...ids.map((id) => element("li", {}, conceptLink(id, state))),
      ...outside.map((iri) => element("li", {}, webLink(iri), ` (${word("outside")})`)),
    ),
  );
}

/** @param {string} heading @param {Node} content */
function section(heading, content) {
  return element("section", {}, element("h3", {}, heading), content);
}

/** Every label of every language. @param {Told} told @param {State} state */
function labelList(told, state) {
  const kinds = [told.preferred, told.alternative, told.hidden];
  const found = new Set(kinds.flatMap((by) => Object.keys(by ?? {})));
  const tags = [...new Set([...settings.languages, ...found])].filter((tag) => found.has(tag));
  const rows = tags.flatMap((tag) => [
    element(
      "dt",
      { "aria-current": tag === state.language ? "true" : undefined },
      tag ? element("abbr", { title: languageName(tag) }, tag) : "–",
    ),
    element(
      "dd",
      { lang: tag, dir: "auto" },
      told.preferred?.[tag] ? element("strong", {}, told.preferred[tag]) : null,
      line("alternative", told.alternative?.[tag]),
      line("hidden", told.hidden?.[tag]),
    ),
  ]);
  return rows.length ? section(word("labels"), element("dl", { class: "labels" }, ...rows)) : null;
}

/** @param {string} kind @param {string[]|undefined} many */
function line(kind, many) {
  if (!many?.length) return null;
  const own = { lang: document.documentElement.lang };
  const lead = kind === "hidden" ? element("i", own, `${word("alsoFound")} `) : null;
  return element("span", { class: kind }, lead, many.join(" · "));
}

/** Source by source, the labels it prints. @param {Told} told */
function printed(told) {
  const bySource = Map.groupBy(told.printed ?? [], ([, , source, iri]) =>
    source < 0 ? iri : source,
  );
  if (!bySource.size) return null;
  const items = [...bySource].map(([source, some]) =>
    element(
      "li",
      {},
      element(
        "span",
        { class: "prints" },
        ...some.map(([text, tag]) => inLanguage("q", text, tag)),
      ),
      sourceName(source),
    ),
  );
  return section(word("printed"), element("ul", { class: "printed" }, ...items));
}

/** @param {number|string} source its number, or the IRI of one that is not described */
function sourceName(source) {
  if (typeof source === "string") return element("cite", {}, webLink(source));
  const { title, language, publisher } = details().sources[source];
  const from = publisher ? `${publisher}, ` : null;
  return element("cite", {}, from, inLanguage("span", title, language));
}

/** @param {Told} told @param {State} state */
function groups(told, state) {
  if (!told.groups?.length) return null;
  const items = told.groups.map((number) => {
    const { labels: by, iri, source } = details().collections[number];
    const tag = nearestLanguage(by, state.language);
    const name = tag === undefined ? element("span", {}, iri) : inLanguage("span", by[tag], tag);
    const from = details().sources[source]?.publisher;
    return element("li", {}, name, from ? ` (${from})` : null);
  });
  return section(word("groups"), element("ul", {}, ...items));
}

/** @param {Told} told */
function mappings(told) {
  const items = Object.entries(told.mappings ?? {}).flatMap(([kind, iris]) =>
    iris.map((iri) => element("li", {}, element("i", {}, `${word(kind)}: `), webLink(iri))),
  );
  if (!items.length) return null;
  return section(word("mappings"), element("ul", { class: "iris" }, ...items));
}
