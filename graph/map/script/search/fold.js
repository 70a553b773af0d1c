// A text without what people leave out when they type, as `fold` of ontology/names.py does it.

/**
 * `text` without case, accents, odd spaces and hyphens; a text of nothing else stays what it is.
 * @param {string} text
 */
export function fold(text) {
  const plain = isLatin(text) ? latinWithoutAccents(text) : withoutAccents(text);
  return trimmed(plain.replace(HYPHENS, " ")) || trimmed(text.replace(SPACES, " "));
}

/** As Python has them: a mark of byte order is none. */
const BLANK =
  "\\t-\\r\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACES = runsOf(BLANK);
const HYPHENS = runsOf(`${BLANK}\\-‐‑–_/’'`);

/**
 * Runs of such signs and spaces, but not the single spaces that most texts have between words.
 * @param {string} signs
 */
function runsOf(signs) {
  return new RegExp(`(?:[${signs}]| [ ${signs}])[ ${signs}]*`, "g");
}

/** @param {string} spaced */
function trimmed(spaced) {
  return spaced.replace(/^ | $/g, "");
}

/**
 * Nearly all texts, for which there is a way three times as fast.
 * @param {string} text
 */
function isLatin(text) {
  return /^[\0-\u024f–-”]*$/.test(text);
}

/** @param {string} text */
function latinWithoutAccents(text) {
  const decomposed = text.toLowerCase().normalize("NFKD");
  return decomposed.replace(/[\u0300-\u036f]+/g, "").replace(/ß/g, "ss");
}

/**
 * Decomposed twice: the first may bring forth capitals, small letters may have to be taken apart.
 * @param {string} text
 */
function withoutAccents(text) {
  const decomposed = caseless(text.normalize("NFKD")).normalize("NFKD");
  return decomposed.replace(/\p{M}/gu, (mark) => (isAccent(mark) ? "" : mark));
}

/**
 * There and back, for ẞ and ς; but ı is no i, and Cherokee is folded to its capitals.
 * @param {string} text
 */
function caseless(text) {
  return text
    .replace(/[^ı]+/gu, (part) => part.toLowerCase().toUpperCase())
    .replace(/\P{Script=Cherokee}+/gu, (part) => part.toLowerCase())
    .replace(/ς/g, "σ");
}

/** @type {Map<string, boolean>} */
const accents = new Map();

/**
 * Whether a mark is an accent, and no vowel sign as in Hindi: accents (of a combining class that is
 * not 0) have an order, so that beside one of the lowest or highest class they change places.
 * @param {string} mark
 */
function isAccent(mark) {
  let found = accents.get(mark);
  if (found === undefined) {
    found = [`${mark}\u0334`, `\u0345${mark}`].some((two) => two.normalize("NFD") !== two);
    accents.set(mark, found);
  }
  return found;
}
