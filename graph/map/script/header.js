// The head of the page: what it is, and which of its views and languages is shown.

import { VIEWS, writeAddress } from "./address.js";
import { concepts, nameOf, settings } from "./data.js";
import { element, refill } from "./elements.js";
import { isFiltering } from "./filters.js";
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
  if (tags.length > MOST_LINKS) return [languageSelect(state, go)];
  return tags.map((tag) => {
    const current = tag === state.language ? "true" : undefined;
    const href = writeAddress(state, { language: tag });
    const said = { id: `in-${tag}`, href, title: languageName(tag), hreflang: tag };
    return element("a", { ...said, "aria-current": current }, tag);
  });
}

/** @param {State} state @param {(change: Partial<State>) => void} go */
function languageSelect(state, go) {
  const options = settings.languages.map((tag) => {
    const selected = tag === state.language ? "" : undefined;
    return element("option", { value: tag, selected }, languageName(tag));
  });
  const said = { id: "choose-language", "aria-label": word("language") };
  const made = element("select", said, ...options);
  made.addEventListener("change", () =>
    go({ language: /** @type {HTMLSelectElement} */ (made).value }),
  );
  return made;
}
