// The lines of the map: each block's outline as one path, related links as quiet curves under it.

import { concepts, edges } from "./data.js";
import { blockColour } from "./palette.js";

/** @typedef {import("./palette.js").Palette} Palette */
/** @typedef {{concept: number|null, hovered: number|null, near: Set<number>}} Focus */

const CORNER = 6;
/** Above so many, related links are not dashed, which is slow; above ten times that, not bent. */
const MOST_DASHED = 100;
export const FADED = 0.16;
export const FADED_NAME = 0.4;

/** Lines of the outlines, by block; what leads from one block to another is a quiet curve. */
const outlines = Map.groupBy(edges.filter(isInOutline), (edge) => concepts[edge.from].block);
const relatedEdges = edges.filter((edge) => edge.kind === "related");
const otherBroader = edges.filter((edge) => edge.kind !== "related" && !isInOutline(edge));

/** @param {import("./data.js").Edge} edge */
function isInOutline(edge) {
  return edge.kind === "tree" && concepts[edge.from].block === concepts[edge.to].block;
}

/** @param {CanvasRenderingContext2D} context @param {Palette} palette @param {Focus} focus */
export function drawLines(context, palette, focus) {
  drawRelated(context, palette, focus);
  context.lineWidth = 1.3;
  for (const [block, lines] of outlines) {
    context.strokeStyle = blockColour(palette, block);
    context.globalAlpha = focus.concept === null ? 0.55 : FADED;
    strokeAll(context, lines, elbow);
    context.globalAlpha = 1;
    const touched = lines.filter((edge) => touches(edge, focus));
    if (focus.concept !== null) strokeAll(context, touched, elbow);
  }
}

/** @param {CanvasRenderingContext2D} context @param {Palette} palette @param {Focus} focus */
function drawRelated(context, palette, focus) {
  context.lineWidth = 0.9;
  context.strokeStyle = palette.link;
  const many = relatedEdges.length / MOST_DASHED;
  context.globalAlpha = (many > 1 ? 0.16 : 0.5) * (focus.concept === null ? 1 : 0.5);
  if (many <= 1) context.setLineDash([3, 4]);
  strokeAll(context, relatedEdges, many > 10 ? straight : curve);
  context.setLineDash([]);
  strokeAll(context, otherBroader, curve);
  context.lineWidth = 1.8;
  context.globalAlpha = 1;
  for (const edge of [...relatedEdges, ...otherBroader].filter((line) => touches(line, focus))) {
    const ends = [edge.from, edge.to];
    const one = ends.includes(focus.concept ?? -1) ? focus.concept : focus.hovered;
    context.strokeStyle = blockColour(palette, concepts[one ?? edge.from].block);
    strokeAll(context, [edge], curve);
  }
}

/** @param {import("./data.js").Edge} edge @param {Focus} focus */
function touches(edge, focus) {
  const ends = [edge.from, edge.to];
  return ends.includes(focus.concept ?? -1) || ends.includes(focus.hovered ?? -1);
}

/** @typedef {(context: CanvasRenderingContext2D, edge: import("./data.js").Edge) => void} Tracer */

/** @param {CanvasRenderingContext2D} context @param {import("./data.js").Edge[]} lines
 * @param {Tracer} trace */
function strokeAll(context, lines, trace) {
  context.beginPath();
  for (const edge of lines) trace(context, edge);
  context.stroke();
}

/** Down from the broader concept, then round a corner to the narrower one. @type {Tracer} */
function elbow(context, edge) {
  const below = concepts[edge.from];
  const above = concepts[edge.to];
  context.moveTo(above.x, above.y);
  context.lineTo(above.x, below.y - CORNER);
  context.quadraticCurveTo(above.x, below.y, above.x + below.side * CORNER, below.y);
  context.lineTo(below.x, below.y);
}

/** @type {Tracer} */
function straight(context, edge) {
  context.moveTo(concepts[edge.from].x, concepts[edge.from].y);
  context.lineTo(concepts[edge.to].x, concepts[edge.to].y);
}

/** Bent to one side, so that it does not run along a column of names. @type {Tracer} */
function curve(context, edge) {
  const from = concepts[edge.from];
  const to = concepts[edge.to];
  const bend = 0.18;
  context.moveTo(from.x, from.y);
  context.quadraticCurveTo(
    (from.x + to.x) / 2 + (to.y - from.y) * bend,
    (from.y + to.y) / 2 - (to.x - from.x) * bend,
    to.x,
    to.y,
  );
}
