// The map as the reader moves it: vis-network pans, zooms and takes touches; what it shows is ours.

import { concepts, narrower, neighbours, settings } from "./data.js";
import { drawDot, drawNames } from "./drawing.js";
import { drawLines } from "./edges.js";
import { nameAt, placeNames } from "./names.js";
import { readPalette } from "./palette.js";

/** @typedef {import("./names.js").View} View */
/** @typedef {import("./names.js").Name} Name */

const MARGIN = 22;
/** Under this scale, or where fewer of the names have room, the map opens at its beginning. */
const READABLE = 0.8;
const MOST_NAMES = 0.9;
const LARGEST_FIT = 1.5;
const ZOOM = { least: 0.1, most: 4 };

// Gives the map its place in the window, before vis-network measures it.
document.documentElement.classList.add("with-script");

const mapBox = /** @type {HTMLElement} */ (document.getElementById("map"));
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

let language = settings.languages[0];
let palette = readPalette();
/** @type {import("./edges.js").Focus} */
let focus = { concept: null, hovered: null, near: new Set() };
/** @type {Name[]} */
let drawn = [];
let moved = false;

// @ts-ignore: the script that PyVis ships has no types
const network = new vis.Network(
  mapBox,
  { nodes: concepts.map(({ id, x, y }) => ({ id, x, y })), edges: [] },
  {
    physics: { enabled: false },
    layout: { improvedLayout: false },
    nodes: { shape: "custom", ctxRenderer: dotRenderer, chosen: false, fixed: true },
    interaction: { dragNodes: false, selectable: false, hover: false, zoomSpeed: 0.6 },
  },
);

/** @param {{ctx: CanvasRenderingContext2D, id: number}} asked */
function dotRenderer({ ctx, id }) {
  const drawNode = () => drawDot(ctx, id, palette, focus);
  return { drawNode, nodeDimensions: { width: 12, height: 12 } };
}

network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ context) =>
  drawLines(context, palette, focus),
);
network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
  drawn = drawNames(context, currentView(), language, palette, focus);
});
network.on("zoom", () => {
  moved = true;
  const scale = network.getScale();
  const allowed = Math.min(Math.max(scale, ZOOM.least), ZOOM.most);
  if (allowed !== scale) network.moveTo({ scale: allowed });
});
network.on("dragStart", () => {
  moved = true;
});
/** Fits the map to a window of another size, unless the reader has moved it; `seen` hears whether
 * all is shown. @param {(whole: boolean) => void} seen */
export function followSize(seen) {
  // After the engine, which puts back its own idea of the view when it has told of the new size.
  network.on("resize", () =>
    requestAnimationFrame(() => {
      if (!moved) seen(fit());
    }),
  );
}

/** @returns {View} */
export function currentView() {
  const { x, y } = network.getViewPosition();
  const [width, height] = [mapBox.clientWidth, mapBox.clientHeight];
  return { scale: network.getScale(), x, y, width, height };
}

/** All of the map, or, where that cannot be read, its beginning. Returns whether all is shown. */
export function fit() {
  const wide = (mapBox.clientWidth - 2 * MARGIN) / settings.width;
  const high = (mapBox.clientHeight - 2 * MARGIN) / settings.height;
  const whole = Math.min(wide, high, LARGEST_FIT);
  const readable = whole >= READABLE && namesAt(whole) >= MOST_NAMES * concepts.length;
  const { x, y, scale } = viewAt(readable ? whole : 1);
  network.moveTo({ position: { x, y }, scale });
  moved = false;
  return readable;
}

/** The map in the middle of the window, or from its beginning on where it is larger.
 * @param {number} scale @returns {View} */
function viewAt(scale) {
  const [width, height] = [mapBox.clientWidth, mapBox.clientHeight];
  /** @param {number} room @param {number} size */
  const middle = (room, size) =>
    size * scale + 2 * MARGIN <= room + 1 ? size / 2 : (room / 2 - MARGIN) / scale;
  return {
    scale,
    x: middle(width, settings.width),
    y: middle(height, settings.height),
    width,
    height,
  };
}

/** How many names have room at a scale. @param {number} scale */
function namesAt(scale) {
  return placeNames(viewAt(scale), language).length;
}

