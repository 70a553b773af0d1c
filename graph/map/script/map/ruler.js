// How wide names are in the reader's fonts, each measured once.

import { concepts, settings } from "../page/data.js";

/** Letters are drawn at fractions of a pixel, and measured nearly so. */
const AIR = 1;

const ruler = /** @type {CanvasRenderingContext2D} */ (
  document.createElement("canvas").getContext("2d")
);
/** @type {Map<string, number>} */
const known = new Map();
let family = "";

/**
 * Slant, weight and size of a concept's name, in pixels.
 * @param {number} id @param {boolean} above bold, as a top concept's is
 * @param {string} language @param {number} size
 */
export function fontOf(id, above, language, size) {
  family ||= getComputedStyle(document.body).fontFamily;
  const slant = concepts[id].borrowed.includes(language) ? "italic " : "";
  return `${slant}${above ? 650 : 400} ${size}px ${family}`;
}

/**
 * The width of the longest line of a name at scale 1, in pixels.
 * @param {number} id @param {boolean} above @param {string} language
 */
export function widthOf(id, above, language) {
  const key = `${id} ${above} ${language}`;
  let width = known.get(key);
  if (width === undefined) {
    const { size, topSize } = settings.geometry;
    ruler.font = fontOf(id, above, language, above ? topSize : size);
    const lines = concepts[id].names[language].map((line) => line.replace("\u200b", ""));
    width = Math.max(...lines.map((line) => ruler.measureText(line).width)) + AIR;
    known.set(key, width);
  }
  return width;
}
