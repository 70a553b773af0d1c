// From the address to what is seen, and from what the reader does to the address.

import { showIndex } from "./lists/index.js";
import { focusRow, openOutline, showOutline } from "./lists/outline.js";
import { openMap } from "./map/canvas.js";
import { showDepth } from "./map/depth.js";
import { nearTo, NO_FOCUS } from "./map/focus.js";
import { neighbourhoodScene } from "./map/nearscene.js";
import { mapScene } from "./map/scene.js";
import { readAddress, writeAddress } from "./page/address.js";
import { isClosed, isShown, reveal, setAllBranches, setBranch } from "./page/branches.js";
import { covered, coveredByFilters } from "./page/covered.js";
import { childrenOf, concepts, details, edges, joined, topOf } from "./page/data.js";
import { showHeader } from "./page/header.js";
import { holdFocus } from "./page/landing.js";
import { isNowhere, showNotices } from "./page/notices.js";
import { openPaper } from "./page/paper.js";
import { openSave } from "./page/save.js";
import { followTheme, nameTheme } from "./page/theme.js";
import { speak } from "./page/words.js";
import { showPanel } from "./panel/panel.js";
import { pathBetween } from "./panel/path.js";
import { openDrawer, showDrawer } from "./search/drawer.js";
import { passing } from "./search/filters.js";
import { searchBox } from "./search/searchbox.js";

/** @typedef {import("./page/address.js").State} State */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

let state = readAddress(location.hash);
/**
 * What the filters leave of the concepts; null for all.
 * @type {Set<number>|null}
 */
let left = null;
let wholeMap = true;
/** What the canvas shows: rebuilt only when this changes. */
let shownScene = "";
/** Counts what opens and closes branches. */
let turns = 0;
/** Whether the panel, once it is there, has the focus: the reader chose by keys. */
let focusPanel = false;

const map = openMap(byId("map"), {
  // The address, since the state follows it a moment later than a fast second click.
  choose: (concept) => concept !== readAddress(location.hash).concept && go({ concept, to: null }),
  twist: (id) => turn(() => setBranch(id, isClosed(id))),
  whole: (whole) => {
    wholeMap = whole;
    showNotices(state, wholeMap);
  },
});

/** Everything that can be seen, from the state alone. */
function showState() {
  const { concept, to, language, view, depth, filters } = state;
  speak(language);
  document.body.dataset.view = view;
  left = passing(filters, { concepts, edges, told: details, topOf });
  const path = concept === null || to === null ? null : pathBetween(joined, concept, to);
  showHeader(state, go);
  nameTheme();
  headSearch.searchIn(language);
  if (concept !== null && reveal(concept)) turns += 1;
  if (to !== null && reveal(to)) turns += 1;
  showDrawer(state, left);
  showOutline(state, fading());
  showIndex(state, left);
  showPanel(state, path, go);
  showDepth(state);
  byId("map").hidden = isNowhere(state);
  const ids = path && concept !== null ? [concept, ...path.map((step) => step.to)] : null;
  map.show(language, focusOf(ids));
  showScene(depth);
  if (view === "map" && ids) map.bringTogether(ids, covered());
  else if (view === "map" && concept !== null) map.bringIntoSight(wanted(concept), covered());
  showNotices(state, wholeMap);
  if (focusPanel) byId("panel").focus({ preventScroll: true });
  focusPanel = false;
}

/** What the filters leave, so that the rest fades; where nothing is left, nothing fades. */
function fading() {
  return left?.size ? left : null;
}

/**
 * What stands out on the map, or in the neighbourhood, where all is near its concept.
 * @param {number[]|null} ids of the path
 * @returns {import("./map/focus.js").Focus}
 */
function focusOf(ids) {
  const { concept, to, view, filters } = state;
  const filtered = { ...NO_FOCUS, left: fading(), relation: filters.relation };
  if (ids) return { ...filtered, concept, other: to, path: new Set(ids) };
  const selected = view === "neighbourhood" ? null : concept;
  return { ...filtered, concept: selected, near: nearTo(selected) };
}

