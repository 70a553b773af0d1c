// The state of the page is its address: #concept=…&lang=…&view=…, so back and forward just work.

import { concepts, nearestLanguage, settings } from "./data.js";

/** @typedef {{concept: number|null, language: string, view: "map"|"list", unknown: string}} State
 *   unknown: what the address names and the map does not hold */

const numberOf = new Map(concepts.map((concept) => [concept.key, concept.id]));

/** @param {string} hash @returns {State} */
export function readAddress(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const key = said.get("concept") ?? "";
  const view = said.get("view");
  return {
    concept: numberOf.get(key) ?? null,
    unknown: numberOf.has(key) ? "" : key,
    language: known(said.get("lang")) ?? openingLanguage(),
    view: view === "map" || view === "list" ? view : narrow() ? "list" : "map",
  };
}

/** @param {string|null} tag */
function known(tag) {
  return settings.languages.find((language) => language.toLowerCase() === tag?.toLowerCase());
}

/** The one the page was made to open in, else the reader's, else the first. */
function openingLanguage() {
  if (settings.language !== null) return settings.language;
  const found = navigator.languages.map((tag) => known(tag) ?? known(tag.split("-")[0]));
  return found.find((tag) => tag !== undefined) ?? settings.languages[0];
}

/** Whether a list reads better than the map. */
export function narrow() {
  return window.innerWidth < 700;
}

/**
 * The address of `state` with `change` made to it.
 * @param {State} state @param {Partial<State>} [change]
 */
export function writeAddress(state, change = {}) {
  const { concept, language, view } = { ...state, ...change };
  const said = new URLSearchParams();
  if (concept !== null) said.set("concept", concepts[concept].key);
  said.set("lang", language);
  if (view !== (narrow() ? "list" : "map")) said.set("view", view);
  return `#${said}`;
}

/** The tag of the language whose words the page itself speaks. @param {string} language */
export function wordsLanguage(language) {
  return nearestLanguage(settings.words, language) ?? "en";
}
