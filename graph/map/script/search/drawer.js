// The filters: what the reader wants to see of the map, and how much of it is left.

import { unfiltered } from "../page/address.js";
import { select } from "../page/choices.js";
import {
  blockRoots,
  collections,
  concepts,
  nameOf,
  settings,
  sources,
  topOf,
} from "../page/data.js";
import { element, inLanguage, refill } from "../page/elements.js";
import { isFiltering } from "./filters.js";
import { filterWords } from "./filterwords.js";
import { hueOf } from "../map/palette.js";
import { collectionName, sourceName } from "../panel/sourcenames.js";
import { languageName, word } from "../page/words.js";

/** @typedef {import("../page/address.js").State} State */
/** @typedef {import("../page/choices.js").Choice} Choice */
/** @typedef {import("./filters.js").Filters} Filters */

const drawer = /** @type {HTMLElement} */ (document.getElementById("drawer"));
const filterButton = /** @type {HTMLElement} */ (document.getElementById("filter"));
const status = /** @type {HTMLElement} */ (document.getElementById("status"));
const counter = /** @type {HTMLElement} */ (document.getElementById("left"));

/** The count that was told last. */
let said = "";

/**
 * @param {() => State} current @param {(change: Partial<State>) => void} go
 * @param {() => void} turned fills them, when they have been opened or closed
 */
export function openDrawer(current, go, turned) {
  /** @param {boolean} open */
  function setDrawer(open) {
    drawer.hidden = !open;
    document.body.toggleAttribute("data-drawer", open);
    filterButton.setAttribute("aria-expanded", String(open));
    turned();
    if (open) drawer.focus({ preventScroll: true });
    else filterButton.focus();
  }

  filterButton.addEventListener("click", () => setDrawer(drawer.hidden));
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    setDrawer(false);
  });
  drawer.addEventListener("click", ({ target }) => {
    if (/** @type {Element} */ (target).closest(".close")) setDrawer(false);
  });
  drawer.addEventListener("change", ({ target }) => {
    const changed = /** @type {HTMLInputElement|HTMLSelectElement} */ (target);
    go({ filters: { ...current().filters, ...changeOf(changed, current().filters) } });
  });
}

/**
 * @param {HTMLInputElement|HTMLSelectElement} changed @param {Filters} filters
 * @returns {Partial<Filters>}
 */
function changeOf(changed, filters) {
  const { name, value } = changed;
  const checked = "checked" in changed && changed.checked;
  if (name === "top") {
    const others = filters.tops.filter((id) => id !== Number(value));
    return { tops: checked ? [...others, Number(value)] : others };
  }
  if (name === "source")
    return {
      source: value ? Number(value.replace("-", "")) : null,
      without: value.startsWith("-"),
    };
  if (name === "group") return { group: value ? Number(value) : null };
  if (name === "relation")
    return { relation: value === "broader" || value === "related" ? value : null };
  if (name === "missing") return { missing: value || null };
  return { disputed: checked };
}

/** @param {State} state @param {Set<number>|null} left what the filters leave */
export function showDrawer(state, left) {
  const on = isFiltering(state.filters);
  const count = countOf(state, left);
  filterButton.textContent = word("filter");
  filterButton.toggleAttribute("data-on", on);
  counter.hidden = !on;
  const asked = left?.size === 0 ? "" : filterWords(state).map(isolated).join(" · ");
  const words = element("span", { id: "left-words", title: asked }, asked);
  const all = element("a", { id: "show-all", href: unfiltered(state) }, word("showAll"));
  refill(counter, element("strong", { id: "left-count" }, count), " ", words, " ", all);
  if (on && count !== said) status.textContent = `${count}: ${asked}`;
  said = count;
  // Not before it is seen: the page's first picture doesn't wait for it.
  if (!drawer.hidden) refill(drawer, ...contentsOf(state, count));
}

/**
 * How many concepts are left, in words.
 * @param {State} state @param {Set<number>|null} left
 */
