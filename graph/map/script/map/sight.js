// What is where in the window: under a pointer, around some concepts, within what is free.

import { present } from "../page/grouping.js";
import { nameAt, toScreen } from "./names.js";

/** @typedef {import("./names.js").Frame} Frame */
/** @typedef {import("./names.js").Name} Name */
/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box pixels */
/** @typedef {{id: number, dot: boolean}} Hit a concept's dot, or its name */
/**
 * How many pixels of the window something stands before, from each edge.
 * @typedef {{left: number, right: number, bottom: number}} Covered
 */

/** @type {Covered} */
export const UNCOVERED = { left: 0, right: 0, bottom: 0 };

/** Around all of a scene, around what is brought into sight, and around its names. */
const MARGIN = 22;
const EDGE = 28;
const AIR = { x: 14, y: 8 };
const LARGEST_FIT = 1.5;
/** The least scale at which the rows of the map can be read. */
export const READABLE = 0.75;

/**
 * The scene in the middle of what is free of the window, or from its beginning on where it is
 * larger; at the scale at which all of it fits, or at another.
 * @param {Scene} scene @param {Frame} view @param {Covered} covered @param {number} [wanted]
 * @returns {Frame}
 */
export function wholeView(scene, view, covered, wanted) {
  const wide = (view.width - covered.left - covered.right - 2 * MARGIN) / scene.width;
  const high = (view.height - covered.bottom - 2 * MARGIN) / scene.height;
  const scale = wanted ?? Math.max(Math.min(wide, high, LARGEST_FIT), 0.01);
  /** @param {number} length @param {number} room @param {number} before @param {number} after */
  const middle = (length, room, before, after) =>
    length * scale + 2 * MARGIN <= room - before - after + 1
      ? length / 2 + (after - before) / 2 / scale
      : (room / 2 - before - MARGIN) / scale;
  const x = middle(scene.width, view.width, covered.left, covered.right);
  const y = middle(scene.height, view.height, 0, covered.bottom);
  return { ...view, scale, x, y };
}

/**
 * Where a scene begins that is larger than the window: in a narrow one its first column in the
 * middle, as far as it can be read smaller.
 * @param {Scene} scene @param {Frame} view @param {Covered} covered @param {string} language
 * @returns {Frame}
 */
export function beginningView(scene, view, covered, language) {
  const first = wholeView(scene, view, covered, 1);
  const box = boxOf(scene, scene.beginning, first, language);
  const room = view.width - covered.left - covered.right;
  if (!box) return first;
  // A chain of many concepts goes far to the left of the one that it begins with.
  if (box.left >= room) return moveInto(box, freeOf(view, covered), first) ?? first;
  if (box.right - box.left <= room) return first;
  const scale = Math.max(READABLE, room / (box.right - box.left));
  const smaller = wholeView(scene, view, covered, scale);
  const then = boxOf(scene, scene.beginning, smaller, language) ?? box;
  const middle = covered.left + room / 2;
  return { ...smaller, x: smaller.x + ((then.left + then.right) / 2 - middle) / scale };
}

/**
 * What the names of some concepts take of the window; null where none of them is drawn.
 * @param {Scene} scene @param {number[]} ids @param {Frame} view @param {string} language
 * @returns {Box|null}
 */
export function boxOf(scene, ids, view, language) {
  const there = present(ids.map((id) => scene.spots.get(id)));
  if (!there.length) return null;
  const names = there.map((spot) => nameAt(view, spot, language));
  return {
    left: Math.min(...names.map((name) => name.left)) - AIR.x,
    right: Math.max(...names.map((name) => name.right)) + AIR.x,
    top: Math.min(...names.map((name) => name.top)) - AIR.y,
    bottom: Math.max(...names.map((name) => name.bottom)) + AIR.y,
  };
}

/** @param {Frame} view @param {Covered} covered @returns {Box} what is free of the window */
export function freeOf({ width, height }, { left, right, bottom }) {
  return {
    left: left + EDGE,
    right: width - right - EDGE,
    top: EDGE,
    bottom: height - bottom - EDGE,
  };
}

/**
 * The view in which a box lies in what is free; null where it does already.
 * @param {Box} box @param {Box} free @param {Frame} view
 * @returns {Frame|null}
 */
export function moveInto(box, free, view) {
  const x = push(box.left, box.right, free.left, free.right) / view.scale;
  const y = push(box.top, box.bottom, free.top, free.bottom) / view.scale;
  return x === 0 && y === 0 ? null : { ...view, x: view.x - x, y: view.y - y };
}

/**
 * How far a span must go to lie between two bounds; its beginning wins.
 * @param {number} from @param {number} to @param {number} least @param {number} most
 */
function push(from, to, least, most) {
  const back = Math.min(0, most - to);
  return from + back < least ? least - from : back;
}

/**
 * What a box must be multiplied by to fit where there is room; 1 where it fits.
 * @param {Box} box @param {Box} free
 */
export function shrinkFor(box, free) {
  const wide = (free.right - free.left) / (box.right - box.left);
  const high = (free.bottom - free.top) / (box.bottom - box.top);
  return Math.min(1, wide, high);
}

/**
 * What stands at a place, dots before names; a dot whose name has no room is there all the same.
 * @param {Scene} scene @param {Name[]} drawn @param {Frame} view @param {number} left
 * @param {number} top
 * @returns {Hit|null}
 */
export function conceptAt(scene, drawn, view, left, top) {
  const reach = Math.max(9, 7 * view.scale);
  for (const spot of scene.spots.values()) {
    const at = toScreen(view, spot);
    if (Math.hypot(at.x - left, at.y - top) <= reach) return { id: spot.id, dot: true };
  }
  const name = drawn.find(
    (one) =>
      left >= one.left - 4 && left <= one.right + 4 && top >= one.top - 2 && top <= one.bottom + 2,
  );
  return name ? { id: name.spot.id, dot: false } : null;
}
