// What sources and their groups are called: short beside a label, longer where one is chosen.

import { collections, sources } from "../page/data.js";
import { element } from "../page/elements.js";
import { nearestTag } from "../page/language.js";
import { languageName } from "../page/words.js";

/** @typedef {import("../page/data.js").Source} Source */

/**
 * Its publisher and language where no other source has both, else its title.
 * @param {number} number
 */
export function sourceName(number) {
  const source = sources[number];
  const about = publisherOf(source);
  const alone = sources.filter((other) => publisherOf(other) === about).length === 1;
  return about && alone ? about : source.title || source.id || source.iri;
}

/** @param {Source} source */
function publisherOf({ publisher, language }) {
  if (!publisher) return "";
  return language ? `${publisher} (${languageName(language)})` : publisher;
}

/**
 * Beside what a source prints or says; its title appears under the pointer.
 * @param {import("../page/data.js").Sourced} printed
 * @param {boolean} [withLanguage] where its language isn't that of the label beside it
 */
export function sourceMark([, , number, iri], withLanguage = false) {
  const source = sources[number];
  if (!source) return element("cite", { class: "mark" }, iri);
  const title = [source.publisher, source.title].filter(Boolean).join(", ");
  const short = source.publisher || source.id || source.iri;
  return element("cite", { class: "mark", title }, withLanguage ? sourceName(number) : short);
}

/**
 * What a group of a source is called, and in which language; its IRI where it has no name.
 * @param {number} number @param {string} language
 */
export function collectionName(number, language) {
  const { labels, iri } = collections[number];
  const tag = nearestTag(labels, language);
  return tag === undefined ? { text: iri, language: "" } : { text: labels[tag], language: tag };
}
