// The map in its box: a scene, how it is drawn, and what the pointer does to it.

import { openCamera, within } from "./camera.js";
import { childrenOf, concepts } from "../page/data.js";
import { drawDot } from "./dots.js";
import { drawCaptions, drawNames, markedNames } from "./lettering.js";
import { drawLines } from "./edges.js";
import { NO_FOCUS } from "./focus.js";
import { present } from "../page/grouping.js";
import { byImportance, placeNames } from "./names.js";
import { readPalette } from "./palette.js";
import { beginningView, boxOf, conceptAt, freeOf, moveInto, READABLE } from "./sight.js";
import { shrinkFor, UNCOVERED, wholeView } from "./sight.js";
import { word } from "../page/words.js";

/** @typedef {import("./names.js").Name} Name */
/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").Spot} Spot */
/** @typedef {import("./focus.js").Focus} Focus */
/** @typedef {import("./sight.js").Covered} Covered */
/**
 * `choose`: a name, or null beside all; `twist`: a branch; `whole`: whether all is in the window.
 * @typedef {{choose: (id: number|null) => void, twist: (id: number) => void,
 *   whole: (whole: boolean) => void}} MapActions
 */

/** Where a smaller part of the names has room, the map opens at its beginning. */
const MOST_NAMES = 0.9;

/** @type {Scene} */
const NOTHING = {
  spots: new Map(),
  elbows: [],
  curves: [],
  captions: [],
  beginning: [],
  width: 1,
  height: 1,
};

/**
 * The map in its box, empty until it is shown something.
 * @param {HTMLElement} box
 * @param {MapActions} actions
 */
export function openMap(box, actions) {
  /** @type {Scene} */
  let scene = NOTHING;
  /** @type {Spot[]} */
  let spots = [];
  /** @type {import("./lettering.js").Look} */
  let look = { language: "", palette: readPalette(), focus: NO_FOCUS };
  /** @type {Name[]} */
  let drawn = [];
  /**
   * The concept whose dot is under the pointer, and would open or close its branch.
   * @type {number|null}
   */
  let twist = null;
  /** What of the window is not free for the scene. */
  let covered = () => UNCOVERED;

  const camera = openCamera(box, {
    under: (context) => drawLines(context, scene, look.palette, look.focus, camera.view().scale),
    dot: (context, id) => {
      const spot = scene.spots.get(id);
      if (spot) drawDot(context, spot, look.palette, look.focus, twist);
    },
    over: drawOver,
    click: ({ x, y }) => {
      const hit = conceptUnder({ clientX: x, clientY: y });
      if (hit && twists(hit)) actions.twist(hit.id);
      else actions.choose(hit?.id ?? null);
    },
    resized: fit,
    moved: () => actions.whole(true),
  });
  box.addEventListener("pointermove", (event) => point(conceptUnder(event)));
  box.addEventListener("pointerleave", () => point(null));

  /**
   * Names, in the pixels of the screen.
   * @param {CanvasRenderingContext2D} context
   */
  function drawOver(context) {
    const view = camera.view();
    const ratio = context.canvas.width / view.width;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawn = placeNames(spots, view, look.language, look.focus.path ?? look.focus.near);
    drawCaptions(context, scene, view, look.palette);
    drawNames(context, drawn, markedNames(scene, view, look), look);
    context.restore();
  }

  /** Shows the whole scene, or, where that cannot be read, its beginning. */
  function fit() {
    const whole = wholeView(scene, camera.view(), covered());
    const names = () => placeNames(spots, whole, look.language).length;
    const readable = whole.scale >= READABLE && names() >= MOST_NAMES * spots.length;
    camera.jump(readable ? whole : beginningView(scene, camera.view(), covered(), look.language));
    actions.whole(readable);
  }

  /** Shows it whole again when something else covers it, unless the reader has moved it. */
  function refit() {
    if (!camera.isMoved()) fit();
  }

  /**
   * Another scene, which is shown whole, or, `kept`, from where the reader is.
   * @param {Scene} next @param {boolean} kept
   * @param {() => Covered} [coveredNow] what stands before it
   */
  function setScene(next, kept, coveredNow = () => UNCOVERED) {
    scene = next;
    covered = coveredNow;
    spots = byImportance(next);
    camera.setSpots(spots);
    if (!kept) fit();
  }

  /**
   * Another language, selection or colour; nothing changes its place.
   * @param {string} language @param {Focus} focus
   */
  function show(language, focus) {
    look = { language, palette: readPalette(), focus };
    camera.redraw();
  }

  /** @param {Partial<Focus>} change */
  function refocus(change) {
    look = { ...look, focus: { ...look.focus, ...change } };
    camera.redraw();
  }

  /**
   * Moves the map just as far as needed for some concepts to stand beside what covers the window.
   * @param {number[][]} wanted sets of concepts: the first that fits is shown, else the last
   * @param {Covered} before
   */
  function bringIntoSight(wanted, before) {
    const view = camera.view();
    const free = freeOf(view, before);
    const boxes = present(wanted.map((ids) => boxOf(scene, ids, view, look.language)));
    const found = boxes.find((one) => shrinkFor(one, free) === 1) ?? boxes.pop();
    const to = found && moveInto(found, free, view);
    if (to) camera.glideTo(to);
  }

  /**
   * Makes the map as much smaller as needed for some concepts to be seen together.
   * @param {number[]} ids @param {Covered} before
   */
  function bringTogether(ids, before) {
    const view = camera.view();
    const free = freeOf(view, before);
    const now = boxOf(scene, ids, view, look.language);
    if (!now) return;
    const shrunk = { ...view, scale: within(view.scale * shrinkFor(now, free)) };
    const then = boxOf(scene, ids, shrunk, look.language);
    camera.glideTo((then && moveInto(then, free, shrunk)) ?? shrunk);
  }

  /** @param {{clientX: number, clientY: number}} pointer */
  function conceptUnder({ clientX, clientY }) {
    const bounds = box.getBoundingClientRect();
    return conceptAt(scene, drawn, camera.view(), clientX - bounds.left, clientY - bounds.top);
  }

  /**
   * Whether a click there opens or closes a branch: on the map, on the dot of one that has any.
   * @param {import("./sight.js").Hit} hit
   */
  function twists({ id, dot }) {
    return dot && !scene.captions.length && childrenOf(id).length > 0;
  }

  /** @param {import("./sight.js").Hit|null} hit */
  function point(hit) {
    const onDot = hit && twists(hit) ? hit.id : null;
    if ((hit?.id ?? null) === look.focus.visited && onDot === twist) return;
    twist = onDot;
    box.style.cursor = hit ? "pointer" : "";
    box.title = hit && concepts[hit.id].disputed ? word("disputed") : "";
    refocus({ visited: hit?.id ?? null });
  }

  /**
   * What the map shows, for tests and for whoever wants to build on the page: each name with its
   * box in the pixels of the window, and where the map stands.
   */
  function whatIsDrawn() {
    const bounds = box.getBoundingClientRect();
    const names = drawn.map(({ spot, lines, size, left, top, right, bottom }) => ({
      key: concepts[spot.id].key,
      at: [spot.x, spot.y],
      lines,
      size,
      box: [left + bounds.left, top + bounds.top, right + bounds.left, bottom + bounds.top],
    }));
    return { view: camera.view(), names };
  }

  const { zoomBy } = camera;
  const now = { scene: () => scene, look: () => look, whatIsDrawn };
  return { ...now, fit, refit, setScene, show, refocus, zoomBy, bringIntoSight, bringTogether };
}
