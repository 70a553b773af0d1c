// A pen with the part of a canvas's interface that the map is drawn with, which writes SVG.
// https://www.w3.org/TR/SVG11/

/**
 * @typedef {Pick<CanvasRenderingContext2D, "beginPath"|"moveTo"|"lineTo"|"quadraticCurveTo"|"arc"
 *   |"stroke"|"fill"|"setLineDash"|"strokeText"|"fillText"|"font"|"globalAlpha"
 *   |"lineWidth"|"strokeStyle"|"fillStyle"|"textAlign"|"textBaseline"|"lineJoin"
 *   |"measureText">} Pen
 */

const ANCHORS = { left: "start", start: "start", center: "middle", right: "end", end: "end" };

/** @param {number} number */
const short = (number) => String(Math.round(number * 100) / 100);

/** @param {string} text */
export const asXml = (text) =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Writes what a canvas would show. Measures text with `ruler`, for it has no fonts of its own. */
export class SvgPen {
  /** @type {string[]} */
  #written = [];
  #path = "";
  /** @type {number[]} */
  #dash = [];
  #ruler;
  font = "12px sans-serif";
  globalAlpha = 1;
  lineWidth = 1;
  /** @type {string|CanvasGradient|CanvasPattern} */
  strokeStyle = "#000";
  /** @type {string|CanvasGradient|CanvasPattern} */
  fillStyle = "#000";
  /** @type {CanvasTextAlign} */
  textAlign = "left";
  /** @type {CanvasTextBaseline} */
  textBaseline = "middle";
  /** @type {CanvasLineJoin} */
  lineJoin = "round";

  /** @param {CanvasRenderingContext2D} ruler */
  constructor(ruler) {
    this.#ruler = ruler;
  }

  beginPath() {
    this.#path = "";
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.#path += `M${short(x)} ${short(y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.#path += `L${short(x)} ${short(y)}`;
  }

  /** @param {number} cx @param {number} cy @param {number} x @param {number} y */
  quadraticCurveTo(cx, cy, x, y) {
    this.#path += `Q${[cx, cy, x, y].map(short).join(" ")}`;
  }

  /**
   * Always a whole circle here.
   * @param {number} x @param {number} y @param {number} radius
   */
  arc(x, y, radius) {
    const half = `a${short(radius)} ${short(radius)} 0 1 0 `;
    this.#path += `M${short(x - radius)} ${short(y)}`;
    this.#path += `${half}${short(2 * radius)} 0${half}${short(-2 * radius)} 0Z`;
  }

  /** @param {Iterable<number>} dash */
  setLineDash(dash) {
    this.#dash = [...dash];
  }

  stroke() {
    const dash = this.#dash.length ? ` stroke-dasharray="${this.#dash.join(" ")}"` : "";
    this.#draw(`fill="none" ${this.#strokes()}${dash}`);
  }

  fill() {
    this.#draw(`fill="${asXml(String(this.fillStyle))}"`);
  }

  /** @param {string} text @param {number} x @param {number} y @param {number} [most] */
  strokeText(text, x, y, most) {
    this.#text(text, x, y, most, `fill="none" stroke-linejoin="round" ${this.#strokes()}`);
  }

  /** @param {string} text @param {number} x @param {number} y @param {number} [most] */
  fillText(text, x, y, most) {
    this.#text(text, x, y, most, `fill="${asXml(String(this.fillStyle))}"`);
  }

  /** @param {string} text */
  measureText(text) {
    this.#ruler.font = this.font;
    return this.#ruler.measureText(text);
  }

  #strokes() {
    return `stroke="${asXml(String(this.strokeStyle))}" stroke-width="${short(this.lineWidth)}"`;
  }

  /** @param {string} look */
  #draw(look) {
    if (!this.#path || look.includes('"transparent"')) return;
    this.#written.push(`<path ${look}${this.#opacity()} d="${this.#path}"/>`);
  }

  /**
   * @param {string} text @param {number} x @param {number} y @param {number|undefined} most
   * @param {string} look
   */
  #text(text, x, y, most, look) {
    if (look.includes('"transparent"')) return;
    const [, style, weight, size, family] = /^(italic )?(\d+ )?([\d.]+)px (.*)$/s.exec(
      this.font,
    ) ?? ["", "", "", "12", this.font];
    const squeezed = most !== undefined && this.measureText(text).width > most;
    this.#written.push(
      `<text x="${short(x)}" y="${short(y)}" dominant-baseline="central"` +
        ` text-anchor="${ANCHORS[this.textAlign]}" font-size="${short(Number(size))}"` +
        ` font-family="${asXml(family)}"${weight ? ` font-weight="${weight.trim()}"` : ""}` +
        `${style ? ' font-style="italic"' : ""}` +
        `${squeezed ? ` textLength="${short(most)}" lengthAdjust="spacingAndGlyphs"` : ""}` +
        ` ${look}${this.#opacity()}>${asXml(text)}</text>`,
    );
  }

  #opacity() {
    return this.globalAlpha < 1 ? ` opacity="${short(this.globalAlpha)}"` : "";
  }

  /** What was drawn, as elements without the one around them. */
  elements() {
    return this.#written.join("\n");
  }
}
