// Where the names stand on the screen: constant in size, the important ones first, none on another.

import { concepts } from "./data.js";

/** @typedef {import("./data.js").Concept} Concept */
/** @typedef {{scale: number, x: number, y: number, width: number, height: number}} View
 *   what of the map is in the middle (x, y), how large, in how large a window */
/** @typedef {{concept: Concept, lines: string[], size: number, leading: number, left: number,
 *   top: number, right: number, bottom: number}} Name */

const SIZE = 12;
const TOP_SIZE = 15;
const LEADING = 13.5;
const TOP_LEADING = 18;
const GAP = 9;
const TOP_GAP = 12;
const CELL = 64;
const MOST = 400;
/** Names grow with the map up to this, then stay. */
const LARGEST = 1.35;

/** Level, then number of links, then the graph's order. */
const byImportance = [...concepts].sort(
  (a, b) => a.depth - b.depth || b.links - a.links || a.id - b.id,
);

/** How large letters are at a scale, never smaller than laid out. @param {number} scale */
export function letterScale(scale) {
  return Math.min(Math.max(scale, 1), LARGEST);
}

/** @param {View} view @param {number} x @param {number} y */
export function toScreen(view, x, y) {
  return {
    x: (x - view.x) * view.scale + view.width / 2,
    y: (y - view.y) * view.scale + view.height / 2,
  };
}

/** The names that are in the window and have room. Those of `first` come before all others.
 * @param {View} view @param {string} language @param {Set<number>} [first] @returns {Name[]} */
export function placeNames(view, language, first = new Set()) {
  const taken = new Map();
  const placed = [];
  const order = [...first].map((id) => concepts[id]);
  for (const concept of order.concat(byImportance.filter((other) => !first.has(other.id)))) {
    const name = nameAt(view, concept, language);
    if (outside(name, view) || !free(name, taken)) continue;
    placed.push(name);
    if (placed.length === MOST) break;
  }
  return placed;
}

/** @param {View} view @param {Concept} concept @param {string} language @returns {Name} */
export function nameAt(view, concept, language) {
  const grown = letterScale(view.scale);
  const lines = concept.names[language];
  const top = concept.side === 0;
  const size = (top ? TOP_SIZE : SIZE) * grown;
  const leading = (top ? TOP_LEADING : LEADING) * grown;
  const at = toScreen(view, concept.x, concept.y);
  const wide = concept.room * grown;
  const high = lines.length * leading;
  const left = top
    ? at.x - wide / 2
    : at.x + concept.side * GAP * view.scale - (concept.side < 0 ? wide : 0);
  const upper = top ? at.y - TOP_GAP * view.scale - high : at.y - high / 2;
  const box = { left, top: upper, right: left + wide, bottom: upper + high };
  return { concept, lines, size, leading, ...box };
}

/** @param {Name} name @param {View} view */
function outside(name, view) {
  return name.right < 0 || name.left > view.width || name.bottom < 0 || name.top > view.height;
}

/** Whether nothing stands there yet; takes the room if so.
 * @param {Name} name @param {Map<string, Name[]>} taken */
function free(name, taken) {
  const cells = [];
  for (let column = Math.floor(name.left / CELL); column <= name.right / CELL; column += 1)
    for (let row = Math.floor(name.top / CELL); row <= name.bottom / CELL; row += 1)
      cells.push(`${column} ${row}`);
  if (cells.some((cell) => taken.get(cell)?.some((other) => meet(name, other)))) return false;
  for (const cell of cells) taken.set(cell, [...(taken.get(cell) ?? []), name]);
  return true;
}

/** @param {Name} a @param {Name} b */
function meet(a, b) {
  return a.left < b.right && b.left < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom;
}
