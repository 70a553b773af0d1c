// What stands where: the whole map, or what is near one concept; both are drawn by the same hand.

import { concepts, edges, joined, settings } from "../page/data.js";
import { grouped } from "../page/grouping.js";
import { neighbourhood } from "./neighbourhood.js";
import { stackRows } from "./stacking.js";

/** @typedef {import("../page/data.js").Edge} Edge */
/**
 * @typedef {{id: number, x: number, y: number, side: -1|0|1, level: number, folded: boolean,
 *   relation?: import("./neighbourhood.js").Relation}} Spot
 *   a concept's dot, its name left or right of it, or above (0); folded: its branch is closed;
 *   relation: what it is, in a neighbourhood, to the one it hangs under
 */
/**
 * @typedef {{from: number, to: number, related: boolean, block: number}} Line
 *   `block`: whose colour it has, -1 for a quiet one
 */
/** @typedef {{relation: "broader"|"narrower"|"related", x: number, y: number, side: -1|1}} Caption */
/**
 * @typedef {{spots: Map<number, Spot>, elbows: Line[][], curves: Line[], captions: Caption[],
 *   beginning: number[], width: number, height: number}} Scene
 *   an elbow goes down from `to` and across to `from`, those of one look stand together;
 *   `beginning`: the concepts that are shown where all have no room
 */

// Pixels at scale 1, wider than on the map, for there is room.
const STEM = 26;
const INDENT = 26;
const CAPTION = 30;
const BETWEEN = 7;
/** How much wider a name is as the middle of its neighbourhood: larger and bold. */
const MIDDLE = 1.42;

/**
 * The map with the branches that are open.
 * @param {(id: number) => boolean} shown
 * @param {(id: number) => boolean} closed @returns {Scene}
 */
export function mapScene(shown, closed) {
  const { y, height } = stackRows(settings, concepts, shown);
  const spots = new Map();
  for (const { id, x, y: first, side, depth } of concepts) {
    if (!shown(id)) continue;
    spots.set(id, { id, x, y: y.get(id) ?? first, side, level: depth, folded: closed(id) });
  }
  const seen = edges.filter(({ from, to }) => spots.has(from) && spots.has(to));
  const lines = seen.map((edge) => ({
    ...lineOf(edge),
    block: isInBlock(edge) ? blockOf(edge) : -1,
  }));
  return {
    spots,
    elbows: byLook(lines.filter((line) => line.block >= 0)),
    curves: lines.filter((line) => line.block < 0),
    captions: [],
    beginning: firstColumn(),
    width: settings.width,
    height,
  };
}

function firstColumn() {
  const blocks = settings.stacks[0]?.blocks ?? [];
  return blocks.flatMap(({ top, left, right }) => [top, ...left, ...right]);
}

/** @param {Edge} edge */
function lineOf({ from, to, kind }) {
  return { from, to, related: kind === "related" };
}

/** @param {Edge} edge */
function blockOf({ from }) {
  return concepts[from].block;
}

/**
 * Whether an outline shows it: what leads from one block to another is a quiet curve.
 * @param {Edge} edge
 */
function isInBlock(edge) {
  return edge.kind === "tree" && blockOf(edge) >= 0 && blockOf(edge) === concepts[edge.to].block;
}

/** @param {Line[]} lines */
function byLook(lines) {
  return [...grouped(lines, (line) => `${line.block} ${line.related}`).values()];
}

/** @typedef {import("./neighbourhood.js").Joined} Child */
/** @typedef {Map<number, Child[]>} Children */
/**
 * @typedef {{ends: {[side: number]: number}, spots: Spot[], captions: Caption[]}} Made
 *   ends: how far down each side (-1, 1) is filled
 */

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

/**
 * The most room a name takes where it stands, in any language.
 * @param {Spot} spot
 */
export function roomOf({ id, side }) {
  const { room, side: laidOut } = concepts[id];
  if ((side === 0) === (laidOut === 0)) return room;
  return side === 0 ? room * MIDDLE : room / MIDDLE;
}
