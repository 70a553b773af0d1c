// Which branches are open, for the map and the outline alike; it lasts as long as the page.

import { ancestors, childrenOf, concepts, settings } from "./data.js";

const closed = new Set(settings.closed);

/**
 * Whether the narrower concepts of this one are folded away.
 * @param {number} id
 */
export function isClosed(id) {
  return closed.has(id);
}

/**
 * Whether no branch above it is closed.
 * @param {number} id
 */
export function isShown(id) {
  return !ancestors(id).some(isClosed);
}

/** @param {number} id @param {boolean} open */
export function setBranch(id, open) {
  if (open || !childrenOf(id).length) closed.delete(id);
  else closed.add(id);
}

/**
 * Opens whatever hides a concept; says whether anything did.
 * @param {number} id
 */
export function reveal(id) {
  const hidden = !isShown(id);
  for (const above of ancestors(id)) closed.delete(above);
  return hidden;
}

/**
 * Opens or closes every branch, but for the one concept above all.
 * @param {boolean} open
 */
export function setAllBranches(open) {
  closed.clear();
  if (open) return;
  for (const { id } of concepts)
    if (id !== settings.heading && childrenOf(id).length) closed.add(id);
}
