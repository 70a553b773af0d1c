// From the address to what is seen, and from what the reader does to the address.

import { readAddress, writeAddress } from "./address.js";
import { bringIntoSight, fit, followPointer, show, whatIsDrawn, zoomBy } from "./canvas.js";
import { concepts, settings } from "./data.js";
import { element } from "./elements.js";
import { showList } from "./list.js";
import { coveredByPanel, showPanel } from "./panel.js";
import { openSearch, searchIn } from "./searchbox.js";
import { followTheme, nameTheme } from "./theme.js";
import { languageName, speak, word } from "./words.js";

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

let state = readAddress(location.hash);
let wholeMap = true;

/** Everything that can be seen, from the state alone. */
function showState() {
  speak(state.language);
  document.title = byId("title").textContent = settings.titles[state.language];
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
  if (state.concept !== null && state.view === "map") bringIntoSight(state.concept, coveredByPanel());
}

function showCount() {
  const languages = settings.languages.length;
  byId("count").textContent = word(languages === 1 ? "countOne" : "count", { concepts: concepts.length, languages });
}

function showChoices() {
  const tags = settings.languages.filter((tag) => tag);
  byId("languages").replaceChildren(...(tags.length > 1 ? [tags.length > 6 ? select(tags) : null, ...(tags.length > 6 ? [] : tags.map(languageLink))] : []).filter((part) => part !== null));
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
  return element("a", { href, title: languageName(tag), hreflang: tag, "aria-current": current }, tag);
}

/** @param {string[]} tags */
function select(tags) {
  const options = tags.map((tag) =>
    element("option", { value: tag, selected: tag === state.language ? "" : undefined }, languageName(tag)),
  );
  const made = element("select", { "aria-label": word("language") }, ...options);
  made.addEventListener("change", () =>
    go({ language: /** @type {HTMLSelectElement} */ (made).value }),
  );
  return made;
}

function showNotices() {
  const notice = byId("more");
  const text = settings.tooMany ? word("tooMany", { concepts: concepts.length }) : wholeMap ? "" : word("more");
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
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.concept !== null) go({ concept: null });
});
followPointer((concept) => {
  if (concept !== state.concept) go({ concept });
});
openSearch((concept) => {
  go({ concept });
  byId("panel").focus({ preventScroll: true });
});
followTheme(() => show(state.language, state.concept));
byId("zoom-in").addEventListener("click", () => zoomBy(1.3));
byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));
byId("fit").addEventListener("click", () => fit());

wholeMap = fit();
showState();

/** The page's one global: `conceptMap.drawn()` tells which names stand where. */
Object.assign(window, { conceptMap: { drawn: whatIsDrawn } });
