// Paper: the map or the neighbourhood as it is seen, then every concept with its definition.

import { settings } from "./data.js";
import { fillForPrint } from "../lists/outline.js";
import { readPalette } from "../map/palette.js";
import { svgOf } from "../map/picture.js";
import { inLight } from "./theme.js";

/** @typedef {import("./address.js").State} State */

const sheet = /** @type {HTMLElement} */ (document.getElementById("paper"));

/**
 * @param {() => State} current
 * @param {() => import("./save.js").Drawn} drawn
 */
export function openPaper(current, drawn) {
  window.addEventListener("beforeprint", () => {
    const { view, language } = current();
    fillForPrint(current());
    if (view === "outline" || view === "index") return;
    const { scene, look } = drawn();
    const svg = svgOf(scene, { ...look, palette: inLight(readPalette) }, settings.titles[language]);
    const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    sheet.replaceChildren(document.adoptNode(picture));
  });
  window.addEventListener("afterprint", () => sheet.replaceChildren());
}
