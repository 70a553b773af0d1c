// How one concept leads to another: the path of fewest steps, in words of SKOS.

/** @typedef {import("../map/neighbourhood.js").Joined} Joined */
/** @typedef {import("../map/neighbourhood.js").Relation} Relation */
/** @typedef {{from: number, to: number, relation: Relation}} Step */

/**
 * The steps of a shortest path, the same every time: where several are as short, broader and
 * narrower come before related, lower numbers before higher ones. None from a concept to itself;
 * null where no path leads there.
 * @param {Map<number, Joined[]>} joined
 * @param {number} from
 * @param {number} to
 * @returns {Step[]|null}
 */
export function pathBetween(joined, from, to) {
  /** @type {Map<number, Step|null>} concept → the step that reached it first */
  const reached = new Map([[from, null]]);
  for (const here of reached.keys()) {
    // A Map goes on with what is put in while it is walked through.
    if (here === to) return stepsTo(to, reached);
    for (const { id, relation } of joined.get(here) ?? [])
      if (!reached.has(id)) reached.set(id, { from: here, to: id, relation });
  }
  return null;
}

/**
 * @param {number} to
 * @param {Map<number, Step|null>} reached
 */
function stepsTo(to, reached) {
  /** @type {Step[]} */
  const steps = [];
  for (let step = reached.get(to); step; step = reached.get(step.from)) steps.push(step);
  return steps.reverse();
}
