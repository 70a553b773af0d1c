// Which concepts are left when the reader filters: all conditions hold together.

/**
 * `tops`: in one of these blocks (ids of their roots). `source`: printed by it, or `without`: not
 * printed by it. `group`: in this collection. `relation`: at an end of such a line. `missing`: no
 * preferred or alternative label in this language. `disputed`: sources read it differently.
 * @typedef {{tops: number[], source: number|null, without: boolean, group: number|null,
 *   relation: "broader"|"related"|null, missing: string|null, disputed: boolean}} Filters
 */
/**
 * @typedef {Pick<import("../page/data.js").Told,
 *   "printed"|"groups"|"preferred"|"alternative">} Facets
 */
/**
 * @typedef {{concepts: {id: number, disputed?: boolean}[], edges: import("../page/data.js").Edge[],
 *   told: Facets[], topOf: (id: number) => number}} Facts
 */

/** @type {Readonly<Filters>} */
export const NO_FILTERS = Object.freeze({
  tops: [],
  source: null,
  without: false,
  group: null,
  relation: null,
  missing: null,
  disputed: false,
});

/** @param {Filters} filters */
export function isFiltering({ tops, source, group, relation, missing, disputed }) {
  return tops.length > 0 || disputed || [source, group, relation, missing].some((v) => v !== null);
}

/**
 * The concepts that are left; null where nothing is filtered.
 * @param {Filters} filters
 * @param {Facts} facts
 * @returns {Set<number>|null}
 */
export function passing(filters, facts) {
  if (!isFiltering(filters)) return null;
  const conditions = conditionsOf(filters, facts);
  const left = facts.concepts.filter(({ id }) => conditions.every((holds) => holds(id)));
  return new Set(left.map(({ id }) => id));
}

/**
 * Only those that the reader asked for.
 * @param {Filters} filters
 * @param {Facts} facts
 * @returns {((id: number) => boolean)[]}
 */
function conditionsOf(filters, { concepts, edges, told, topOf }) {
  const { tops, source, without, group, relation, missing, disputed } = filters;
  /** @type {((id: number) => boolean)[]} */
  const asked = [];
  if (tops.length) asked.push((id) => tops.includes(topOf(id)));
  if (source !== null) asked.push((id) => isPrinted(told[id], source) !== without);
  if (group !== null) asked.push((id) => (told[id].groups ?? []).includes(group));
  if (missing !== null) asked.push((id) => !hasLabel(told[id], missing));
  if (disputed) asked.push((id) => concepts[id].disputed === true);
  if (relation !== null) {
    const ends = endsOf(edges, relation);
    asked.push((id) => ends.has(id));
  }
  return asked;
}

/** @param {Facets} facets @param {number} wanted */
function isPrinted({ printed = [] }, wanted) {
  return printed.some(([, , source]) => source === wanted);
}

/** @param {Facets} facets @param {string} language */
function hasLabel({ preferred = {}, alternative = {} }, language) {
  return Object.hasOwn(preferred, language) || Object.hasOwn(alternative, language);
}

/** @param {import("../page/data.js").Edge[]} edges @param {"broader"|"related"} relation */
function endsOf(edges, relation) {
  const lines = edges.filter(({ kind }) => (kind === "related") === (relation === "related"));
  return new Set(lines.flatMap(({ from, to }) => [from, to]));
}
