// The state of the page is its address: #concept=…&lang=…&view=…, so back and forward just work.

import { blockRoots, collectionKeys, concepts, settings, sourceKeys } from "./data.js";
import { NO_FILTERS } from "../search/filters.js";

/** @typedef {"map"|"outline"|"neighbourhood"|"index"} View */
/** @typedef {import("../search/filters.js").Filters} Filters */
/**
 * @typedef {{concept: number|null, to: number|null, language: string, beside: string|null,
 *   view: View, depth: number, filters: Filters, unknown: string}} State
 *   to: the other end of a path; beside: a second language; unknown: what the address names and
 *   the page does not hold
 */

/** @type {View[]} */
export const VIEWS = ["map", "outline", "neighbourhood", "index"];
export const MOST_DEPTH = 3;

// Asked once: every link of the page writes an address.
const narrow = matchMedia("(max-width: 44em)");

const numberOf = new Map(concepts.map((concept) => [concept.key, concept.id]));

/** @param {string} hash @returns {State} */
export function readAddress(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const concept = numberOf.get(said.get("concept") ?? "") ?? null;
  const language = known(said.get("lang")) ?? openingLanguage();
  const beside = known(said.get("beside"));
  const to = numberOf.get(said.get("to") ?? "");
  return {
    concept,
    to: concept === null || to === undefined || to === concept ? null : to,
    language,
    beside: beside === undefined || beside === language ? null : beside,
    view: VIEWS.find((view) => view === said.get("view")) ?? firstView(),
    depth: depthOf(said.get("depth")),
    filters: readFilters(said),
    unknown: [said.get("concept"), said.get("to")].find((key) => key && !numberOf.has(key)) ?? "",
  };
}

/** @param {string|null} said */
function depthOf(said) {
  return Math.min(Math.max(Math.round(Number(said ?? 1)) || 1, 1), MOST_DEPTH);
}

/** @param {URLSearchParams} said @returns {Filters} */
function readFilters(said) {
  const source = said.get("source") ?? "";
  const relation = said.get("relation");
  const tops = (said.get("top") ?? "").split(" ").map((key) => numberOf.get(key) ?? -1);
  return {
    tops: blockRoots.filter((id) => tops.includes(id)),
    source: position(sourceKeys, source.replace(/^-/, "")),
    without: source.startsWith("-"),
    group: position(collectionKeys, said.get("group") ?? ""),
    relation: relation === "broader" || relation === "related" ? relation : null,
    missing: known(said.get("missing")) ?? null,
    disputed: said.get("disputed") === "1",
  };
}

/** @param {string[]} keys @param {string} key */
function position(keys, key) {
  const found = keys.indexOf(key);
  return found < 0 ? null : found;
}

/** @param {string|null} tag */
function known(tag) {
  return settings.languages.find((language) => language.toLowerCase() === tag?.toLowerCase());
}

/** The one the page was made to open in, else the reader's, else the first. */
function openingLanguage() {
  if (settings.language !== null) return settings.language;
  const found = navigator.languages.map((tag) => known(tag) ?? known(tag.split("-")[0]));
  return found.find((tag) => tag !== undefined) ?? settings.languages[0];
}

/**
 * An outline reads better than a map in a narrow window.
 * @returns {View}
 */
function firstView() {
  return narrow.matches ? "outline" : "map";
}

/**
 * The address of `state` with `change` made to it.
 * @param {State} state @param {Partial<State>} [change]
 */
export function writeAddress(state, change = {}) {
  const { concept, to, language, beside, view, depth, filters } = { ...state, ...change };
  const said = new URLSearchParams();
  if (concept !== null) said.set("concept", concepts[concept].key);
  if (concept !== null && to !== null) said.set("to", concepts[to].key);
  said.set("lang", language);
  if (beside !== null && beside !== language) said.set("beside", beside);
  if (view !== firstView()) said.set("view", view);
  if (depth > 1) said.set("depth", String(depth));
  writeFilters(said, filters);
  return `#${said}`;
}

/** @param {URLSearchParams} said @param {Filters} filters */
function writeFilters(said, { tops, source, without, group, relation, missing, disputed }) {
  if (tops.length) said.set("top", tops.map((id) => concepts[id].key).join(" "));
  if (source !== null) said.set("source", (without ? "-" : "") + sourceKeys[source]);
  if (group !== null) said.set("group", collectionKeys[group]);
  if (relation !== null) said.set("relation", relation);
  if (missing !== null) said.set("missing", missing);
  if (disputed) said.set("disputed", "1");
}

/**
 * The address without any filter.
 * @param {State} state
 */
export function unfiltered(state) {
  return writeAddress(state, { filters: NO_FILTERS });
}
