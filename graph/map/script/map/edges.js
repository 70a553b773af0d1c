// The lines of the map: each block's outline as one path, related links as quiet curves under it.

import { concepts } from "../page/data.js";
import { FADED, fades, isLeftOut, stands } from "./focus.js";
import { blockColour } from "./palette.js";

/** @typedef {import("./palette.js").Palette} Palette */
/** @typedef {import("./focus.js").Focus} Focus */
/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").Line} Line */
/** @typedef {import("./svgpen.js").Pen} Pen */

const CORNER = 6;
/** Above so many, related links are not dashed, which is slow; above ten times that, not bent. */
const MOST_DASHED = 100;
const DASH = [3, 4];

/**
 * @param {Pen} pen @param {Scene} scene @param {Palette} palette @param {Focus} focus
 * @param {number} [scale] at which lines are no thicker than at scale 1: a browser draws those of
 *   at most a pixel several times as fast
 */
export function drawLines(pen, scene, palette, focus, scale = 1) {
  const thin = 1 / Math.max(scale, 1);
  drawCurves(pen, scene, palette, focus, thin);
  const faded = fades(focus);
  for (const lines of scene.elbows) {
    const [{ related, block }] = lines;
    if (isLeftOut(related, focus)) continue;
    pen.lineWidth = 1.3 * thin;
    pen.strokeStyle = blockColour(palette, block);
    pen.globalAlpha = faded && !isNeighbourhood(scene) ? FADED.line : 0.55;
    if (related) pen.setLineDash(DASH);
    strokeAll(pen, scene, lines, elbow);
    pen.globalAlpha = 1;
    pen.lineWidth = (focus.path === null ? 1.3 : 2.2) * thin;
    const standing = faded ? lines.filter((line) => stands(line, focus)) : [];
    if (standing.length) strokeAll(pen, scene, standing, elbow);
    pen.setLineDash([]);
  }
}

/** @param {Scene} scene */
function isNeighbourhood(scene) {
  return scene.captions.length > 0;
}

/**
 * @param {Pen} pen @param {Scene} scene @param {Palette} palette @param {Focus} focus
 * @param {number} thin
 */
function drawCurves(pen, scene, palette, focus, thin) {
  const curves = scene.curves.filter((line) => !isLeftOut(line.related, focus));
  const many = curves.length / MOST_DASHED;
  const faded = fades(focus);
  pen.lineWidth = 0.9 * thin;
  pen.strokeStyle = palette.link;
  pen.globalAlpha = (many > 1 ? 0.12 : 0.5) * (faded || isNeighbourhood(scene) ? 0.5 : 1);
  if (many <= 1) pen.setLineDash(DASH);
  strokeAll(pen, scene, curves, many > 10 ? straight : curve);
  pen.setLineDash([]);
  pen.lineWidth = (focus.path === null ? 1.8 : 2.2) * thin;
  pen.globalAlpha = 1;
  for (const line of curves.filter((one) => stands(one, focus))) {
    const ends = [line.from, line.to];
    const one = [focus.concept, focus.visited].find((id) => id !== null && ends.includes(id));
    pen.strokeStyle = blockColour(palette, concepts[one ?? line.from].block);
    strokeAll(pen, scene, [line], curve);
  }
}

/**
 * @typedef {(pen: Pen, from: import("./scene.js").Spot, to: import("./scene.js").Spot) => void}
 *   Tracer
 */

/** @param {Pen} pen @param {Scene} scene @param {Line[]} lines @param {Tracer} trace */
function strokeAll(pen, scene, lines, trace) {
  pen.beginPath();
  for (const { from, to } of lines) {
    const [one, other] = [scene.spots.get(from), scene.spots.get(to)];
    if (one && other) trace(pen, one, other);
  }
  pen.stroke();
}

/**
 * Down from the broader concept, then round a corner to the narrower one.
 * @type {Tracer}
 */
function elbow(pen, below, above) {
  pen.moveTo(above.x, above.y);
  pen.lineTo(above.x, below.y - CORNER);
  pen.quadraticCurveTo(above.x, below.y, above.x + below.side * CORNER, below.y);
  pen.lineTo(below.x, below.y);
}

/** @type {Tracer} */
function straight(pen, from, to) {
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
}

/**
 * Bent to one side, so that it does not run along a column of names.
 * @type {Tracer}
 */
function curve(pen, from, to) {
  const bend = 0.18;
  pen.moveTo(from.x, from.y);
  pen.quadraticCurveTo(
    (from.x + to.x) / 2 + (to.y - from.y) * bend,
    (from.y + to.y) / 2 - (to.x - from.x) * bend,
    to.x,
    to.y,
  );
}
