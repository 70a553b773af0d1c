// Where the names stand on the screen: constant in size, the important ones first, none on another.

import { concepts, settings } from "../page/data.js";
import { widthOf } from "./ruler.js";
import { roomOf } from "./scene.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").Spot} Spot */
/**
 * @typedef {{scale: number, x: number, y: number, width: number, height: number,
 *   letters: number}} Frame
 *   what of the map is in the middle (x, y), how large, in how large a window, and how many times
 *   as large as usual the reader wants letters
 */
/**
 * @typedef {{spot: Spot, lines: string[], size: number, leading: number, left: number,
 *   top: number, right: number, bottom: number}} Name
 */

const CELL = 64;
const MOST = 400;
/** Names grow with the map up to this, then stay. */
const LARGEST = 1.35;

/** @param {Frame} view @param {{x: number, y: number}} place */
export function toScreen(view, { x, y }) {
  return {
    x: (x - view.x) * view.scale + view.width / 2,
    y: (y - view.y) * view.scale + view.height / 2,
  };
}

/**
 * Level, then number of links, then the graph's order.
 * @param {Scene} scene
 */
export function byImportance(scene) {
  return [...scene.spots.values()].sort(
    (a, b) => a.level - b.level || concepts[b.id].links - concepts[a.id].links || a.id - b.id,
  );
}

/**
 * The names that are in the window and have room. Those of `first` come before all others.
 * @param {Spot[]} spots by importance @param {Frame} view @param {string} language
 * @param {Set<number>} [first] @param {number} [most] @returns {Name[]}
 */
export function placeNames(spots, view, language, first = new Set(), most = MOST) {
  const taken = new Map();
  const placed = [];
  const before = first.size ? spots.filter(({ id }) => first.has(id)) : [];
  const after = first.size ? spots.filter(({ id }) => !first.has(id)) : spots;
  for (const spot of before.concat(after)) {
    const name = nameAt(view, spot, language);
    if (outside(name, view)) continue;
    const found = [name, firstLine(name)].find((one) => one && free(one, taken));
    if (!found) continue;
    placed.push(found);
    if (placed.length === most) break;
  }
  return placed;
}

/** @param {Frame} view @param {Spot} spot @param {string} language @returns {Name} */
export function nameAt(view, spot, language) {
  const { size, topSize, leading, topLeading, gap, topGap } = settings.geometry;
  // Never smaller than laid out, and as much larger as the reader has set letters to be.
  const grown = Math.min(Math.max(view.scale, 1), LARGEST) * view.letters;
  const lines = concepts[spot.id].names[language];
  const above = spot.side === 0;
  const at = toScreen(view, spot);
  const wide = Math.min(roomOf(spot), widthOf(spot.id, above, language)) * grown;
  const high = lines.length * (above ? topLeading : leading) * grown;
  const left = above
    ? at.x - wide / 2
    : at.x + spot.side * gap * view.scale - (spot.side < 0 ? wide : 0);
  const top = above ? at.y - topGap * view.scale - high : at.y - high / 2;
  return {
    spot,
    lines,
    size: (above ? topSize : size) * grown,
    leading: (above ? topLeading : leading) * grown,
    left,
    top,
    right: left + wide,
    bottom: top + high,
  };
}

/**
 * The first of a name's lines, for where not all have room; null where there is one only.
 * @param {Name} name @returns {Name|null}
 */
function firstLine(name) {
  if (name.lines.length < 2) return null;
  const less = (name.lines.length - 1) * name.leading;
  const cut = name.spot.side === 0 ? [less, 0] : [less / 2, less / 2];
  const lines = [`${name.lines[0].replace("\u200b", "")}…`];
  return { ...name, lines, top: name.top + cut[0], bottom: name.bottom - cut[1] };
}

/** @param {Name} name @param {Frame} view */
function outside(name, view) {
  return name.right < 0 || name.left > view.width || name.bottom < 0 || name.top > view.height;
}

/**
 * Whether nothing stands there yet; takes the room if so.
 * @param {Name} name @param {Map<number, Name[]>} taken
 */
function free(name, taken) {
  const cells = [];
  for (let column = Math.floor(name.left / CELL); column <= name.right / CELL; column += 1)
    for (let row = Math.floor(name.top / CELL); row <= name.bottom / CELL; row += 1)
      cells.push(column * 65536 + row);
  if (cells.some((cell) => taken.get(cell)?.some((other) => meet(name, other)))) return false;
  for (const cell of cells) {
    const there = taken.get(cell);
    if (there) there.push(name);
    else taken.set(cell, [name]);
  }
  return true;
}

/** @param {Name} a @param {Name} b */
function meet(a, b) {
  return a.left < b.right && b.left < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom;
}
