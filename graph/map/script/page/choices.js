// A list to choose from.

import { element } from "./elements.js";

/** @typedef {{value: string, text: string, under?: string}} Choice under: the heading it has */

/**
 * @param {Object<string, string>} attributes @param {Choice[]} choices
 * @param {string} chosen the value of one
 */
export function select(attributes, choices, chosen) {
  /** @param {Choice} choice */
  const option = ({ value, text }) =>
    element("option", { value, selected: value === chosen ? "" : undefined }, text);
  const heads = [...new Set(choices.map(({ under }) => under))];
  const options = heads.flatMap((head) => {
    const some = choices.filter(({ under }) => under === head).map(option);
    return head === undefined ? some : [element("optgroup", { label: head }, ...some)];
  });
  return /** @type {HTMLSelectElement} */ (element("select", attributes, ...options));
}
