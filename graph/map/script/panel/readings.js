// What the sources of a concept say of it, and which they are.

import { sources } from "../page/data.js";
import { element, inLanguage, section, webLink } from "../page/elements.js";
import { grouped } from "../page/grouping.js";
import { nearestTag } from "../page/language.js";
import { sourceMark } from "./sourcenames.js";
import { word } from "../page/words.js";

/** @typedef {import("../page/address.js").State} State */
/** @typedef {import("../page/data.js").Told} Told */
/** @typedef {import("../page/data.js").Sourced} Sourced */

/**
 * What each source says of the concept, those that say the same together.
 * @param {Told} told @param {State} state @param {boolean} disputed
 */
export function readings(told, state, disputed) {
  const bySource = grouped(told.readings ?? [], sourceOf);
  const chosen = [...bySource.values()].flatMap((said) => inReading(said, state.language));
  const items = [...grouped(chosen, ([text]) => text).values()].map((same) => {
    const [[text, language]] = same;
    const marks = same.flatMap((one) => [sourceMark(one, true), " "]);
    return element("li", {}, ...marks, inLanguage("span", text, language));
  });
  if (!items.length) return null;
  const kind = disputed ? "disputed" : "readings";
  return section(word(kind), [element("ul", {}, ...items)], `readings ${kind}`);
}

/**
 * @param {Sourced[]} said by one source, in several languages
 * @param {string} language
 */
function inReading(said, language) {
  const byLanguage = grouped(said, ([, tag]) => tag);
  const tag = nearestTag(Object.fromEntries(byLanguage), language) ?? said[0][1];
  return byLanguage.get(tag) ?? [];
}

/**
 * What tells a source from others.
 * @param {Sourced} printed
 */
function sourceOf([, , number, iri]) {
  return `${number} ${iri}`;
}

/**
 * The sources that print a label of the concept, in full.
 * @param {Told} told
 */
export function sourceList(told) {
  const cited = grouped([...(told.printed ?? []), ...(told.readings ?? [])], sourceOf);
  if (!cited.size) return null;
  const items = [...cited.values()].map(([one]) => {
    const source = sources[one[2]];
    if (!source) return element("li", {}, webLink(one[3]));
    const from = source.publisher ? `${source.publisher}, ` : null;
    const title = inLanguage("span", source.title || source.iri, source.language);
    return element("li", {}, from, title);
  });
  return section(word("sources"), [element("ul", { class: "sources" }, ...items)]);
}
