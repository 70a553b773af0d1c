// What of the window the panel and the filters stand before.

/** A part as wide as the window, but for this, is a sheet from below. */
const BESIDE = 40;
const GAP = 12;

/** @returns {import("../map/sight.js").Covered} */
export function covered() {
  const panel = boxOf("panel");
  const drawer = boxOf("drawer");
  const sheet = panel !== null && isSheet(panel);
  return {
    left: drawer === null || isSheet(drawer) ? 0 : drawer.right,
    right: panel === null || sheet ? 0 : panel.width + GAP,
    bottom: sheet ? panel.height : 0,
  };
}

/**
 * The map gives way to the filters, and not to the panel, beside which it could not be read.
 * @returns {import("../map/sight.js").Covered}
 */
export function coveredByFilters() {
  return { ...covered(), right: 0, bottom: 0 };
}

/** @param {string} id */
function boxOf(id) {
  const part = /** @type {HTMLElement} */ (document.getElementById(id));
  return part.hidden ? null : part.getBoundingClientRect();
}

/** @param {DOMRect} box */
function isSheet(box) {
  return box.width >= window.innerWidth - BESIDE;
}
