// Whether a word may be another, mistyped.

/**
 * At most so many letters wrong: none in a short word, where every other word is near.
 * @param {string} word
 */
function errorsAllowed(word) {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * Letters left out, put in, changed or swapped with the next one (optimal string alignment). Of the
 * table of errors only the few columns beside the diagonal are worked out, which is all that can
 * stay under `most`: a word of any length takes no longer than its letters.
 * @param {string} typed
 * @param {string} word
 */
export function isNearly(typed, word) {
  const most = errorsAllowed(typed);
  if (!most || Math.abs(typed.length - word.length) > most) return typed === word;
  /** @type {number[]} */
  let before = [];
  let above = Array.from({ length: 2 * most + 1 }, (_, at) => (at < most ? Infinity : at - most));
  for (let row = 1; row <= typed.length; row++) {
    /** @type {number[]} */
    const here = [];
    for (let at = 0; at <= 2 * most; at++) {
      const column = row + at - most;
      const same = typed[row - 1] === word[column - 1];
      const [left, over] = [here[at - 1] ?? Infinity, above[at + 1] ?? Infinity];
      here[at] = Math.min(left + 1, over + 1, above[at] + Number(!same));
      if (row > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1])
        here[at] = Math.min(here[at], before[at] + 1);
    }
    if (Math.min(...here) > most) return false;
    [before, above] = [above, here];
  }
  return above[word.length - typed.length + most] <= most;
}
