// The height at which each concept stands, from which ones are shown: the same rule as block.py's.

/** @typedef {{gap: number, blocks: import("../page/data.js").Block[]}} Stack */
/**
 * @typedef {{stacks: Stack[], above: number, heading: number, geometry: {topGap: number}}} Stacking
 */
/** @typedef {{y: Map<number, number>, height: number}} Rows */

/**
 * Where the dots of all concepts that are shown stand, and how high the map is.
 * @param {Stacking} stacking
 * @param {{high: number}[]} concepts
 * @param {(id: number) => boolean} isShown
 * @returns {Rows}
 */
export function stackRows({ stacks, above, heading, geometry }, concepts, isShown) {
  /** @type {Rows} */
  const rows = { y: new Map(), height: 0 };
  if (heading >= 0) rows.y.set(heading, above - geometry.topGap);
  for (const { gap, blocks } of stacks) {
    let origin = above;
    for (const { top, start, left, right } of blocks) {
      const first = origin + start;
      if (top >= 0) rows.y.set(top, first - geometry.topGap);
      const ends = [left, right].map((side) =>
        stackSide(side.filter(isShown), first, concepts, rows.y),
      );
      const end = Math.max(...ends);
      rows.height = Math.max(rows.height, end);
      origin = end + gap;
    }
  }
  return rows;
}

/**
 * Sets one side's concepts below each other from `first` on; gives where they end.
 * @param {number[]} side
 * @param {number} first
 * @param {{high: number}[]} concepts
 * @param {Map<number, number>} y
 */
function stackSide(side, first, concepts, y) {
  let end = first;
  for (const id of side) {
    y.set(id, end + concepts[id].high / 2);
    end += concepts[id].high;
  }
  return end;
}
