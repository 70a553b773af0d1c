// Which of several languages to show, as `nearest` of ontology/model.py chooses it.

/**
 * The tag to show when `language` is asked for: the same, a wider one (RFC 4647, lookup), another
 * region of it, English, a text without a language, the first; none where there is no text.
 * @param {Object<string, unknown>} texts
 * @param {string} language
 * @returns {string|undefined}
 */
export function nearestTag(texts, language) {
  const byLower = new Map(
    Object.keys(texts)
      .sort()
      .map((tag) => [tag.toLowerCase(), tag]),
  );
  const known = [...byLower.keys()];
  const tries = widerTags(language.toLowerCase());
  for (const primary of [tries[tries.length - 1], "en"])
    tries.push(primary, ...known.filter((tag) => tag.startsWith(`${primary}-`)));
  const found = [...tries, "", ...known].find((tag) => byLower.has(tag));
  return found === undefined ? undefined : byLower.get(found);
}

/**
 * What is said in this very language; a tag may be the name of what every object has.
 * @template Said
 * @param {{[tag: string]: Said}|undefined} texts
 * @param {string} tag
 * @returns {Said|undefined}
 */
export function saidIn(texts, tag) {
  return texts && Object.hasOwn(texts, tag) ? texts[tag] : undefined;
}

/**
 * `zh-hant-tw`, `zh-hant`, `zh`.
 * @param {string} tag
 */
function widerTags(tag) {
  const parts = tag.split("-");
  return parts.map((_, at) => parts.slice(0, parts.length - at).join("-"));
}
