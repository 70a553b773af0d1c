// The outline: the list that stands in the page without a script, as a tree in the reader's language.

import { writeAddress } from "../page/address.js";
import { isClosed, reveal } from "../page/branches.js";
import { concepts, details, nameOf } from "../page/data.js";
import { bringToSight, inLanguage } from "../page/elements.js";
import { present } from "../page/grouping.js";
import { nearestTag } from "../page/language.js";
import { borrowedMark, disputedMark, nameOrMissing } from "../page/marks.js";
import { hueOf } from "../map/palette.js";
import { openTree, showTree, treeItem } from "./tree.js";

/** @typedef {import("../page/address.js").State} State */

const outline = /** @type {HTMLElement} */ (document.getElementById("outline"));
const tree = /** @type {HTMLElement} */ (outline.querySelector("ul"));

/** @param {import("./tree.js").TreeActions} actions */
export function openOutline(actions) {
  openTree(tree, actions);
  tree.setAttribute("aria-labelledby", "title");
}

/**
 * The tree is there in every view: on the map it is what keys and screen readers walk through.
 * @param {State} state @param {Set<number>|null} left
 */
export function showOutline(state, left) {
  outline.hidden = state.view === "index";
  if (outline.hidden) return;
  for (const link of tree.querySelectorAll("a[data-concept]")) fillRow(link, state, left);
  showTree(tree, isClosed, state.concept);
  if (state.view === "outline" && state.concept !== null)
    bringToSight(outline, treeItem(tree, state.concept));
}

/**
 * Puts the focus on a concept's row, opening what is above it.
 * @param {number} id
 */
export function focusRow(id) {
  reveal(id);
  showTree(tree, isClosed, id);
  treeItem(tree, id)?.focus({ preventScroll: document.body.dataset.view !== "outline" });
}

/** @param {Element} link @param {State} state @param {Set<number>|null} left */
function fillRow(link, state, left) {
  const id = Number(link.getAttribute("data-concept"));
  const name = nameOf(id, state.language);
  link.replaceChildren(
    inLanguage("span", name.text, name.language),
    ...present(marks(id, name, state)),
  );
  link.setAttribute("href", writeAddress(state, { concept: id, to: null }));
  link.removeAttribute("lang");
  link.setAttribute("data-hue", hueOf(id));
  link.toggleAttribute("data-left-out", left !== null && !left.has(id));
}

/**
 * What stands after a name: whose language it is, disagreement, its name in the second language.
 * @param {number} id @param {{language: string}} name @param {State} state
 */
function marks(id, name, state) {
  const second = state.beside === null ? null : nameOrMissing(id, state.beside);
  second?.classList.add("beside");
  const disputed = concepts[id].disputed ? disputedMark() : null;
  return [borrowedMark(name.language, state.language), disputed, second];
}

/**
 * Paper has names and definitions, in the language that is read.
 * @param {State} state
 */
export function fillForPrint(state) {
  for (const link of tree.querySelectorAll("a[data-concept]")) {
    fillRow(link, state, null);
    const texts = details[Number(link.getAttribute("data-concept"))].definition ?? {};
    const tag = nearestTag(texts, state.language);
    const paragraph = link.parentElement?.querySelector(":scope > p");
    if (tag === undefined || !paragraph) continue;
    paragraph.textContent = texts[tag][0];
    paragraph.setAttribute("lang", tag);
  }
}
