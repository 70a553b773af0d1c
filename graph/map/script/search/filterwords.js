// What the filters ask for, in a few words.

import { nameOf } from "../page/data.js";
import { collectionName, sourceName } from "../panel/sourcenames.js";
import { languageName, word } from "../page/words.js";

/**
 * One text a filter that is set.
 * @param {import("../page/address.js").State} state
 * @returns {string[]}
 */
export function filterWords({ filters, language }) {
  const { tops, source, without, group, relation, missing, disputed } = filters;
  const words = tops.map((id) => nameOf(id, language).text);
  if (source !== null)
    words.push(word(without ? "notIn" : "inSource", { source: sourceName(source) }));
  if (group !== null) words.push(collectionName(group, language).text);
  if (relation !== null) words.push(word(relation === "broader" ? "hierarchy" : "related"));
  if (missing !== null) words.push(word("missingIn", { language: languageName(missing) }));
  if (disputed) words.push(word("disputed"));
  return words;
}
