// All names of a concept, language by language, and beside each the sources that print it.

import { settings, sources } from "./data.js";
import { element, inLanguage, webLink } from "./elements.js";
import { grouped } from "./grouping.js";
import { nearestTag, saidIn } from "./language.js";
import { section } from "./links.js";
import { sourceMark } from "./sourcenames.js";
import { languageName, ownLanguage, word } from "./words.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./data.js").Told} Told */
/** @typedef {import("./data.js").Sourced} Sourced */

/** @param {Told} told @param {State} state */
export function labelList(told, state) {
  const kinds = [told.preferred, told.alternative, told.hidden];
  const found = new Set(kinds.flatMap((by) => Object.keys(by ?? {})));
  const others = [...settings.languages, ...found].filter((tag) => tag !== state.language);
  const tags = [...new Set([state.language, ...others])].filter((tag) => found.has(tag));
  const lacking = settings.languages.filter((tag) => !found.has(tag));
  if (!tags.length) return null;
  const rows = tags.flatMap((tag) => rowOf(told, tag, state));
  const missing = lacking.length
    ? element(
        "p",
        { class: "missing" },
        word("missingIn", { language: lacking.map(languageName).join(", ") }),
      )
    : null;
  return section(word("labels"), [element("dl", { class: "labels" }, ...rows), missing]);
}

/** @param {Told} told @param {string} tag @param {State} state */
function rowOf(told, tag, state) {
  const preferred = saidIn(told.preferred, tag);
  const current = tag === state.language || tag === state.beside ? "true" : undefined;
  const heading = tag ? element("abbr", { title: languageName(tag) }, tag) : "–";
  return [
    element("dt", { "aria-current": current }, heading),
    element(
      "dd",
      {},
      element(
        "ul",
        {},
        preferred === undefined
          ? null
          : element("li", {}, ...labelled("strong", preferred, tag, told)),
        ...(saidIn(told.alternative, tag) ?? []).map((text) =>
          element("li", {}, ...labelled("span", text, tag, told)),
        ),
      ),
      hiddenLabels(saidIn(told.hidden, tag), tag),
    ),
  ];
}

/**
 * A label and the sources that print it.
 * @param {string} name @param {string} text
 * @param {string} tag @param {Told} told
 */
function labelled(name, text, tag, told) {
  const by = (told.printed ?? []).filter(([form, language]) => form === text && language === tag);
  const marks = by.flatMap((printed) => [" ", sourceMark(printed)]);
  return [inLanguage(name, text, tag), ...marks];
}

/** @param {string[]|undefined} texts @param {string} tag */
function hiddenLabels(texts, tag) {
  if (!texts?.length) return null;
  return element(
    "p",
    { class: "hidden", lang: ownLanguage() },
    `${word("alsoFound")} `,
    inLanguage("span", texts.join(" · "), tag),
  );
}

/**
 * What each source says of the concept, those that say the same together.
 * @param {Told} told @param {State} state @param {boolean} disputed
 */
export function readings(told, state, disputed) {
  const bySource = grouped(told.readings ?? [], sourceOf);
  const chosen = [...bySource.values()].map((said) => inReading(said, state.language));
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
  const byLanguage = Object.fromEntries(said.map((one) => [one[1], one]));
  return byLanguage[nearestTag(byLanguage, language) ?? said[0][1]];
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
