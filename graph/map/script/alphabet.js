// The index: every name from A to Z in the reader's language, or two languages side by side.

import { writeAddress } from "./address.js";
import { concepts, details, nameOf, settings } from "./data.js";
import { bringToSight, element, inLanguage, refill } from "./elements.js";
import { grouped } from "./grouping.js";
import { nearestTag, saidIn } from "./language.js";
import { besideName } from "./outline.js";
import { hueOf } from "./palette.js";
import { fold } from "./fold.js";
import { languageName, word } from "./words.js";

/** @typedef {import("./address.js").State} State */
/**
 * @typedef {{id: number, text: string, language: string, see: boolean, place: string}} Entry
 *   see: an alternative label, which leads to the preferred one; place: the id of its link
 */

const listing = /** @type {HTMLElement} */ (document.getElementById("index"));

/** @param {State} state @param {Set<number>|null} left what the filters leave: only that is listed */
export function showIndex(state, left) {
  listing.hidden = state.view !== "index";
  if (listing.hidden) return listing.replaceChildren();
  const entries = entriesOf(state.language, state.beside === null).filter(
    ({ id }) => left === null || left.has(id),
  );
  const listed = state.beside === null ? letters(entries, state) : [sideBySide(entries, state)];
  refill(listing, ...listed);
  bringToSight(listing, listing.querySelector("[aria-current=true]"));
}

/**
 * The names of all concepts, sorted as the language sorts.
 * @param {string} language
 * @param {boolean} withAlternatives @returns {Entry[]}
 */
function entriesOf(language, withAlternatives) {
  const sorter = sorterOf(language);
  const preferred = concepts.map(({ id }) => {
    const name = nameOf(id, language);
    return { id, ...name, see: false, place: `entry-${id}` };
  });
  const others = !withAlternatives
    ? []
    : concepts.flatMap(({ id }) =>
        (saidIn(details[id].alternative, language) ?? [])
          .filter((text) => text !== nameOf(id, language).text)
          .map((text, at) => ({ id, text, language, see: true, place: `see-${id}-${at}` })),
      );
  return [...preferred, ...others].sort(
    (a, b) => sorter.compare(a.text, b.text) || a.id - b.id || Number(a.see) - Number(b.see),
  );
}

/**
 * A tag that is none sorts as the reader's own language does.
 * @param {string} tag
 */
function sorterOf(tag) {
  try {
    return new Intl.Collator(tag || undefined);
  } catch {
    return new Intl.Collator();
  }
}

/** @param {Entry[]} entries @param {State} state */
function letters(entries, state) {
  const byLetter = grouped(entries, ({ text }) => firstLetter(text));
  const keys = [...byLetter.keys()];
  const jumps = keys.map((letter) =>
    element("li", {}, element("button", { type: "button", "data-letter": letter }, letter)),
  );
  const sections = keys.map((letter) =>
    element(
      "section",
      { "data-letter-section": letter },
      element("h2", { tabindex: "-1" }, letter),
      element("ul", {}, ...(byLetter.get(letter) ?? []).map((entry) => row(entry, state))),
    ),
  );
  const nav = element(
    "nav",
    { class: "letters", "aria-label": word("letters") },
    element("ul", {}, ...jumps),
  );
  nav.addEventListener("click", ({ target }) => {
    const letter = /** @type {Element} */ (target)
      .closest("[data-letter]")
      ?.getAttribute("data-letter");
    const section = sections.find((one) => one.getAttribute("data-letter-section") === letter);
    section?.scrollIntoView();
    section?.querySelector("h2")?.focus({ preventScroll: true });
  });
  return [nav, ...sections];
}

/**
 * The letter that a name stands under; signs and figures stand together.
 * @param {string} text
 */
function firstLetter(text) {
  const [letter = "#"] = fold(text).toUpperCase();
  return /\p{L}/u.test(letter) ? letter : "#";
}

/** @param {Entry} entry @param {State} state */
function row(entry, state) {
  const main = conceptEntry(entry, state);
  if (!entry.see) return element("li", {}, main);
  const name = nameOf(entry.id, state.language);
  return element("li", { class: "see" }, main, " → ", inLanguage("span", name.text, name.language));
}

/** @param {Entry} entry @param {State} state */
function conceptEntry({ id, text, language, place }, state) {
  const href = writeAddress(state, { concept: id, to: null });
  const current = id === state.concept ? "true" : undefined;
  const link = {
    id: place,
    href,
    lang: language,
    dir: "auto",
    "aria-current": current,
    "data-hue": hueOf(id),
  };
  return element(
    "a",
    {
      ...link,
      "data-concept": String(id),
      "data-borrowed": language === state.language ? undefined : "",
    },
    text,
  );
}

/**
 * Each concept's name and definition in both languages; what one lacks is marked.
 * @param {Entry[]} entries @param {State} state
 */
function sideBySide(entries, state) {
  const beside = state.beside ?? settings.languages[0];
  const heads = [state.language, beside].map((tag) =>
    element("th", { scope: "col" }, languageName(tag)),
  );
  const rows = entries.map((entry) =>
    element(
      "tr",
      {},
      element(
        "td",
        {},
        entry.language === state.language
          ? conceptEntry(entry, state)
          : element(
              "span",
              {},
              conceptEntry(entry, state),
              " ",
              element(
                "span",
                { class: "missing" },
                word("missingIn", { language: languageName(state.language) }),
              ),
            ),
        definition(entry.id, state.language),
      ),
      element("td", {}, besideName(entry.id, beside), definition(entry.id, beside)),
    ),
  );
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...rows),
  );
}

/** @param {number} id @param {string} tag */
function definition(id, tag) {
  const texts = details[id].definition ?? {};
  const found = nearestTag(texts, tag);
  if (found === tag) return inLanguage("p", texts[tag][0], tag);
  return element("p", { class: "missing" }, word("undefinedIn", { language: languageName(tag) }));
}
