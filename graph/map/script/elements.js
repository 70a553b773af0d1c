// Elements from text: the only way anything from the graph gets into the page. Text stays text.

/**
 * @param {string} name @param {Object<string, string|undefined>} attributes
 * @param {(Node|string|null|undefined)[]} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, value);
  for (const child of children) if (child !== null && child !== undefined) made.append(child);
  return made;
}

/** Text in a language of its own, whose direction is its own too.
 * @param {string} name @param {string} text @param {string} language */
export function inLanguage(name, text, language) {
  return element(name, { lang: language, dir: "auto" }, text);
}

/** An IRI as a link where that is safe (http, https, mailto), else as text. @param {string} iri */
export function webLink(iri) {
  if (!/^(https?:\/\/|mailto:)[^\s\x00-\x20]+$/i.test(iri)) return element("span", {}, iri);
  const link = { href: iri, rel: "noopener noreferrer external", target: "_blank", dir: "ltr" };
  return element("a", link, iri);
}
