// The filters: what the reader wants to see of the map, and how much of it is left.

import { unfiltered, writeAddress } from "./address.js";
import { blockRoots, collections, concepts, nameOf, settings, sources, topOf } from "./data.js";
import { element, inLanguage, refill } from "./elements.js";
import { isFiltering } from "./filters.js";
import { nearestTag } from "./language.js";
import { hueOf } from "./palette.js";
import { languageName, word } from "./words.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./filters.js").Filters} Filters */

const drawer = /** @type {HTMLElement} */ (document.getElementById("drawer"));
const filterButton = /** @type {HTMLElement} */ (document.getElementById("filter"));
const counter = /** @type {HTMLElement} */ (document.getElementById("left"));

/** @param {() => State} current @param {(change: Partial<State>) => void} go */
export function openDrawer(current, go) {
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
    const field = /** @type {HTMLInputElement|HTMLSelectElement} */ (target);
    if (field.name === "beside") return go({ beside: field.value || null });
    go({ filters: { ...current().filters, ...changeOf(field, current().filters) } });
  });
}

/** @param {boolean} open */
function setDrawer(open) {
  drawer.hidden = !open;
  document.body.toggleAttribute("data-drawer", open);
  filterButton.setAttribute("aria-expanded", String(open));
  if (open) drawer.focus({ preventScroll: true });
  else filterButton.focus();
}

/**
 * @param {HTMLInputElement|HTMLSelectElement} field @param {Filters} filters
 * @returns {Partial<Filters>}
 */
function changeOf(field, filters) {
  const { name, value } = field;
  const checked = "checked" in field && field.checked;
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

/** @param {State} state @param {Set<number>|null} left */
export function showDrawer(state, left) {
  const count = word("left", { count: left?.size ?? concepts.length, total: concepts.length });
  const on = isFiltering(state.filters);
  filterButton.textContent = word("filter");
  filterButton.toggleAttribute("data-on", on);
  counter.hidden = !on;
  const all = element("a", { href: unfiltered(state) }, word("showAll"));
  refill(counter, element("span", { role: "status", id: "left-count" }, count), " ", all);
  refill(
    drawer,
    element(
      "button",
      { type: "button", class: "close", "aria-label": word("close"), id: "drawer-close" },
      "×",
    ),
    element("h2", { id: "drawer-title" }, word("filter")),
    element("p", { class: "count" }, count),
    legend(state),
    select("source", word("source"), sourceChoices(), sourceValue(state)),
    select("group", word("group"), groupChoices(state), String(state.filters.group ?? "")),
    select("relation", word("relation"), relationChoices(), state.filters.relation ?? ""),
    settings.languages.length < 2
      ? null
      : select("missing", word("missing"), languageChoices(), state.filters.missing ?? ""),
    disputed(state),
    settings.languages.length < 2
      ? null
      : select(
          "beside",
          word("beside"),
          languageChoices().filter(({ value }) => value !== state.language),
          state.beside ?? "",
          word("oneLanguage"),
        ),
  );
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

/** @typedef {{value: string, text: string, under?: string}} Choice */

/**
 * @param {string} name @param {string} label @param {Choice[]} choices @param {string} value
 * @param {string} [none]
 */
function select(name, label, choices, value, none = word("any")) {
  if (!choices.length) return null;
  /** @param {Choice} choice */
  const option = ({ value: own, text }) =>
    element("option", { value: own, selected: own === value ? "" : undefined }, text);
  const heads = [...new Set(choices.map(({ under }) => under))];
  const options = heads.flatMap((head) => {
    const some = choices.filter(({ under }) => under === head).map(option);
    return head === undefined ? some : [element("optgroup", { label: head }, ...some)];
  });
  const field = element(
    "select",
    { name, id: `by-${name}` },
    option({ value: "", text: none }),
    ...options,
  );
  return element("label", { class: "field" }, element("span", {}, label), field);
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
  const named = sources.map((source, number) => ({ number, text: sourceTitle(source) }));
  return [
    ...named.map(({ number, text }) => ({ value: String(number), text, under: word("printedBy") })),
    ...named.map(({ number, text }) => ({
      value: `-${number}`,
      text,
      under: word("notPrintedBy"),
    })),
  ];
}

/** @param {import("./data.js").Source} source */
export function sourceTitle({ title, language, publisher, id, iri }) {
  const about = [publisher, language ? languageName(language) : ""].filter(Boolean).join(", ");
  const name = title || id || iri;
  return about ? `${name} (${about})` : name;
}

/** @param {State} state @returns {Choice[]} */
function groupChoices({ language }) {
  return collections.map(({ labels, iri, source }, number) => {
    const tag = nearestTag(labels, language);
    const name = tag === undefined ? iri : labels[tag];
    return { value: String(number), text: name, under: sources[source]?.publisher || undefined };
  });
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
