// What is shown, taken along: as a picture, as data, on paper, as an address.

import { collections, concepts, details, settings, sources } from "./data.js";
import { pngOf, svgOf } from "../map/picture.js";
import { sheetRows } from "./sheet.js";
import { toCsv } from "./table.js";
import { word } from "./words.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {{scene: import("../map/scene.js").Scene, look: import("../map/lettering.js").Look}} Drawn */

const EDGE_OF_WINDOW = 8;
const held = { concepts: details, collections, sources, languages: settings.languages };

const saveButton = /** @type {HTMLElement} */ (document.getElementById("save"));
const menu = /** @type {HTMLElement} */ (document.getElementById("save-menu"));
const around = /** @type {HTMLElement} */ (menu.parentElement);
const status = /** @type {HTMLElement} */ (document.getElementById("status"));

/**
 * @param {() => State} current @param {() => Drawn} drawn what the map or the neighbourhood shows
 * @param {() => Set<number>|null} left what the filters leave
 */
export function openSave(current, drawn, left) {
  saveButton.addEventListener("click", () => setMenu(menu.hidden));
  around.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.hidden) return;
    event.stopPropagation();
    setMenu(false);
    saveButton.focus();
  });
  around.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !around.contains(/** @type {Node} */ (relatedTarget))) setMenu(false);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    const inside = /** @type {Element} */ (target).closest("#save-menu, #save");
    if (!inside) setMenu(false);
  });
  menu.addEventListener("click", async ({ target }) => {
    const as = /** @type {Element} */ (target).closest("button")?.value;
    if (!as) return;
    setMenu(false);
    saveButton.focus();
    const { scene, look } = drawn();
    const heading = settings.titles[current().language];
    if (as === "svg") saveText(svgOf(scene, look, heading), "image/svg+xml", "svg");
    if (as === "png") save(await pngOf(scene, look, heading), "png");
    if (as === "csv") saveText(toCsv(sheetRows(idsOf(left()), held)), "text/csv", "csv");
    if (as === "print") window.print();
    if (as === "address") copyAddress();
  });
}

/** @param {boolean} open */
function setMenu(open) {
  menu.hidden = !open;
  saveButton.setAttribute("aria-expanded", String(open));
  if (!open) return;
  moveIntoWindow();
  menu.querySelector("button")?.focus();
}

/** The menu ends where its button does; where that is too far to the left, it begins at the edge. */
function moveIntoWindow() {
  menu.style.right = "0";
  const { left } = menu.getBoundingClientRect();
  if (left < EDGE_OF_WINDOW) menu.style.right = `${left - EDGE_OF_WINDOW}px`;
}

/** @param {string} text @param {string} type @param {string} suffix */
function saveText(text, type, suffix) {
  save(new Blob([text], { type: `${type};charset=utf-8` }), suffix);
}

/** @param {Blob} blob @param {string} suffix */
function save(blob, suffix) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${document.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "map"}.${suffix}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  status.textContent = word("saved", { file: link.download });
}

async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href);
    status.textContent = word("copied");
  } catch {
    // Where a browser doesn't let a file write there, the address bar has it.
    status.textContent = location.href;
  }
}

/** @param {Set<number>|null} left */
function idsOf(left) {
  const ids = concepts.map(({ id }) => id);
  return left === null ? ids : ids.filter((id) => left.has(id));
}
