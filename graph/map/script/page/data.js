// What the page holds: what is drawn of each concept, and what is told of it.

import { grouped } from "./grouping.js";
import { joins } from "../map/neighbourhood.js";

/**
 * @typedef {{id: number, key: string, x: number, y: number, side: -1|0|1, depth: number,
 *   block: number, high: number, room: number, links: number, names: Object<string, string[]>,
 *   borrowed: string[], disputed?: boolean}} Concept
 */
/**
 * @typedef {{from: number, to: number, kind: "tree"|"broader"|"related"}} Edge
 *   tree and broader lead from the narrower concept to the broader one
 */
/** @typedef {Object<string, string[]>} Texts */
/**
 * @typedef {[text: string, language: string, source: number, iri: string]} Sourced
 *   source: its number, or -1 for one that the graph only names by its IRI
 */
/**
 * @typedef {{iri: string, names: Object<string, [string, string]>, notation?: string,
 *   preferred?: Object<string, string>, alternative?: Texts, hidden?: Texts, definition?: Texts,
 *   scopeNote?: Texts, example?: Texts, historyNote?: Texts, parent: number, broader?: number[],
 *   narrower?: number[], related?: number[], outside?: Object<string, string[]>,
 *   groups?: number[], printed?: Sourced[], readings?: Sourced[], mappings?: Texts}} Told
 */
/** @typedef {{labels: Object<string, string>, iri: string, source: number}} Collection */
/**
 * @typedef {{iri: string, id: string, title: string, language: string,
 *   publisher: string}} Source
 */
/**
 * `left` and `right` hold all concepts of a side from top to bottom, shown or not.
 * @typedef {{top: number, start: number, left: number[], right: number[]}} Block
 */
/**
 * @typedef {{size: number, topSize: number, leading: number, topLeading: number, gap: number,
 *   topGap: number}} Geometry pixels at scale 1
 */

/** @param {string} id */
function readBlock(id) {
  return JSON.parse(/** @type {HTMLElement} */ (document.getElementById(id)).textContent ?? "");
}

/**
 * @type {{languages: string[], language: string|null, titles: Object<string, string>,
 *   words: Object<string, Object<string, string>>, width: number,
 *   tooMany: boolean, heading: number, above: number, closed: number[], geometry: Geometry,
 *   stacks: {gap: number, blocks: Block[]}[]}}
 */
export const settings = readBlock("settings");

/** @type {Concept[]} */
export const concepts = readBlock("nodes");

/** @type {Edge[]} */
export const edges = readBlock("edges");

/** @type {{concepts: Told[], collections: Collection[], sources: Source[]}} */
const said = readBlock("details");

/** Everything said of the concepts, by number. */
export const details = said.concepts;
export const { collections, sources } = said;

/** The concepts that outlines begin with, in the order of their colours. */
export const blockRoots = settings.stacks
  .flatMap(({ blocks }) => blocks.map(({ top }) => top))
  .filter((id) => id >= 0)
  .sort((a, b) => concepts[a].block - concepts[b].block);

/** What a source, a collection is called in the page's address. */
export const sourceKeys = keysOf(sources.map(({ id, iri }) => [id || lastPart(iri), iri]));
export const collectionKeys = keysOf(collections.map(({ iri }) => [lastPart(iri), iri]));

/**
 * The short name where no other has it, else the IRI.
 * @param {string[][]} names
 */
function keysOf(names) {
  const shorts = names.map(([short]) => short);
  return names.map(([short, iri]) =>
    shorts.indexOf(short) === shorts.lastIndexOf(short) ? short : iri,
  );
}

/** @param {string} iri */
function lastPart(iri) {
  return (
    iri
      .replace(/[#/]+$/, "")
      .split(/[#/]/)
      .pop() || iri
  );
}

/** What each concept is joined to. */
export const joined = joins(edges);

const below = grouped(
  edges.filter((edge) => edge.kind === "tree"),
  (edge) => edge.to,
);

/**
 * The concepts that a line joins to this one.
 * @param {number} id
 */
export function neighbours(id) {
  return new Set((joined.get(id) ?? []).map((other) => other.id));
}

/**
 * The concepts right under this one in the outline.
 * @param {number} id
 */
export function childrenOf(id) {
  return (below.get(id) ?? []).map((edge) => edge.from);
}

/**
 * The concepts above this one in the outline, the nearest first.
 * @param {number} id
 */
export function ancestors(id) {
  const found = [];
  for (let above = details[id].parent; above >= 0; above = details[above].parent) found.push(above);
  return found;
}

/**
 * The one that its block begins with, -1 for none.
 * @param {number} id
 */
export function topOf(id) {
  return blockRoots[concepts[id].block] ?? -1;
}

/**
 * The name to show in a language, and the language it is really in.
 * @param {number} id @param {string} language
 */
export function nameOf(id, language) {
  const [text, tag] = details[id].names[language];
  return { text, language: tag };
}
