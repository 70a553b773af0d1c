// A concept's surroundings: who is joined to whom, and the tree of what is so many steps away.

/** @typedef {import("../page/data.js").Edge} Edge */
/** @typedef {"broader"|"narrower"|"related"} Relation */
/** @typedef {{id: number, relation: Relation}} Joined */

const RELATIONS = /** @type {Relation[]} */ (["broader", "narrower", "related"]);

/**
 * What each concept is joined to, each neighbour once: broader, narrower, related, then by number.
 * @param {Edge[]} edges
 * @returns {Map<number, Joined[]>}
 */
export function joins(edges) {
  /** @type {Map<number, Map<number, number>>} concept → neighbour → the first relation to it */
  const found = new Map();
  /** @param {number} id @param {number} other @param {number} order */
  function join(id, other, order) {
    const own = found.get(id) ?? new Map();
    found.set(id, own.set(other, Math.min(order, own.get(other) ?? order)));
  }
  for (const { from, to, kind } of edges) {
    if (from === to) continue;
    join(from, to, kind === "related" ? 2 : 0);
    join(to, from, kind === "related" ? 2 : 1);
  }
  return new Map([...found].map(([id, own]) => [id, inOrder(own)]));
}

/**
 * @param {Map<number, number>} own
 * @returns {Joined[]}
 */
function inOrder(own) {
  return [...own]
    .sort(([one, first], [other, second]) => first - second || one - other)
    .map(([id, order]) => ({ id, relation: RELATIONS[order] }));
}

/**
 * The tree from a concept outwards, each concept as near as it can be: what hangs below whom, and
 * how many steps away it is, up to `depth`.
 * @param {Map<number, Joined[]>} joined
 * @param {number} id
 * @param {number} depth
 */
export function neighbourhood(joined, id, depth) {
  /** @type {Map<number, Joined[]>} */
  const children = new Map();
  const distance = new Map([[id, 0]]);
  for (const [here, steps] of distance) {
    // A Map goes on with what is put in while it is walked through.
    const below = steps < depth ? (joined.get(here) ?? []) : [];
    const fresh = below.filter((next) => !distance.has(next.id));
    for (const next of fresh) distance.set(next.id, steps + 1);
    children.set(here, fresh);
  }
  return { children, distance };
}
