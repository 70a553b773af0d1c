// From the address to what is seen, and from what the reader does to the address.

import { readAddress, writeAddress } from "./address.js";
import { bringIntoSight, fit, followPointer, followSize, show, whatIsDrawn, zoomBy } from "./canvas.js";
import { concepts, nameOf, settings } from "./data.js";
import { element } from "./elements.js";
import { fillForPrint, showList } from "./list.js";
import { coveredByPanel, showPanel } from "./panel.js";
import { openSearch, searchIn } from "./searchbox.js";
import { followTheme, nameTheme } from "./theme.js";
import { languageName, speak, word } from "./words.js";

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** More languages than this are a list to choose from. */
const MOST_LINKS = 6;

let state = readAddress(location.hash);
let wholeMap = true;
/** Whether the reader chose a concept by keys: then the panel, once it is there, has the focus. */
let focusPanel = false;

/** Everything that can be seen, from the state alone. */
function showState() {
  speak(state.language);
  const title = (byId("title").textContent = settings.titles[state.language]);
  document.title =
    state.concept === null ? title : `${nameOf(state.concept, state.language).text} – ${title}`;
  byId("title").lang = state.language;
  document.body.dataset.view = state.view;
  showCount();
  showChoices();
  nameTheme();
  searchIn(state.language);
  showPanel(state);
  showList(state);
  show(state.language, state.concept);
  showNotices();
  if (state.concept !== null && state.view === "map")
    bringIntoSight(state.concept, coveredByPanel());
  if (focusPanel) byId("panel").focus({ preventScroll: true });
  focusPanel = false;
}

function showCount() {
  const counts = { concepts: concepts.length, languages: settings.languages.length };
  byId("count").textContent = word(counts.languages === 1 ? "countOne" : "count", counts);
}

function showChoices() {
  const tags = settings.languages;
  const many = tags.length > MOST_LINKS;
  const choices = tags.length < 2 ? [] : many ? [languageSelect(tags)] : tags.map(languageLink);
  byId("languages").replaceChildren(...choices);
  for (const link of document.querySelectorAll("#views a")) {
    const view = /** @type {"map"|"list"} */ (link.getAttribute("data-view"));
    link.setAttribute("href", writeAddress(state, { view }));
    link.setAttribute("aria-current", String(view === state.view));
  }
}

/** @param {string} tag */
function languageLink(tag) {
  const href = writeAddress(state, { language: tag });
  const current = String(tag === state.language);
  const title = languageName(tag);
  return element("a", { href, title, hreflang: tag, "aria-current": current }, tag);
}

/** @param {string[]} tags */
function languageSelect(tags) {
  const options = tags.map((tag) => {
    const selected = tag === state.language ? "" : undefined;
    return element("option", { value: tag, selected }, languageName(tag));
  });
  const made = element("select", { "aria-label": word("language") }, ...options);
  made.addEventListener("change", () =>
    go({ language: /** @type {HTMLSelectElement} */ (made).value }),
  );
  return made;
}

function showNotices() {
  const notice = byId("more");
  const more = wholeMap ? "" : word("more");
  const text = settings.tooMany ? word("tooMany", { concepts: concepts.length }) : more;
  notice.textContent = text;
  notice.hidden = !text || state.view !== "map";
  if (state.unknown) byId("status").textContent = word("unknown", { name: state.unknown });
}

/** @param {Partial<import("./address.js").State>} change */
function go(change) {
  location.hash = writeAddress(state, change);
}

window.addEventListener("hashchange", () => {
  byId("status").textContent = "";
  state = readAddress(location.hash);
  showState();
});
window.addEventListener("beforeprint", () => fillForPrint(state));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.concept !== null) go({ concept: null });
});
followPointer((concept) => {
  // The address, since the state follows it a moment later than a fast second click.
  if (concept !== readAddress(location.hash).concept) go({ concept });
});
openSearch((concept) => {
  focusPanel = true;
  if (concept === state.concept) showState();
  else go({ concept });
});
followSize((whole) => {
  wholeMap = whole;
  showNotices();
});
followTheme(() => show(state.language, state.concept));
byId("zoom-in").addEventListener("click", () => zoomBy(1.3));
byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));
byId("fit").addEventListener("click", () => {
  wholeMap = fit();
  showNotices();
});

wholeMap = fit();
showState();

/** The page's one global: `conceptMap.drawn()` tells which names stand where. */
Object.assign(window, { conceptMap: { drawn: whatIsDrawn } });