/**
 * The map, or the neighbourhood, if it isn't there yet.
 * @param {number} depth
 */
function showScene(depth) {
  const { concept, view } = state;
  if (view === "outline" || view === "index") return;
  const near = view === "neighbourhood";
  const scene = near ? `near ${concept} ${depth}` : `map ${turns}`;
  if (scene === shownScene) return;
  const kept = !near && shownScene.startsWith("map");
  shownScene = scene;
  if (!near) map.setScene(mapScene(isShown, isClosed), kept, coveredByFilters);
  else if (concept !== null) map.setScene(neighbourhoodScene(concept, depth), false, covered);
}

/**
 * What to bring into the window, the most there may be room for first.
 * @param {number} concept
 */
function wanted(concept) {
  return [[...nearTo(concept)], [concept, ...childrenOf(concept)], [concept]];
}

/** @param {Partial<State>} change */
function go(change) {
  // From the address, which a fast reader has changed before the page shows it.
  location.hash = writeAddress(readAddress(location.hash), change);
}

/** What a picture is made of: where only lists were looked at so far, the map. */
function drawnNow() {
  if (!shownScene) {
    shownScene = `map ${turns}`;
    map.setScene(mapScene(isShown, isClosed), false);
  }
  return { scene: map.scene(), look: map.look() };
}

/**
 * Opens or closes branches, which the address doesn't tell.
 * @param {() => void} change
 */
function turn(change) {
  change();
  turns += 1;
  showOutline(state, fading());
  showScene(state.depth);
}

/**
 * By keys, so that the panel has the focus.
 * @param {number} concept
 */
function choose(concept) {
  focusPanel = true;
  if (concept === state.concept && state.to === null) showState();
  else go({ concept, to: null });
}

/**
 * Whoever read the panel by keys goes on where its concept stands.
 * @param {number} concept
 */
function leavePanel(concept) {
  if (state.view === "index") (byId(`entry-${concept}`) ?? byId("words")).focus();
  else focusRow(concept);
}

const headSearch = searchBox(/** @type {HTMLInputElement} */ (byId("words")), byId("hits"), choose);

window.addEventListener("hashchange", () => {
  byId("status").textContent = "";
  const before = state;
  const inPanel = byId("panel").contains(document.activeElement);
  const byKeys = inPanel || document.activeElement?.matches("#index a:focus-visible");
  const landFocus = holdFocus();
  state = readAddress(location.hash);
  if (byKeys && state.concept !== null && state.concept !== before.concept) focusPanel = true;
  showState();
  landFocus();
  if (inPanel && state.concept === null && before.concept !== null) leavePanel(before.concept);
});
document.addEventListener("keydown", (event) => {
  const typing = /** @type {Element} */ (event.target).closest("input, textarea, select");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && state.concept !== null)
    go(readAddress(location.hash).to === null ? { concept: null } : { to: null });
  if (event.key !== "/" || typing) return;
  event.preventDefault();
  byId("words").focus();
  /** @type {HTMLInputElement} */ (byId("words")).select();
});

openOutline({
  choose,
  visit: (visited) => {
    map.refocus({ visited });
    if (visited !== null && state.view === "map") map.bringIntoSight([[visited]], covered());
  },
  setOpen: (id, open) => turn(() => setBranch(id, open)),
});
openDrawer(
  () => state,
  go,
  () => {
    showDrawer(state, left);
    map.refit();
  },
);
openSave(
  () => state,
  drawnNow,
  () => left,
);
openPaper(() => state, drawnNow);
followTheme(() => map.show(state.language, map.look().focus));
byId("open-all").addEventListener("click", () => turn(() => setAllBranches(true)));
byId("close-all").addEventListener("click", () => turn(() => setAllBranches(false)));
byId("zoom-in").addEventListener("click", () => map.zoomBy(1.3));
byId("zoom-out").addEventListener("click", () => map.zoomBy(1 / 1.3));
byId("fit").addEventListener("click", () => map.fit());

showState();

/** The page's one global: `conceptMap.drawn()` tells which names stand where. */
Object.assign(window, { conceptMap: { drawn: map.whatIsDrawn } });
