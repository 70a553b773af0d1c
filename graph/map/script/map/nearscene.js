// What stands where around one concept, up to so many steps away from it.

import { concepts, edges, joined, settings } from "../page/data.js";
import { grouped } from "../page/grouping.js";
import { neighbourhood } from "./neighbourhood.js";
import { byLook, lineOf, roomOf } from "./scene.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").Spot} Spot */
/** @typedef {import("./scene.js").Line} Line */
/** @typedef {import("./scene.js").Caption} Caption */
/** @typedef {import("./neighbourhood.js").Joined} Child */
/** @typedef {Map<number, Child[]>} Children */
/**
 * @typedef {{ends: {[side: number]: number}, spots: Spot[], captions: Caption[]}} Made
 *   ends: how far down each side (-1, 1) is filled
 */

// Pixels at scale 1, wider than on the map, for there is room.
const STEM = 26;
const INDENT = 26;
const CAPTION = 30;
const BETWEEN = 7;

/**
 * What is near a concept, up to so many steps: broader to the left, narrower to the right, related
 * where there is more room; what is further away hangs under what is nearer.
 * @param {number} id @param {number} depth @returns {Scene}
 */
export function neighbourhoodScene(id, depth) {
  const { children, distance } = neighbourhood(joined, id, depth);
  const start = linesOf(id) * settings.geometry.topLeading + settings.geometry.topGap;
  /** @type {Made} */
  const made = { ends: { [-1]: start, 1: start }, spots: [], captions: [] };
  made.spots.push({ id, x: 0, y: start, side: 0, level: 0, folded: false });
  const sections = grouped(children.get(id) ?? [], (child) => child.relation);
  addSection(made, "broader", -1, sections.get("broader") ?? [], children);
  addSection(made, "narrower", 1, sections.get("narrower") ?? [], children);
  const [left, right] = dealt(sections.get("related") ?? [], made.ends, children);
  addSection(made, "related", -1, left, children);
  addSection(made, "related", 1, right, children);
  return sceneOf(made, children, new Set(distance.keys()));
}

/**
 * Branches to the left and to the right, each to the side that is less filled so far.
 * @param {Child[]} branches @param {Made["ends"]} filled @param {Children} children
 */
function dealt(branches, filled, children) {
  const ends = { ...filled };
  /** @type {[Child[], Child[]]} */
  const sides = [[], []];
  for (const branch of branches) {
    const side = ends[-1] <= ends[1] ? -1 : 1;
    sides[side < 0 ? 0 : 1].push(branch);
    for (const { id } of rowsOf([branch], children)) ends[side] += rowHeight(id);
  }
  return sides;
}

/**
 * @param {Made} made @param {Caption["relation"]} relation @param {-1|1} side
 * @param {Child[]} branches @param {Children} children
 */
function addSection(made, relation, side, branches, children) {
  if (!branches.length) return;
  const x = side * STEM;
  made.captions.push({ relation, x, y: made.ends[side] + CAPTION - 11, side });
  made.ends[side] += CAPTION;
  for (const { id, relation: hangs, level } of rowsOf(branches, children)) {
    const high = rowHeight(id);
    const at = { x: x + side * (level - 1) * INDENT, y: made.ends[side] + high / 2 };
    made.spots.push({ id, ...at, side, level, relation: hangs, folded: false });
    made.ends[side] += high;
  }
}

/**
 * Branches from top to bottom, as rows.
 * @param {Child[]} branches @param {Children} children
 */
function rowsOf(branches, children) {
  const rows = [];
  const waiting = branches.map((branch) => ({ ...branch, level: 1 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const level = next.level + 1;
    rows.push(next);
    const below = children.get(next.id) ?? [];
    waiting.push(...below.map((child) => ({ ...child, level })).reverse());
  }
  return rows;
}

/** @param {number} id */
function rowHeight(id) {
  return linesOf(id) * settings.geometry.leading + BETWEEN;
}

/**
 * Of a name, in the language in which it has most.
 * @param {number} id
 */
function linesOf(id) {
  return Math.max(...Object.values(concepts[id].names).map((lines) => lines.length));
}

/**
 * The lines between the spots; everything moved so that it begins at 0, 0.
 * @param {Made} made
 * @param {Children} children @param {Set<number>} near
 * @returns {Scene}
 */
function sceneOf({ spots, captions }, children, near) {
  const reach = spots.map((spot) => [spot.x, spot.x + spot.side * (roomOf(spot) + 10)]).flat();
  const wide = roomOf(spots[0]) / 2;
  const [left, right] = [Math.min(-wide, ...reach), Math.max(wide, ...reach)];
  /** @type {Line[]} */
  const elbows = [];
  const hung = new Set();
  for (const [to, some] of children)
    for (const { id, relation } of some) {
      elbows.push({ from: id, to, related: relation === "related", block: concepts[to].block });
      hung.add(pair(id, to));
    }
  const others = edges.filter(
    ({ from, to }) => near.has(from) && near.has(to) && !hung.has(pair(from, to)),
  );
  return {
    spots: new Map(spots.map((spot) => [spot.id, { ...spot, x: spot.x - left }])),
    elbows: byLook(elbows),
    curves: others.map((edge) => ({ ...lineOf(edge), block: -1 })),
    captions: captions.map((caption) => ({ ...caption, x: caption.x - left })),
    beginning: [...near],
    width: right - left,
    height: Math.max(...spots.map((spot) => spot.y)) + 14,
  };
}

/** @param {number} one @param {number} other */
function pair(one, other) {
  return `${Math.min(one, other)} ${Math.max(one, other)}`;
}
