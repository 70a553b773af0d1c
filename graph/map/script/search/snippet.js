// The part of a long text that shows a match, in about a line.

const MOST_LETTERS = 90;
const CUT = "…";

/**
 * At most 90 letters of `text` around the first word that `isMatch`, with … where more stands.
 * @param {string} text
 * @param {(word: string) => boolean} isMatch
 */
export function snippet(text, isMatch) {
  const words = text.trim().split(/\s+/);
  let first = Math.max(0, words.findIndex(isMatch));
  let last = first;
  let room = MOST_LETTERS - 2 * (CUT.length + 1) - words[first].length;
  if (room < 0) return shortened(words[first]);
  for (let before = true, after = true; before || after;) {
    before = first > 0 && words[first - 1].length < room;
    if (before) room -= words[--first].length + 1;
    after = last + 1 < words.length && words[last + 1].length < room;
    if (after) room -= words[++last].length + 1;
  }
  const shown = words.slice(first, last + 1);
  return [...(first > 0 ? [CUT] : []), ...shown, ...(last + 1 < words.length ? [CUT] : [])].join(
    " ",
  );
}

/**
 * The beginning of a word without end, never half a sign.
 * @param {string} word
 */
function shortened(word) {
  return word.slice(0, MOST_LETTERS - CUT.length).replace(/[\ud800-\udbff]$/, "") + CUT;
}
