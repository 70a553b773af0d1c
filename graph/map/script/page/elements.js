// Elements from text: the only way anything from the graph gets into the page. Text stays text.

import { present } from "./grouping.js";

/** @typedef {Node|string|null|undefined} Child */

/**
 * @param {string} name @param {Object<string, string|undefined>} attributes
 * @param {Child[]} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, value);
  made.append(...present(children));
  return made;
}

/**
 * Text in a language of its own, whose direction is its own too.
 * @param {string} name @param {string} text @param {string} language
 */
export function inLanguage(name, text, language) {
  return element(name, { lang: language, dir: "auto" }, text);
}

/**
 * An IRI as a link where that is safe (http, https, mailto), else as text.
 * @param {string} iri
 */
export function webLink(iri) {
  if (!/^(https?:\/\/|mailto:)[^\s\x00-\x20]+$/i.test(iri)) return element("span", {}, iri);
  const link = { href: iri, rel: "noopener noreferrer external", target: "_blank", dir: "ltr" };
  return element("a", link, iri);
}

/** @param {string} heading @param {(Node|null)[]} content @param {string} [kind] */
export function section(heading, content, kind) {
  return element("section", { class: kind }, element("h3", {}, heading), ...content);
}

/**
 * Fills a part of the page anew; what had the focus in it has it again, found by its `id`.
 * @param {Element} place @param {Child[]} children
 */
export function refill(place, ...children) {
  const focused = place.contains(document.activeElement) ? document.activeElement?.id : "";
  place.replaceChildren(...present(children));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/**
 * Scrolls a list so that a row of it is seen, in the middle if it wasn't.
 * @param {Element} list
 * @param {Element|null} row
 */
export function bringToSight(list, row) {
  if (!row) return;
  const [around, own] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (own.top < around.top + 40 || own.bottom > around.bottom - 8)
    row.scrollIntoView({ block: "center" });
}
