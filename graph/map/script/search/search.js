// Search over all labels of all languages, then definitions; the best hit comes first.

import { fold } from "./fold.js";
import { snippet } from "./snippet.js";
import { isNearly } from "./typing.js";

/** @typedef {"preferred"|"alternative"|"hidden"|"definition"} Kind */
/** @typedef {{id: number, text: string, language: string, kind: Kind}} Hit */
/**
 * A text that can be found: `folded`, and `spaced` so that each word begins after a space.
 * @typedef {Hit & {folded: string, spaced: string}} Entry
 */
/**
 * `words`: word → the labels that hold it, made when a typing error is first looked for.
 * @typedef {{labels: Entry[], definitions: Entry[], words?: Map<string, Set<Entry>>}} Index
 */
/**
 * What is looked for: folded, its words, the longest first, and all its words after a space.
 * @typedef {{whole: string, parts: string[], spaced: string}} Wanted
 */
/**
 * Concept → its best text; the lower the rank the better.
 * @typedef {Map<number, {entry: Entry, rank: number}>} Found
 */
/**
 * @typedef {Pick<import("../page/data.js").Told,
 *   "preferred"|"alternative"|"hidden"|"notation"|"definition">} Named
 */

/** How well a text fits, best first; `words`: each word that is wanted begins one of its own. */
const FIT = { none: -1, whole: 0, beginning: 1, word: 2, words: 3, within: 4 };
/** What one of them is worth in a rank, where kinds count from 0 to 2. */
const STEP = 10;
/** Only the whole of a name in another language is worth more than a part of one's own. */
const FOREIGN = { whole: 4, part: 14 };
/** Fewer letters begin a word of nearly every definition. */
const LEAST_LETTERS = 3;

/**
 * All that can be found, by concept number. Slow once (a second for 20,000 concepts), so keep it.
 * @param {Named[]} concepts
 * @returns {Index}
 */
export function searchIndex(concepts) {
  const labels = concepts.flatMap((told, id) => [
    ...Object.entries(told.preferred ?? {}).map(([tag, text]) => entry(id, text, tag, "preferred")),
    ...entries(id, told.alternative, "alternative"),
    ...entries(id, told.hidden, "hidden"),
    ...(told.notation ? [entry(id, told.notation, "", "hidden")] : []),
  ]);
  const definitions = concepts.flatMap((told, id) => entries(id, told.definition, "definition"));
  return { labels, definitions };
}

/**
 * @param {number} id
 * @param {Object<string, string[]>|undefined} texts
 * @param {Kind} kind
 */
function entries(id, texts, kind) {
  return Object.entries(texts ?? {}).flatMap(([tag, many]) =>
    many.map((text) => entry(id, text, tag, kind)),
  );
}

/**
 * @param {number} id
 * @param {string} text
 * @param {string} language
 * @param {Kind} kind
 * @returns {Entry}
 */
function entry(id, text, language, kind) {
  const folded = fold(text);
  return { id, text, language, kind, folded, spaced: ` ${wordsIn(folded)}` };
}

/** @param {string} folded */
function wordsIn(folded) {
  return folded.replace(/[\s\p{P}]+/gu, " ").trim();
}

/**
 * The concepts that fit `words`, each once: by its best label; then by a definition; where there is
 * none at all, by a label that nearly fits.
 * @param {Index} index
 * @param {string} words
 * @param {string} language comes first among labels that fit as well
 * @param {number} [most]
 * @returns {{hits: Hit[], count: number}}
 */
export function search(index, words, language, most = 12) {
  const wanted = wantedIn(words);
  if (!wanted.whole) return { hits: [], count: 0 };
  const labels = bestOf(index.labels, (label) => fitOf(label, wanted), language);
  const told = bestOf(unlabelled(index, wanted, labels), (text) => toldOf(text, wanted), language);
  const near = labels.size || told.size ? [] : nearLabels(index, wanted);
  const all = [labels, told, bestOf(near, () => 0, language)];
  const hits = all.flatMap((found) => firstOf(found, most)).slice(0, most);
  return {
    hits: hits.map((one) => hitOf(one, wanted)),
    count: all.reduce((count, found) => count + found.size, 0),
  };
}

/**
 * @param {string} words
 * @returns {Wanted}
 */
function wantedIn(words) {
  const whole = fold(words);
  const spaced = wordsIn(whole);
  const parts = spaced.split(" ").filter(Boolean);
  return { whole, parts: parts.sort((a, b) => b.length - a.length), spaced: ` ${spaced}` };
}

