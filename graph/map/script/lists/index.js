// The index: every name from A to Z in the reader's language, or two languages side by side.

import { concepts, details, nameOf } from "../page/data.js";
import { bringToSight, element, inLanguage, refill } from "../page/elements.js";
import { conceptEntry } from "./entry.js";
import { fold } from "../search/fold.js";
import { grouped } from "../page/grouping.js";
import { saidIn } from "../page/language.js";
import { sideBySide } from "./sidebyside.js";
import { word } from "../page/words.js";

/** @typedef {import("../page/address.js").State} State */
/** @typedef {import("./entry.js").Entry} Entry */

const listing = /** @type {HTMLElement} */ (document.getElementById("index"));

/** @param {State} state @param {Set<number>|null} left what the filters leave: only that is listed */
export function showIndex(state, left) {
  listing.hidden = state.view !== "index";
  if (listing.hidden) return listing.replaceChildren();
  const entries = entriesOf(state.language, state.beside === null).filter(
    ({ id }) => left === null || left.has(id),
  );
  const listed =
    state.beside === null ? letters(entries, state) : [sideBySide(byLetter(entries), state)];
  refill(listing, letterNav(entries), ...listed);
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
  return [...byLetter(entries)].map(([letter, some]) =>
    element(
      "section",
      { "data-letter-section": letter },
      element("h2", { tabindex: "-1" }, letter),
      element("ul", {}, ...some.map((entry) => row(entry, state))),
    ),
  );
}

/**
 * Goes to the names of a letter.
 * @param {Entry[]} entries
 */
function letterNav(entries) {
  const jumps = [...byLetter(entries).keys()].map((letter) =>
    element("li", {}, element("button", { type: "button", "data-letter": letter }, letter)),
  );
  const said = { class: "letters", "aria-label": word("letters") };
  const nav = element("nav", said, element("ul", {}, ...jumps));
  nav.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("[data-letter]");
    const sections = [...listing.querySelectorAll("[data-letter-section]")];
    const letter = button?.getAttribute("data-letter");
    const section = sections.find((one) => one.getAttribute("data-letter-section") === letter);
    section?.scrollIntoView();
    /** @type {HTMLElement|null|undefined} */ (section?.querySelector("[tabindex]"))?.focus({
      preventScroll: true,
    });
  });
  return nav;
}

/** @param {Entry[]} entries */
function byLetter(entries) {
  return grouped(entries, ({ text }) => firstLetter(text));
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