/** @param {number} factor */
export function zoomBy(factor) {
  moved = true;
  const scale = Math.min(Math.max(network.getScale() * factor, ZOOM.least), ZOOM.most);
  network.moveTo({ scale, animation: glide() });
}

function glide() {
  return reducedMotion.matches ? false : { duration: 260, easingFunction: "easeInOutQuad" };
}

/** Shows another language or selection; nothing changes its place.
 * @param {string} shownIn @param {number|null} selected */
export function show(shownIn, selected) {
  language = shownIn;
  palette = readPalette();
  const near = selected === null ? new Set() : neighbours(selected).add(selected);
  focus = { concept: selected, hovered: focus.hovered, near };
  network.redraw();
}

/**
 * Moves the map just as far as needed for a concept, with its narrower ones where they fit, to
 * stand beside what covers the window.
 * @param {number} id @param {{right: number, bottom: number}} covered pixels, from each edge
 */
export function bringIntoSight(id, covered) {
  const view = currentView();
  const edge = 28;
  const right = view.width - covered.right - edge;
  const bottom = view.height - covered.bottom - edge;
  const branch = boxOf([id, ...narrower(id)]);
  const [wide, high] = [branch.right - branch.left, branch.bottom - branch.top];
  const box = wide < right - edge && high < bottom - edge ? branch : boxOf([id]);
  const by = {
    x: push(box.left, box.right, edge, right),
    y: push(box.top, box.bottom, edge, bottom),
  };
  if (by.x === 0 && by.y === 0) return;
  const position = { x: view.x - by.x / view.scale, y: view.y - by.y / view.scale };
  network.moveTo({ position, animation: glide() });
}

/** What the names of some concepts take of the window, with a little air. @param {number[]} ids */
function boxOf(ids) {
  const names = ids.map((id) => nameAt(currentView(), concepts[id], language));
  return {
    left: Math.min(...names.map((name) => name.left)) - 14,
    right: Math.max(...names.map((name) => name.right)) + 14,
    top: Math.min(...names.map((name) => name.top)) - 8,
    bottom: Math.max(...names.map((name) => name.bottom)) + 8,
  };
}

/** How far a span must go to lie between two bounds; its beginning wins.
 * @param {number} from @param {number} to @param {number} least @param {number} most */
function push(from, to, least, most) {
  const back = Math.min(0, most - to);
  return from + back < least ? least - from : back;
}

/** @param {number} x @param {number} y in pixels of the window @returns {number|null} */
function conceptAt(x, y) {
  const bounds = mapBox.getBoundingClientRect();
  const [left, top] = [x - bounds.left, y - bounds.top];
  const dot = 14 * network.getScale();
  const hit = drawn.find(
    (name) =>
      left >= name.left - (name.concept.side > 0 ? dot : 3) &&
      left <= name.right + (name.concept.side < 0 ? dot : 3) &&
      top >= name.top - 2 &&
      top <= name.bottom + (name.concept.side === 0 ? 1.4 * dot : 2),
  );
  return hit ? hit.concept.id : null;
}

/** @param {(id: number|null) => void} choose */
export function followPointer(choose) {
  network.on("click", (/** @type {{event: {center: {x: number, y: number}}}} */ { event }) =>
    choose(conceptAt(event.center.x, event.center.y)),
  );
  mapBox.addEventListener("pointermove", (event) => hover(conceptAt(event.clientX, event.clientY)));
  mapBox.addEventListener("pointerleave", () => hover(null));
}

/** @param {number|null} id */
function hover(id) {
  if (id === focus.hovered) return;
  focus = { ...focus, hovered: id };
  mapBox.style.cursor = id === null ? "" : "pointer";
  network.redraw();
}

/**
 * What the map shows, for tests and for whoever wants to build on the page: each name with its box
 * in the pixels of the window, and where the map stands.
 */
export function whatIsDrawn() {
  const bounds = mapBox.getBoundingClientRect();
  return {
    view: currentView(),
    names: drawn.map(({ concept, lines, size, left, top, right, bottom }) => ({
      key: concept.key,
      at: [concept.x, concept.y],
      lines,
      size,
      box: [left + bounds.left, top + bounds.top, right + bounds.left, bottom + bounds.top],
    })),
  };
}
