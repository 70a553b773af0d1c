// What the page holds: what is drawn of each concept, and what is told, read when first needed.

/** @typedef {{id: number, key: string, x: number, y: number, side: -1|0|1, depth: number,
 *   block: number, room: number, links: number, names: Object<string, string[]>,
 *   borrowed: string[]}} Concept */
/** @typedef {{from: number, to: number, kind: "tree"|"broader"|"related"}} Edge */
/** @typedef {Object<string, string[]>} Texts */
/** @typedef {{iri: string, names: Object<string, [string, string]>, notation?: string,
 *   preferred?: Object<string, string>, alternative?: Texts,
 *   hidden?: Texts, definition?: Texts, scopeNote?: Texts, example?: Texts, historyNote?: Texts,
 *   parent: number, broader?: number[], narrower?: number[], related?: number[],
 *   outside?: Object<string, string[]>, groups?: number[],
 *   printed?: [string, string, number, string][], mappings?: Texts}} Told */
/** @typedef {{labels: Object<string, string>, iri: string, source: number}} Group */
/** @typedef {{iri: string, title: string, language: string, publisher: string}} Source */

/** @param {string} id */
function readBlock(id) {
  return JSON.parse(/** @type {HTMLElement} */ (document.getElementById(id)).textContent ?? "");
}

/** @type {{languages: string[], language: string|null, titles: Object<string, string>,
 *   words: Object<string, Object<string, string>>, width: number, height: number,
 *   tooMany: boolean}} */
export const settings = readBlock("settings");

/** @type {Concept[]} */
export const concepts = readBlock("nodes");

/** @type {Edge[]} */
export const edges = readBlock("edges");

/** @type {{concepts: Told[], collections: Group[], sources: Source[]}|undefined} */
let read;

/** Everything said of the concepts: for the panel and the search. */
export function details() {
  read ??= /** @type {typeof read & {}} */ (readBlock("details"));
  return read;
}

/** The concepts that a line joins to this one. @param {number} id */
export function neighbours(id) {
  const joined = edges.filter((edge) => edge.from === id || edge.to === id);
  return new Set(joined.map((edge) => (edge.from === id ? edge.to : edge.from)));
}

/** The concepts right under this one on the map. @param {number} id */
export function narrower(id) {
  return edges.filter((edge) => edge.kind === "tree" && edge.to === id).map((edge) => edge.from);
}

/** The name to show in a language, and the language it is really in.
 * @param {number} id @param {string} language */
export function nameOf(id, language) {
  const [text, tag] = details().concepts[id].names[language];
  return { text, language: tag };
}

/**
 * The tag to show when `language` is asked for: the same, a wider one (RFC 4647, lookup), another
 * region of it, English, a text without a language, the first.
 * @param {Object<string, unknown>} texts @param {string} language
 */
export function nearestLanguage(texts, language) {
  const tags = Object.keys(texts).sort();
  for (let wanted = language.toLowerCase(); wanted; wanted = wanted.replace(/-?[^-]*$/, "")) {
    const same = tags.find((tag) => tag.toLowerCase() === wanted);
    if (same !== undefined) return same;
  }
  for (const primary of [language.toLowerCase().split("-")[0], "en"]) {
    const near = tags.find((tag) => tag && tag.toLowerCase().split("-")[0] === primary);
    if (near !== undefined) return near;
  }
  return tags[0];
}
