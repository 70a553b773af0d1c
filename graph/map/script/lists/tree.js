// A nested list of links as an ARIA tree: one tab stop, arrows, Home, End, type-ahead.
// https://www.w3.org/WAI/ARIA/apg/patterns/treeview/

import { fold } from "../search/fold.js";

/**
 * @typedef {{choose: (id: number) => void, visit: (id: number|null) => void,
 *   setOpen: (id: number, open: boolean) => void}} TreeActions
 *   visit: the concept that has the focus, null when it leaves the tree
 */

const TYPING_PAUSE = 700;

/** @param {HTMLElement} list the outermost ul @param {TreeActions} actions */
export function openTree(list, actions) {
  markLevel(list, 1);
  let typed = "";
  let typedAt = 0;
  list.addEventListener("keydown", (event) => {
    const item = itemOf(event);
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      move(list, item, actions);
    } else if (event.key.length === 1 && event.key !== "/") {
      typed = (event.timeStamp - typedAt < TYPING_PAUSE ? typed : "") + fold(event.key);
      typedAt = event.timeStamp;
      event.preventDefault();
      if (typed) focusItem(list, startingWith(shownItems(list), item, typed));
    }
  });
  list.addEventListener("focusin", (event) => {
    const item = itemOf(event);
    if (!item) return;
    makeTabStop(list, item);
    // A click is followed by its own choice; only keys walk.
    if (item.matches(":focus-visible")) actions.visit(idOf(item));
  });
  list.addEventListener("focusout", () => actions.visit(null));
  list.addEventListener("click", (event) => {
    const twist = /** @type {Element} */ (event.target).closest(".twist");
    const item = twist?.parentElement?.querySelector("[role=treeitem]");
    if (item) actions.setOpen(idOf(item), item.getAttribute("aria-expanded") === "false");
  });
}

/**
 * Roles for a list and all lists in it.
 * @param {Element} list @param {number} level
 */
function markLevel(list, level) {
  list.setAttribute("role", level === 1 ? "tree" : "group");
  const rows = [...list.children];
  rows.forEach((row, number) => {
    row.setAttribute("role", "none");
    const link = /** @type {HTMLElement} */ (row.querySelector("a"));
    const below = row.querySelector("ul");
    const said = {
      role: "treeitem",
      tabindex: "-1",
      "aria-level": level,
      "aria-posinset": number + 1,
    };
    for (const [name, value] of Object.entries({ ...said, "aria-setsize": rows.length }))
      link.setAttribute(name, String(value));
    if (!below) return;
    below.id = `below-${idOf(link)}`;
    link.setAttribute("aria-owns", below.id);
    const twist = document.createElement("span");
    twist.className = "twist";
    twist.setAttribute("aria-hidden", "true");
    row.prepend(twist);
    markLevel(below, level + 1);
  });
}

/**
 * Shows which branches are open and which concept is selected; the one tab stop goes with it.
 * @param {HTMLElement} list @param {(id: number) => boolean} closed @param {number|null} selected
 */
export function showTree(list, closed, selected) {
  for (const item of items(list)) {
    const id = idOf(item);
    const below = item.parentElement?.querySelector("ul");
    if (below) {
      below.hidden = closed(id);
      item.setAttribute("aria-expanded", String(!closed(id)));
    }
    item.setAttribute("aria-selected", String(id === selected));
    if (id === selected) makeTabStop(list, item);
  }
  const stop = list.querySelector('[tabindex="0"]');
  if (!stop || stop.closest("[hidden]")) makeTabStop(list, shownItems(list)[0]);
}

/** @param {HTMLElement} list @param {number} id */
export function treeItem(list, id) {
  return /** @type {HTMLElement|null} */ (list.querySelector(`a[data-concept="${id}"]`));
}

/** @param {Element} item */
const idOf = (item) => Number(item.getAttribute("data-concept"));

/** @param {Event} event */
const itemOf = (event) =>
  /** @type {HTMLElement|null} */ (
    /** @type {Element} */ (event.target).closest("[role=treeitem]")
  );

/** @param {HTMLElement} list */
const items = (list) =>
  /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=treeitem]")]);

/** @param {HTMLElement} list */
const shownItems = (list) => items(list).filter((item) => !item.closest("ul[hidden]"));

/** @param {HTMLElement} list @param {HTMLElement|undefined} item */
function makeTabStop(list, item) {
  for (const other of list.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", "-1");
  item?.setAttribute("tabindex", "0");
}

/** @param {HTMLElement} list @param {HTMLElement|null|undefined} item */
function focusItem(list, item) {
  if (!item) return;
  makeTabStop(list, item);
  item.focus();
}

/** @param {HTMLElement} list @param {HTMLElement} item @param {number} by */
function step(list, item, by) {
  const shown = shownItems(list);
  focusItem(list, shown[shown.indexOf(item) + by]);
}

/**
 * The next item after this one, around the end, whose name begins so.
 * @param {HTMLElement[]} shown @param {HTMLElement} item @param {string} typed
 */
function startingWith(shown, item, typed) {
  const at = shown.indexOf(item);
  // One letter goes on to the next name, more letters may still fit the one that is there.
  const from = typed.length > 1 ? at : at + 1;
  const around = [...shown.slice(from), ...shown.slice(0, from)];
  return around.find((other) => fold(other.textContent ?? "").startsWith(typed));
}

/** @type {Object<string, (list: HTMLElement, item: HTMLElement, actions: TreeActions) => void>} */
const moves = {
  ArrowDown: (list, item) => step(list, item, 1),
  ArrowUp: (list, item) => step(list, item, -1),
  Home: (list) => focusItem(list, shownItems(list)[0]),
  End: (list) => focusItem(list, shownItems(list).pop()),
  Enter: (_, item, actions) => actions.choose(idOf(item)),
  " ": (_, item, actions) => actions.choose(idOf(item)),
  ArrowRight: (list, item, actions) => {
    if (item.getAttribute("aria-expanded") === "false") actions.setOpen(idOf(item), true);
    else if (item.hasAttribute("aria-expanded")) step(list, item, 1);
  },
  ArrowLeft: (list, item, actions) => {
    if (item.getAttribute("aria-expanded") === "true") actions.setOpen(idOf(item), false);
    else focusItem(list, item.closest("ul")?.parentElement?.querySelector("[role=treeitem]"));
  },
  "*": (_, item, actions) => {
    for (const row of item.closest("ul")?.children ?? []) {
      const beside = row.querySelector("[role=treeitem]");
      if (beside?.hasAttribute("aria-expanded")) actions.setOpen(idOf(beside), true);
    }
  },
};
