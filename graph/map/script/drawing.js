// Dots and names: the part of the map that is read.

import { childrenOf, concepts } from "./data.js";
import { strength } from "./focus.js";
import { present } from "./grouping.js";
import { nameAt, toScreen } from "./names.js";
import { blockColour } from "./palette.js";
import { word } from "./words.js";

/** @typedef {import("./names.js").View} View */
/** @typedef {import("./names.js").Name} Name */
/** @typedef {import("./focus.js").Focus} Focus */
/** @typedef {import("./palette.js").Palette} Palette */
/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").Spot} Spot */
/** @typedef {import("./svgpen.js").Pen} Pen */

const RADIUS = [6.5, 4.5, 4, 3.4];
const HALO = 3.5;
/** Stands after the name of a concept that the sources read differently. */
const DISPUTED = "≠";

/**
 * A dot: filled in the first two levels, hollow below, so that depth is seen without colour; a
 * plus where its branch is closed.
 * @param {Pen} pen @param {Spot} spot @param {Palette} palette
 * @param {Focus} focus @param {number|null} twist the one whose branch a click would close
 */
export function drawDot(pen, spot, palette, focus, twist = null) {
  const { id, x, y, level, folded } = spot;
  const closing = id === twist && !folded && childrenOf(id).length > 0;
  const radius = folded || closing ? 6 : RADIUS[Math.min(level, RADIUS.length - 1)];
  const hollow = level > 1 || folded || closing;
  const colour = blockColour(palette, concepts[id].block);
  pen.globalAlpha = 1;
  circle(pen, x, y, radius, palette.paper);
  pen.globalAlpha = strength(id, focus);
  circle(pen, x, y, radius, hollow ? palette.paper : colour);
  if (hollow) {
    pen.lineWidth = 1.6;
    pen.strokeStyle = colour;
    pen.beginPath();
    pen.arc(x, y, radius - 0.8, 0, 2 * Math.PI);
    if (folded || closing) {
      pen.moveTo(x - 2.6, y);
      pen.lineTo(x + 2.6, y);
    }
    if (folded) {
      pen.moveTo(x, y - 2.6);
      pen.lineTo(x, y + 2.6);
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/**
 * @param {Pen} pen @param {number} x @param {number} y @param {number} radius
 * @param {string} colour
 */
function circle(pen, x, y, radius, colour) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
}

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
 * The selected name and the visited one, wherever they stand in the window.
 * @param {Scene} scene @param {View} view @param {Look} look
 */
export function markedNames(scene, view, { language, focus }) {
  const spots = present([focus.visited, focus.concept]).map((id) => scene.spots.get(id));
  return present(spots).map((spot) => nameAt(view, spot, language));
}

/** @param {Pen} pen @param {Name} name @param {Look} look */
function drawName(pen, name, { language, palette, focus }) {
  const { spot, lines, leading } = name;
  const { block, disputed } = concepts[spot.id];
  const above = spot.side === 0;
  pen.font = fontOf(name, language, palette);
  pen.textAlign = above ? "center" : spot.side < 0 ? "right" : "left";
  const x = above ? (name.left + name.right) / 2 : spot.side < 0 ? name.right : name.left;
  pen.globalAlpha = strength(spot.id, focus);
  pen.strokeStyle = palette.paper;
  pen.fillStyle = above && block >= 0 ? blockColour(palette, block) : palette.ink;
  pen.lineWidth = HALO;
  lines.forEach((line, number) => {
    const text = line.replace("\u200b", "");
    const y = name.top + (number + 0.5) * leading + (above ? 1 : 0);
    const most = name.right - name.left;
    pen.strokeText(text, x, y, most);
    pen.fillText(text, x, y, most);
    if (disputed && number === lines.length - 1) drawDispute(pen, name, x, y, text, palette);
  });
  pen.globalAlpha = 1;
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
  const { palette, focus, language } = look;
  pen.font = fontOf(name, language, palette);
  const widest = Math.max(...name.lines.map((line) => pen.measureText(line).width));
  const wide = Math.min(name.right - name.left, widest);
  const middle = (name.left + name.right - wide) / 2;
  const left = spot.side === 0 ? middle : spot.side < 0 ? name.right - wide : name.left;
  pen.globalAlpha = 1;
  roundedBox(pen, left - 5, name.top - 1.5, left + wide + 5, name.bottom + 1.5);
  pen.fillStyle = palette.paper;
  pen.fill();
  pen.fillStyle = palette.tint;
  pen.fill();
  if (spot.id === focus.concept) {
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
 * @param {Pen} pen @param {Scene} scene @param {View} view
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

/** @param {Name} name @param {string} language @param {Palette} palette */
function fontOf({ spot, size }, language, palette) {
  const slant = concepts[spot.id].borrowed.includes(language) ? "italic " : "";
  return `${slant}${spot.side === 0 ? 650 : 400} ${size}px ${palette.font}`;
}
