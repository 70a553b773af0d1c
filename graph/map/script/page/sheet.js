// Concepts as the rows of a sheet: a row a concept, a column a language and property.

import { saidIn } from "./language.js";

/** @typedef {import("./data.js").Told} Told */
/**
 * What a concept's row says of others, by number.
 * @typedef {{concepts: Told[], collections: import("./data.js").Collection[],
 *   sources: import("./data.js").Source[], languages: string[]}} Held
 */

const KINDS = /** @type {const} */ (["alternative", "definition"]);

/**
 * The names of the columns, then a row for each of `ids`; several values stand on lines of a cell.
 * @param {number[]} ids @param {Held} held @returns {string[][]}
 */
export function sheetRows(ids, held) {
  const { languages } = held;
  const labels = ["prefLabel", "altLabel", "definition"];
  const columns = labels.flatMap((name) => languages.map((tag) => `${name} ${tag}`.trim()));
  const head = ["concept", ...columns, "broader", "narrower", "related", "source", "collection"];
  return [head, ...ids.map((id) => rowFor(held.concepts[id], held))];
}

/** @param {Told} told @param {Held} held */
function rowFor(told, { concepts, collections, sources, languages }) {
  const texts = KINDS.flatMap((kind) => languages.map((tag) => saidIn(told[kind], tag) ?? []));
  const relations = [told.broader, told.narrower, told.related].map((ids) =>
    (ids ?? []).map((id) => concepts[id].iri),
  );
  const printed = (told.printed ?? []).map(([, , number, iri]) => sources[number]?.id || iri);
  const groups = (told.groups ?? []).map((number) => collections[number].iri);
  const many = [...texts, ...relations, [...new Set(printed)], groups];
  return [
    told.iri,
    ...languages.map((tag) => saidIn(told.preferred, tag) ?? ""),
    ...many.map((values) => values.join("\n")),
  ];
}
