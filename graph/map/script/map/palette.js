// The colours of the map, read from the style sheet: one set for light, one for dark, one for paper.

import { concepts } from "../page/data.js";

/**
 * @typedef {{paper: string, ink: string, quiet: string, link: string, accent: string,
 *   tint: string, blocks: string[], font: string}} Palette
 */

const BLOCKS = 10;

/** @returns {Palette} */
export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: colour("paper"),
    ink: colour("ink"),
    quiet: colour("quiet"),
    link: colour("link"),
    accent: colour("accent"),
    tint: colour("tint"),
    blocks: Array.from({ length: BLOCKS }, (_, number) => colour(`block-${number}`)),
    font: getComputedStyle(document.body).fontFamily,
  };
}

/**
 * The colour of a block; grey for what has none.
 * @param {Palette} palette @param {number} block
 */
export function blockColour(palette, block) {
  return block < 0 ? palette.quiet : palette.blocks[block % BLOCKS];
}

/**
 * The colour of a concept's block, as the style sheet's `data-hue`.
 * @param {number} id
 */
export function hueOf(id) {
  return String(concepts[id].block % BLOCKS);
}
