// The dots of the map.

import { childrenOf, concepts } from "../page/data.js";
import { strength } from "./focus.js";
import { blockColour } from "./palette.js";

/** @typedef {import("./svgpen.js").Pen} Pen */
/** @typedef {import("./scene.js").Spot} Spot */

const RADIUS = [6.5, 4.5, 4, 3.4];
const TWIST = { radius: 6, sign: 2.6 };

/**
 * Filled in the first two levels, hollow below, so that depth is seen without colour; pointing up
 * where it leads to something broader; a plus where its branch is closed.
 * @param {Pen} pen @param {Spot} spot @param {import("./palette.js").Palette} palette
 * @param {import("./focus.js").Focus} focus
 * @param {number|null} [twist] the one whose branch a click would close
 */
export function drawDot(pen, spot, palette, focus, twist = null) {
  const { id, level, folded } = spot;
  const closing = id === twist && !folded && childrenOf(id).length > 0;
  const radius = folded || closing ? TWIST.radius : RADIUS[Math.min(level, RADIUS.length - 1)];
  const hollow = level > 1 || folded || closing;
  const colour = blockColour(palette, concepts[id].block);
  pen.globalAlpha = 1;
  trace(pen, spot, radius);
  pen.fillStyle = palette.paper;
  pen.fill();
  pen.globalAlpha = strength(id, focus);
  pen.fillStyle = hollow ? palette.paper : colour;
  pen.fill();
  if (hollow) {
    trace(pen, spot, radius - 0.8);
    if (folded || closing) traceSign(pen, spot, folded);
    pen.lineWidth = 1.6;
    pen.strokeStyle = colour;
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/** @param {Pen} pen @param {Spot} spot @param {number} radius */
function trace(pen, { x, y, relation }, radius) {
  pen.beginPath();
  if (relation !== "broader") return pen.arc(x, y, radius, 0, 2 * Math.PI);
  const wide = 1.15 * radius;
  pen.moveTo(x, y - 1.2 * radius);
  pen.lineTo(x + wide, y + 0.85 * radius);
  pen.lineTo(x - wide, y + 0.85 * radius);
  pen.lineTo(x, y - 1.2 * radius);
}

/** @param {Pen} pen @param {Spot} spot @param {boolean} plus or a minus */
function traceSign(pen, { x, y }, plus) {
  pen.moveTo(x - TWIST.sign, y);
  pen.lineTo(x + TWIST.sign, y);
  if (!plus) return;
  pen.moveTo(x, y - TWIST.sign);
  pen.lineTo(x, y + TWIST.sign);
}
