// Search over all labels of all languages, whatever the case and accents; the best hit comes first.

import { details } from "./data.js";
import { isNearly } from "./typing.js";

/** @typedef {{id: number, text: string, language: string, kind: "preferred"|"alternative"|"hidden",
 *   folded: string}} Label */

/** @type {Label[]|undefined} */
let labels;

/** @param {string} text */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
}

/** @returns {Label[]} */
function allLabels() {
  labels ??= details().concepts.flatMap((told, id) => [
    ...Object.entries(told.preferred ?? {}).map(([tag, text]) => label(id, text, tag, "preferred")),
    ...spread(id, told.alternative, "alternative"),
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
 * The concepts that fit `words`, each by its best label; where none does, those that nearly do.
 * @param {string} words @param {string} language comes first among equals @param {number} [most]
 */
export function search(words, language, most = 12) {
  const wanted = fold(words);
  const exact = bestLabels(wanted, language, fitOf);
  const found = exact.length ? exact : bestLabels(wanted, language, nearFitOf);
  return { hits: found.slice(0, most), count: found.length };
}

/** The best label of each concept that fits, best first. @param {string} wanted
 * @param {string} language @param {(folded: string, wanted: string) => number} fit */
function bestLabels(wanted, language, fit) {
  /** @type {Map<number, {label: Label, rank: number}>} */
  const best = new Map();
  for (const candidate of wanted ? allLabels() : []) {
    const rank = rankOf(candidate, fit(candidate.folded, wanted), language);
    if (rank < (best.get(candidate.id)?.rank ?? Infinity))
      best.set(candidate.id, { label: candidate, rank });
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.label.folded.length - b.label.folded.length ||
        a.label.id - b.label.id,
    )
    .map((hit) => hit.label);
}

const KINDS = { preferred: 0, alternative: 1, hidden: 2 };

/** The lower the better, Infinity for no match: how well the text fits, then language and kind.
 * @param {Label} label @param {number} fit @param {string} language */
function rankOf({ kind, language: tag }, fit, language) {
  return fit < 0 ? Infinity : fit * 10 + (tag === language ? 0 : 4) + KINDS[kind];
}

/** 0 for the whole, then its beginning, a word's beginning, all words' beginnings, anywhere; -1
 * for no match. @param {string} folded @param {string} wanted */
function fitOf(folded, wanted) {
  const padded = ` ${folded}`;
  return [
    folded === wanted,
    folded.startsWith(wanted),
    padded.includes(` ${wanted}`),
    wanted.split(" ").every((part) => padded.includes(` ${part}`)),
    wanted.length > 1 && folded.includes(wanted),
  ].indexOf(true);
}

/** 0 when every word is nearly one of the label. @param {string} folded @param {string} wanted */
function nearFitOf(folded, wanted) {
  const words = folded.split(" ");
  const near = wanted.split(" ").every((part) => words.some((word) => isNearly(part, word)));
  return near ? 0 : -1;
}