function countOf(state, left) {
  const { missing, ...others } = state.filters;
  const whole = missing !== null && !isFiltering({ ...others, missing: null });
  if (left?.size === 0 && whole) return word("noneMissing", { language: languageName(missing) });
  return word("left", { count: left?.size ?? concepts.length, total: concepts.length });
}

/**
 * A name whose direction is its own, for where text has no elements.
 * @param {string} text
 */
function isolated(text) {
  return `\u2068${text}\u2069`;
}

/** @param {State} state @param {string} count */
function contentsOf(state, count) {
  const close = { type: "button", class: "close", id: "drawer-close", "aria-label": word("close") };
  const { group, relation, missing } = state.filters;
  const several = settings.languages.length > 1;
  return [
    element("button", close, "×"),
    element("h2", { id: "drawer-title" }, word("filter")),
    element("p", { class: "count" }, count),
    legend(state),
    field("source", word("source"), sourceChoices(), sourceValue(state)),
    field("group", word("group"), groupChoices(state), String(group ?? "")),
    field("relation", word("relation"), relationChoices(), relation ?? ""),
    several ? field("missing", word("missing"), languageChoices(), missing ?? "") : null,
    disputed(state),
  ];
}

/**
 * The top concepts with their colours.
 * @param {State} state
 */
function legend({ filters, language }) {
  if (blockRoots.length < 2) return null;
  const rows = blockRoots.map((id) => {
    const { text, language: tag } = nameOf(id, language);
    const size = concepts.filter((concept) => topOf(concept.id) === id).length;
    const checked = filters.tops.includes(id) ? "" : undefined;
    const box = { type: "checkbox", name: "top", value: String(id), id: `top-${id}`, checked };
    return element(
      "label",
      { "data-hue": hueOf(id) },
      element("input", box),
      inLanguage("span", text, tag),
      element("small", {}, String(size)),
    );
  });
  return element("fieldset", {}, element("legend", {}, word("topConcept")), ...rows);
}

/**
 * @param {string} name @param {string} label @param {Choice[]} choices @param {string} value
 */
function field(name, label, choices, value) {
  if (!choices.length) return null;
  const any = { value: "", text: word("any") };
  const made = select({ name, id: `by-${name}` }, [any, ...choices], value);
  return element("label", { class: "field" }, element("span", {}, label), made);
}

/** @param {State} state */
function sourceValue({ filters: { source, without } }) {
  return source === null ? "" : `${without ? "-" : ""}${source}`;
}

/**
 * Each source twice: what it prints, and what it does not.
 * @returns {Choice[]}
 */
function sourceChoices() {
  const named = sources.map((_, number) => ({ number, source: sourceName(number) }));
  return [
    ...named.map(({ number, source }) => ({
      value: String(number),
      text: word("inSource", { source }),
      under: word("printedBy"),
    })),
    ...named.map(({ number, source }) => ({
      value: `-${number}`,
      text: word("notIn", { source }),
      under: word("notPrintedBy"),
    })),
  ];
}

/** @param {State} state @returns {Choice[]} */
function groupChoices({ language }) {
  return collections.map(({ source }, number) => ({
    value: String(number),
    text: collectionName(number, language).text,
    under: sources[source] ? sourceName(source) : undefined,
  }));
}

/** @returns {Choice[]} */
function relationChoices() {
  return [
    { value: "broader", text: word("hierarchy") },
    { value: "related", text: word("related") },
  ];
}

/** @returns {Choice[]} */
function languageChoices() {
  return settings.languages.map((tag) => ({ value: tag, text: languageName(tag) }));
}

/** @param {State} state */
function disputed({ filters }) {
  if (!concepts.some((concept) => concept.disputed)) return null;
  const checked = filters.disputed ? "" : undefined;
  const box = { type: "checkbox", name: "disputed", id: "by-disputed", checked };
  return element("label", {}, element("input", box), element("span", {}, word("disputed")));
}
