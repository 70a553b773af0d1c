// What the filters ask for, in a few words.

import { collections, nameOf } from "./data.js";
import { nearestTag } from "./language.js";
import { sourceName } from "./sourcenames.js";
import { languageName, word } from "./words.js";

/**
 * One text a filter that is set.
 * @param {import("./address.js").State} state
 * @returns {string[]}
 */
export function filterWords({ filters, language }) {
  const { tops, source, without, group, relation, missing, disputed } = filters;
  const words = tops.map((id) => nameOf(id, language).text);
  if (source !== null)
    words.push(word(without ? "notIn" : "inSource", { source: sourceName(source) }));
  if (group !== null) words.push(collectionName(group, language));
  if (relation !== null) words.push(word(relation === "broader" ? "hierarchy" : "related"));
  if (missing !== null) words.push(word("missingIn", { language: languageName(missing) }));
  if (disputed) words.push(word("disputed"));
  return words;
}

/** @param {number} number @param {string} language */
export function collectionName(number, language) {
  const { labels, iri } = collections[number];
  const tag = nearestTag(labels, language);
  return tag === undefined ? iri : labels[tag];
}
