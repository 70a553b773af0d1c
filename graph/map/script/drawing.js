// The map on its canvas: dots where vis-network asks for them, lines before, names after.

import { concepts } from "./data.js";
import { FADED_NAME } from "./edges.js";
import { nameAt, placeNames } from "./names.js";
import { blockColour } from "./palette.js";

/** @typedef {import("./names.js").View} View */
/** @typedef {import("./names.js").Name} Name */
/** @typedef {import("./edges.js").Focus} Focus */
/** @typedef {import("./palette.js").Palette} Palette */

const RADIUS = [6.5, 4.5, 4, 3.4];
const HALO = 3.5;

/** A dot: filled in the first two levels, hollow below, so that depth is seen without colour.
 * @param {CanvasRenderingContext2D} context @param {number} id @param {Palette} palette
 * @param {Focus} focus */
export function drawDot(context, id, palette, focus) {
  const concept = concepts[id];
  const radius = RADIUS[Math.min(concept.depth, RADIUS.length - 1)];
  const colour = blockColour(palette, concept.block);
  context.beginPath();
  context.arc(concept.x, concept.y, radius, 0, 2 * Math.PI);
  context.fillStyle = palette.paper;
  context.fill();
  context.globalAlpha = faded(id, focus) ? FADED_NAME : 1;
  context.fillStyle = concept.depth < 2 ? colour : palette.paper;
  context.fill();
  if (concept.depth > 1) {
    context.lineWidth = 1.6;
    context.strokeStyle = colour;
    context.beginPath();
    context.arc(concept.x, concept.y, radius - 0.8, 0, 2 * Math.PI);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** @param {number} id @param {Focus} focus */
function faded(id, focus) {
  return focus.concept !== null && !focus.near.has(id) && focus.hovered !== id;
}

/**
 * Draws names in the pixels of the screen and returns those it drew.
 * @param {CanvasRenderingContext2D} context @param {View} view @param {string} language
 * @param {Palette} palette @param {Focus} focus
 */
export function drawNames(context, view, language, palette, focus) {
  const ratio = context.canvas.width / view.width;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const names = placeNames(view, language, focus.near);
  for (const name of names) drawName(context, name, language, palette, focus);
  for (const id of [focus.hovered, focus.concept]) {
    if (id === null) continue;
    drawMarked(context, nameAt(view, concepts[id], language), language, palette, focus);
  }
  context.restore();
  return names;
}

/** @param {CanvasRenderingContext2D} context @param {Name} name @param {string} language
 * @param {Palette} palette @param {Focus} focus */
function drawName(context, name, language, palette, focus) {
  const { concept, lines, leading } = name;
  const top = concept.side === 0;
  context.font = fontOf(name, language, palette);
  context.textAlign = top ? "center" : concept.side < 0 ? "right" : "left";
  const x = top ? (name.left + name.right) / 2 : concept.side < 0 ? name.right : name.left;
  context.globalAlpha = faded(concept.id, focus) ? FADED_NAME : 1;
  context.strokeStyle = palette.paper;
  context.fillStyle = top ? blockColour(palette, concept.block) : palette.ink;
  if (top && concept.block < 0) context.fillStyle = palette.ink;
  context.lineWidth = HALO;
  const bold = top ? 1 : 0;
  lines.forEach((line, number) => {
    const text = line.replace("\u200b", "");
    const y = name.top + (number + 0.5) * leading + bold;
    const most = name.right - name.left;
    context.strokeText(text, x, y, most);
    context.fillText(text, x, y, most);
  });
  context.globalAlpha = 1;
}

/** A name on a ground of its own: the selected one, and the one under the pointer.
 * @param {CanvasRenderingContext2D} context @param {Name} name @param {string} language
 * @param {Palette} palette @param {Focus} focus */
function drawMarked(context, name, language, palette, focus) {
  const { concept } = name;
  const selected = concept.id === focus.concept;
  context.font = fontOf(name, language, palette);
  const most = name.right - name.left;
  const wide = Math.min(
    most,
    Math.max(...name.lines.map((line) => context.measureText(line).width)),
  );
  const left =
    concept.side === 0
      ? (name.left + name.right - wide) / 2
      : concept.side < 0
        ? name.right - wide
        : name.left;
  context.beginPath();
  context.roundRect(left - 4, name.top - 1.5, wide + 8, name.bottom - name.top + 3, 4);
  context.fillStyle = palette.paper;
  context.fill();
  context.fillStyle = palette.tint;
  context.fill();
  if (selected) {
    context.lineWidth = 1.2;
    context.strokeStyle = blockColour(palette, concept.block);
    context.stroke();
  }
  const bare = { ...palette, paper: "transparent" };
  drawName(context, name, language, bare, { ...focus, concept: null });
}

/** @param {Name} name @param {string} language @param {Palette} palette */
function fontOf({ concept, size }, language, palette) {
  const slant = concept.borrowed.includes(language) ? "italic " : "";
  return `${slant}${concept.side === 0 ? 650 : 400} ${size}px ${palette.font}`;
}
