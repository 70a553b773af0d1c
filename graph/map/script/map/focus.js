// What the reader looks at, and so what stands out and what fades.

import { neighbours } from "../page/data.js";

/**
 * @typedef {{concept: number|null, other: number|null, visited: number|null, near: Set<number>,
 *   left: Set<number>|null, path: Set<number>|null, relation: "broader"|"related"|null}} Focus
 *   visited: under the pointer or reached by keys; near: joined to the concept; left: by the
 *   filters; path: the concepts of a path
 */

/** How much is seen of what fades. */
export const FADED = { name: 0.4, line: 0.16 };
/** Of what a filter takes away, and what no path goes through. */
const LEFT_OUT = 0.28;

/** @type {Focus} */
export const NO_FOCUS = {
  concept: null,
  other: null,
  visited: null,
  near: new Set(),
  left: null,
  path: null,
  relation: null,
};

/** @param {number|null} concept */
export function nearTo(concept) {
  return concept === null ? new Set() : neighbours(concept).add(concept);
}

/**
 * From 1 for what is seen in full.
 * @param {number} id @param {Focus} focus
 */
export function strength(id, focus) {
  if (id === focus.visited || id === focus.concept || id === focus.other) return 1;
  if (focus.path !== null) return focus.path.has(id) ? 1 : LEFT_OUT;
  if (focus.left !== null && !focus.left.has(id)) return LEFT_OUT;
  return focus.concept === null || focus.near.has(id) ? 1 : FADED.name;
}

/**
 * Whether anything stands out, so that the rest fades.
 * @param {Focus} focus
 */
export function fades({ concept, left, path }) {
  return concept !== null || left !== null || path !== null;
}

/**
 * Whether a line is one of the path's, or touches what is looked at.
 * @param {{from: number, to: number}} line @param {Focus} focus
 */
export function stands(line, focus) {
  if (focus.path !== null) return isOnPath(line, focus.path);
  return touches(line, focus.concept) || touches(line, focus.visited);
}

/** @param {{from: number, to: number}} line @param {number|null} id */
function touches({ from, to }, id) {
  return from === id || to === id;
}

/**
 * The path is a sequence, so only concepts that follow each other are joined.
 * @param {{from: number, to: number}} line @param {Set<number>} path
 */
function isOnPath({ from, to }, path) {
  const order = [...path];
  const [one, other] = [order.indexOf(from), order.indexOf(to)];
  return one >= 0 && other >= 0 && Math.abs(one - other) === 1;
}

/**
 * Whether a filter takes away lines of this kind.
 * @param {boolean} related @param {Focus} focus
 */
export function isLeftOut(related, { relation }) {
  return relation !== null && (relation === "related") !== related;
}
