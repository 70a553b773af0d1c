// Search over all labels of all languages, whatever the case and accents; the best hit comes first.

import { details } from "./data.js";

/** @typedef {{id: number, text: string, language: string, kind: "preferred"|"other"|"hidden",
 *   folded: string}} Label */

/** @type {Label[]|undefined} */
let labels;

/** @param {string} text */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
}

/** @returns {Label[]} */
function allLabels() {
  labels ??= details().concepts.flatMap((told, id) => [
    ...Object.entries(told.preferred ?? {}).map(([tag, text]) => label(id, text, tag, "preferred")),
    ...spread(id, told.other, "other"),
    ...spread(id, told.hidden, "hidden"),
    ...(told.notation ? [label(id, told.notation, "", "hidden")] : []),
  ]);
  return labels;
}

/** @param {number} id @param {Object<string, string[]>|undefined} texts
 * @param {Label["kind"]} kind */
function spread(id, texts, kind) {
  return Object.entries(texts ?? {}).flatMap(([tag, many]) =>
    many.map((text) => label(id, text, tag, kind)),
  );
}

/** @param {number} id @param {string} text @param {string} language @param {Label["kind"]} kind
 * @returns {Label} */
function label(id, text, language, kind) {
  return { id, text, language, kind, folded: fold(text) };
}

/**
 * The concepts that fit `words`, each by its best label.
 * @param {string} words @param {string} language comes first among equals @param {number} [most]
 */
export function search(words, language, most = 12) {
  const wanted = fold(words);
  /** @type {Map<number, {label: Label, rank: number}>} */
  const best = new Map();
  for (const candidate of wanted ? allLabels() : []) {
    const rank = rankOf(candidate, wanted, language);
    if (rank < (best.get(candidate.id)?.rank ?? Infinity))
      best.set(candidate.id, { label: candidate, rank });
  }
  const hits = [...best.values()].sort(
    (a, b) =>
      a.rank - b.rank ||
      a.label.folded.length - b.label.folded.length ||
      a.label.id - b.label.id,
  );
  return { hits: hits.slice(0, most).map((hit) => hit.label), count: hits.length };
}

const KINDS = { preferred: 0, other: 1, hidden: 2 };

/** The lower the better, Infinity for no match: the whole, its beginning, a word's beginning, all
 * words' beginnings, anywhere; then language and kind. @param {Label} label
 * @param {string} wanted @param {string} language */
function rankOf({ folded, kind, language: tag }, wanted, language) {
  const padded = ` ${folded}`;
  const fits = [
    folded === wanted,
    folded.startsWith(wanted),
    padded.includes(` ${wanted}`),
    wanted.split(" ").every((part) => padded.includes(` ${part}`)),
    wanted.length > 1 && folded.includes(wanted),
  ].indexOf(true);
  return fits < 0 ? Infinity : fits * 10 + (tag === language ? 0 : 4) + KINDS[kind];
}
