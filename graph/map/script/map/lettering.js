// The names of the map, and what stands beside them.

import { concepts } from "../page/data.js";
import { strength } from "./focus.js";
import { present } from "../page/grouping.js";
import { nameAt, toScreen } from "./names.js";
import { blockColour } from "./palette.js";
import { fontOf } from "./ruler.js";
import { word } from "../page/words.js";

/** @typedef {import("./names.js").Frame} Frame */
/** @typedef {import("./names.js").Name} Name */
/** @typedef {import("./focus.js").Focus} Focus */
/** @typedef {import("./palette.js").Palette} Palette */
/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").Spot} Spot */
/** @typedef {import("./svgpen.js").Pen} Pen */

const HALO = 3.5;
/** Stands after the name of a concept that the sources read differently. */
const DISPUTED = "≠";
/** Any letter of a script like Hebrew and Arabic. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @typedef {{language: string, palette: Palette, focus: Focus}} Look */

/**
 * Draws names in the pixels of the screen, those on a ground of their own last.
 * @param {Pen} pen @param {Name[]} names @param {Name[]} marked @param {Look} look
 */
export function drawNames(pen, names, marked, look) {
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  for (const name of names) drawName(pen, name, look);
  for (const name of marked) drawMarked(pen, name, look);
}

/**
 * The selected name, that at the end of its path and the visited one, wherever they stand in the window.
 * @param {Scene} scene @param {Frame} view @param {Look} look
 */
export function markedNames(scene, view, { language, focus }) {
  const marked = [focus.visited, focus.other, focus.concept];
  const spots = present(marked).map((id) => scene.spots.get(id));
  return present(spots).map((spot) => nameAt(view, spot, language));
}

/** @param {Pen} pen @param {Name} name @param {Look} look */
function drawName(pen, name, { language, palette, focus }) {
  const { spot, lines, leading } = name;
  const { block, disputed } = concepts[spot.id];
  const above = spot.side === 0;
  pen.font = fontOf(spot.id, spot.side === 0, language, name.size);
  pen.textAlign = above ? "center" : spot.side < 0 ? "right" : "left";
  const x = above ? (name.left + name.right) / 2 : spot.side < 0 ? name.right : name.left;
  pen.globalAlpha = strength(spot.id, focus);
  pen.strokeStyle = palette.paper;
  pen.fillStyle = above && block >= 0 ? blockColour(palette, block) : palette.ink;
  pen.lineWidth = HALO;
  lines.forEach((line, number) => {
    const text = inOwnDirection(line.replace("\u200b", ""));
    const y = name.top + (number + 0.5) * leading + (above ? 1 : 0);
    const most = name.right - name.left;
    pen.strokeText(text, x, y, most);
    pen.fillText(text, x, y, most);
    if (disputed && number === lines.length - 1) drawDispute(pen, name, x, y, text, palette);
  });
  pen.globalAlpha = 1;
}

/**
 * A picture is written from left to right: what is not says so itself, by marks of no width.
 * @param {string} text
 */
function inOwnDirection(text) {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/**
 * The sign of disagreement, on the side of the name that its dot is not.
 * @param {Pen} pen @param {Name} name @param {number} x @param {number} y @param {string} text
 * @param {Palette} palette
 */
function drawDispute(pen, { spot, size, left, right }, x, y, text, palette) {
  const wide = Math.min(pen.measureText(text).width, right - left);
  const reach = spot.side === 0 ? wide / 2 : wide;
  pen.textAlign = spot.side < 0 ? "right" : "left";
  pen.font = `600 ${size}px ${palette.font}`;
  pen.fillStyle = palette.accent;
  const at = x + (spot.side < 0 ? -1 : 1) * (reach + 0.35 * size);
  pen.strokeText(DISPUTED, at, y);
  pen.fillText(DISPUTED, at, y);
}

/**
 * A name on a ground of its own.
 * @param {Pen} pen @param {Name} name @param {Look} look
 */
function drawMarked(pen, name, look) {
  const { spot } = name;
  const { palette, focus } = look;
  const sign = concepts[spot.id].disputed ? 1.4 * name.size : 0;
  pen.globalAlpha = 1;
  roundedBox(
    pen,
    name.left - 5 - (spot.side < 0 ? sign : 0),
    name.top - 1.5,
    name.right + 5 + (spot.side < 0 ? 0 : sign),
    name.bottom + 1.5,
  );
  pen.fillStyle = palette.paper;
  pen.fill();
  pen.fillStyle = palette.tint;
  pen.fill();
  if (spot.id === focus.concept || spot.id === focus.other) {
    pen.lineWidth = 1.2;
    pen.strokeStyle = blockColour(palette, concepts[spot.id].block);
    pen.stroke();
  }
  drawName(pen, name, { ...look, palette: { ...palette, paper: "transparent" } });
}

/**
 * @param {Pen} pen @param {number} left @param {number} top @param {number} right
 * @param {number} bottom
 */
function roundedBox(pen, left, top, right, bottom) {
  const corner = 4;
  pen.beginPath();
  pen.moveTo(left + corner, top);
  pen.lineTo(right - corner, top);
  pen.quadraticCurveTo(right, top, right, top + corner);
  pen.lineTo(right, bottom - corner);
  pen.quadraticCurveTo(right, bottom, right - corner, bottom);
  pen.lineTo(left + corner, bottom);
  pen.quadraticCurveTo(left, bottom, left, bottom - corner);
  pen.lineTo(left, top + corner);
  pen.quadraticCurveTo(left, top, left + corner, top);
}

/**
 * What the sides of a neighbourhood show.
 * @param {Pen} pen @param {Scene} scene @param {Frame} view
 * @param {Palette} palette
 */
export function drawCaptions(pen, scene, view, palette) {
  for (const { relation, x, y, side } of scene.captions) {
    const at = toScreen(view, { x: x - side * 6, y });
    pen.font = `600 ${11.5 * view.letters}px ${palette.font}`;
    pen.textAlign = side < 0 ? "right" : "left";
    pen.globalAlpha = 1;
    pen.strokeStyle = palette.paper;
    pen.fillStyle = palette.quiet;
    pen.lineWidth = HALO;
    pen.strokeText(word(relation), at.x, at.y);
    pen.fillText(word(relation), at.x, at.y);
  }
}
