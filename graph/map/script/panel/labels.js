// All names of a concept, language by language, and beside each the sources that print it.

import { settings } from "../page/data.js";
import { element, inLanguage, section } from "../page/elements.js";
import { saidIn } from "../page/language.js";
import { missingMark } from "../page/marks.js";
import { sourceMark } from "./sourcenames.js";
import { languageName, ownLanguage, word } from "../page/words.js";

/** @typedef {import("../page/address.js").State} State */
/** @typedef {import("../page/data.js").Told} Told */

/** @param {Told} told @param {State} state */
export function labelList(told, state) {
  const kinds = [told.preferred, told.alternative, told.hidden];
  const found = new Set(kinds.flatMap((by) => Object.keys(by ?? {})));
  const others = [...settings.languages, ...found].filter((tag) => tag !== state.language);
  const tags = [...new Set([state.language, ...others])].filter((tag) => found.has(tag));
  const lacking = settings.languages.filter((tag) => !found.has(tag));
  if (!tags.length) return null;
  const rows = tags.flatMap((tag) => rowOf(told, tag, state));
  const missing = lacking.length ? missingMark("missingIn", lacking, "p") : null;
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
