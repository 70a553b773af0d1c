// Where the focus goes when what had it is gone, so that whoever uses keys is never sent to the top.

/** Parts of the page, and what takes the focus when nothing of them that had it is left. */
const NEXT = [
  ["#panel", "#panel"],
  ["#left", "#filter"],
  ["#outline, #index, #depth", "#views [aria-current]"],
];

/**
 * Notes what has the focus before the page changes; gives what to call after it.
 * @returns {() => void}
 */
export function holdFocus() {
  const had = document.activeElement;
  const [, next] = NEXT.find(([place]) => had?.closest(place)) ?? [];
  return () => {
    const now = document.activeElement;
    const taken = now !== had && now !== document.body;
    if (next === undefined || taken || had?.getClientRects().length) return;
    const there = /** @type {HTMLElement|null} */ (document.querySelector(next));
    there?.focus({ preventScroll: true });
  };
}
