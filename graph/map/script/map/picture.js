// The whole of what is drawn as a picture of its own: SVG, or the pixels of a PNG.

import { drawDot } from "./dots.js";
import { drawCaptions, drawNames, markedNames } from "./lettering.js";
import { drawLines } from "./edges.js";
import { byImportance, placeNames } from "./names.js";
import { asXml, SvgPen } from "./svgpen.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./lettering.js").Look} Look */
/** @typedef {import("./svgpen.js").Pen} Pen */

const AROUND = 28;
const HEADING = 40;
/** Pixels of a PNG for one of the map, and the most that browsers draw in one direction. */
const SHARPNESS = 2;
const MOST_PIXELS = 16000;

/**
 * A scene at scale 1 with all its names.
 * @param {Pen} pen whose origin is that of the scene
 * @param {Scene} scene @param {Look} look @param {string} heading
 */
function drawPicture(pen, scene, look, heading) {
  const { width, height } = scene;
  const view = { scale: 1, x: width / 2, y: height / 2, width, height, letters: 1 };
  drawLines(pen, scene, look.palette, look.focus);
  for (const spot of scene.spots.values()) drawDot(pen, spot, look.palette, look.focus);
  drawCaptions(pen, scene, view, look.palette);
  const names = placeNames(byImportance(scene), view, look.language, look.focus.near, Infinity);
  drawNames(pen, names, markedNames(scene, view, look), look);
  pen.globalAlpha = 1;
  pen.font = `650 17px ${look.palette.font}`;
  pen.textAlign = "left";
  pen.fillStyle = look.palette.ink;
  pen.fillText(heading, 0, 12 - HEADING);
}

/** @param {Scene} scene */
function sizeOf({ width, height }) {
  return { wide: width + 2 * AROUND, high: height + 2 * AROUND + HEADING };
}

/** @param {Scene} scene @param {Look} look @param {string} heading @returns {string} */
export function svgOf(scene, look, heading) {
  const ruler = document.createElement("canvas").getContext("2d");
  const pen = new SvgPen(/** @type {CanvasRenderingContext2D} */ (ruler));
  drawPicture(pen, scene, look, heading);
  const { wide, high } = sizeOf(scene);
  const box = [-AROUND, -AROUND - HEADING, wide, high].map(Math.round);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(" ")}"`,
    ` width="${box[2]}" height="${box[3]}" xml:lang="${asXml(look.language)}">`,
    `\n<title>${asXml(heading)}</title>\n`,
    `<rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}"`,
    ` fill="${asXml(look.palette.paper)}"/>\n`,
    `${pen.elements()}\n</svg>\n`,
  ].join("");
}

/** @param {Scene} scene @param {Look} look @param {string} heading @returns {Promise<Blob>} */
export function pngOf(scene, look, heading) {
  const { wide, high } = sizeOf(scene);
  const sharp = Math.min(SHARPNESS, MOST_PIXELS / Math.max(wide, high));
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(wide * sharp);
  canvas.height = Math.ceil(high * sharp);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.scale(sharp, sharp);
  pen.fillStyle = look.palette.paper;
  pen.fillRect(0, 0, wide, high);
  pen.translate(AROUND, AROUND + HEADING);
  drawPicture(pen, scene, look, heading);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"),
  );
}
