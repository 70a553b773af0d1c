// The colours of the canvas, read from the style: one set for light, one for dark.

/** @typedef {{paper: string, ink: string, quiet: string, link: string, blocks: string[],
 *   font: string, tint: string}} Palette */

const BLOCKS = 10;

/** @returns {Palette} */
export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const blocks = Array.from({ length: BLOCKS }, (_, number) => colour(`block-${number}`));
  return {
    paper: colour("paper"),
    ink: colour("ink"),
    quiet: colour("quiet"),
    link: colour("link"),
    tint: colour("tint"),
    blocks,
    font: getComputedStyle(document.body).fontFamily,
  };
}

/** The colour of a block; grey for what has none. @param {Palette} palette @param {number} block */
export function blockColour(palette, block) {
  return block < 0 ? palette.quiet : palette.blocks[block % BLOCKS];
}