/**
 * The best text of each concept that fits: how well, then language and kind, then the shorter.
 * @param {Iterable<Entry>} entries
 * @param {(entry: Entry) => number} fit 0 the best, -1 not at all
 * @param {string} language
 */
function bestOf(entries, fit, language) {
  /** @type {Found} */
  const best = new Map();
  const own = language.toLowerCase();
  for (const entry of entries) {
    const fits = fit(entry);
    const isOwn = ["", own].includes(entry.language.toLowerCase());
    if (fits === FIT.none || (fits === FIT.within && !isOwn)) continue;
    const foreign = fits === FIT.whole ? FOREIGN.whole : FOREIGN.part;
    const rank = fits * STEP + (isOwn ? 0 : foreign) + KINDS[entry.kind];
    const known = best.get(entry.id);
    if (!known || rank < known.rank || (rank === known.rank && isShorter(entry, known.entry)))
      best.set(entry.id, { entry, rank });
  }
  return best;
}

const KINDS = { preferred: 0, alternative: 1, hidden: 2, definition: 0 };

/**
 * @param {Entry} one
 * @param {Entry} other
 */
function isShorter(one, other) {
  return one.folded.length < other.folded.length;
}

/**
 * @param {Found} found
 * @param {number} most
 */
function firstOf(found, most) {
  return [...found.values()]
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        one.entry.folded.length - other.entry.folded.length ||
        one.entry.id - other.entry.id,
    )
    .slice(0, most)
    .map(({ entry }) => entry);
}

/**
 * 0 for the whole, then its beginning, a word's beginning, all words' beginnings, anywhere; -1 for
 * no match.
 * @param {Entry} entry
 * @param {Wanted} wanted
 */
function fitOf(entry, wanted) {
  if (!entry.folded.includes(wanted.parts[0] ?? wanted.whole)) return FIT.none;
  if (entry.folded === wanted.whole) return FIT.whole;
  if (entry.folded.startsWith(wanted.whole)) return FIT.beginning;
  const told = toldOf(entry, wanted);
  if (told >= 0) return FIT.word + told;
  return wanted.whole.length > 1 && entry.folded.includes(wanted.whole) ? FIT.within : FIT.none;
}

/**
 * The definitions worth a look: of concepts that no label has found.
 * @param {Index} index
 * @param {Wanted} wanted
 * @param {Found} labels
 */
function unlabelled({ definitions }, { parts }, labels) {
  if (!parts.length || parts[0].length < LEAST_LETTERS) return [];
  return definitions.filter(({ id, folded }) => folded.includes(parts[0]) && !labels.has(id));
}

/**
 * 0 where the words stand together, 1 where each begins some word, else -1.
 * @param {Entry} entry
 * @param {Wanted} wanted
 */
function toldOf(entry, { parts, spaced }) {
  if (!parts.length || !parts.every((part) => entry.spaced.includes(` ${part}`))) return -1;
  return entry.spaced.includes(spaced) ? 0 : 1;
}

/**
 * The labels that hold a word near each one that was typed.
 * @param {Index} index
 * @param {Wanted} wanted
 */
function nearLabels(index, { parts }) {
  const words = (index.words ??= byWord(index.labels));
  const near = parts.map((part) => {
    const known = [...words.keys()].filter((word) => isNearly(part, word));
    return new Set(known.flatMap((word) => [...(words.get(word) ?? [])]));
  });
  const [first = new Set(), ...others] = near;
  return [...first].filter((label) => others.every((labels) => labels.has(label)));
}

/**
 * @param {Entry[]} labels
 * @returns {Map<string, Set<Entry>>}
 */
function byWord(labels) {
  const words = new Map();
  for (const label of labels)
    for (const word of label.spaced.slice(1).split(" "))
      words.set(word, (words.get(word) ?? new Set()).add(label));
  return words;
}

/**
 * @param {Entry} entry
 * @param {Wanted} wanted
 * @returns {Hit}
 */
function hitOf({ id, text, language, kind }, { parts }) {
  if (kind !== "definition") return { id, text, language, kind };
  /** @param {string} word */
  const isMatch = (word) => parts.some((part) => ` ${wordsIn(fold(word))}`.includes(` ${part}`));
  return { id, text: snippet(text, isMatch), language, kind };
}
