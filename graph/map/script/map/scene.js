// What stands where on the map; a neighbourhood is a scene too, and drawn by the same hand.

import { concepts, edges, settings } from "../page/data.js";
import { grouped } from "../page/grouping.js";
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
export function lineOf({ from, to, kind }) {
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
export function byLook(lines) {
  return [...grouped(lines, (line) => `${line.block} ${line.related}`).values()];
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
