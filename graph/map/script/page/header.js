// The head of the page: what it is, and which of its views and languages is shown.

import { VIEWS, writeAddress } from "./address.js";
import { select } from "./choices.js";
import { concepts, nameOf, settings } from "./data.js";
import { element, refill } from "./elements.js";
import { isFiltering } from "../search/filters.js";
import { languageName, word } from "./words.js";

/** @typedef {import("./address.js").State} State */

/** More languages than this are a list to choose from. */
const MOST_LINKS = 6;

const mainTitle = /** @type {HTMLElement} */ (document.getElementById("title"));
const count = /** @type {HTMLElement} */ (document.getElementById("count"));
const views = /** @type {HTMLElement} */ (document.getElementById("views"));
const languages = /** @type {HTMLElement} */ (document.getElementById("languages"));

/** @param {State} state @param {(change: Partial<State>) => void} go */
export function showHeader(state, go) {
  const heading = settings.titles[state.language];
  const name = state.concept === null ? "" : `${nameOf(state.concept, state.language).text} – `;
  mainTitle.textContent = heading;
  mainTitle.lang = state.language;
  document.title = name + heading;
  const counts = { concepts: concepts.length, languages: settings.languages.length };
  // What the filters leave is said in its place.
  count.hidden = isFiltering(state.filters);
  count.textContent = word(counts.languages === 1 ? "countOne" : "count", counts);
  refill(views, ...VIEWS.map((view) => viewLink(view, state)));
  refill(languages, ...languageLinks(state, go));
}

/** @param {import("./address.js").View} view @param {State} state */
function viewLink(view, state) {
  const current = view === state.view ? "page" : undefined;
  const href = writeAddress(state, { view });
  return element("a", { id: `view-${view}`, href, "aria-current": current }, word(view));
}

/** @param {State} state @param {(change: Partial<State>) => void} go */
function languageLinks(state, go) {
  const tags = settings.languages;
  if (tags.length < 2) return [];
  const links =
    tags.length > MOST_LINKS
      ? [languageSelect(state, go)]
      : tags.map((tag) => languageLink(tag, state));
  return [...links, besideSelect(state, go)];
}

/** @param {string} tag @param {State} state */
function languageLink(tag, state) {
  const current = tag === state.language ? "true" : undefined;
  const href = writeAddress(state, { language: tag });
  const said = { id: `in-${tag}`, href, title: languageName(tag), hreflang: tag };
  return element("a", { ...said, "aria-current": current }, tag);
}

/** @param {State} state @param {(change: Partial<State>) => void} go */
function languageSelect({ language }, go) {
  const said = { id: "choose-language", "aria-label": word("language") };
  const choices = settings.languages.map((tag) => ({ value: tag, text: languageName(tag) }));
  const made = select(said, choices, language);
  made.addEventListener("change", () => go({ language: made.value }));
  return made;
}

/**
 * The second language, to read beside the first.
 * @param {State} state @param {(change: Partial<State>) => void} go
 */
function besideSelect({ language, beside }, go) {
  const said = { id: "choose-beside", "aria-label": word("beside"), title: word("beside") };
  const others = settings.languages.filter((tag) => tag !== language);
  const choices = others.map((tag) => ({ value: tag, text: `+ ${tag.toUpperCase()}` }));
  const made = select(said, [{ value: "", text: "+" }, ...choices], beside ?? "");
  made.addEventListener("change", () => go({ beside: made.value || null }));
  return made;
}
