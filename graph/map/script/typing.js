// Whether a word may be another, mistyped.

/** At most so many letters wrong: none in a short word, where every other word is near.
 * @param {string} word */
function errorsAllowed(word) {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/** Letters left out, put in, changed or swapped with the next one (optimal string alignment).
 * @param {string} typed @param {string} word */
export function isNearly(typed, word) {
  const most = errorsAllowed(typed);
  if (Math.abs(typed.length - word.length) > most) return false;
  let before = /** @type {number[]} */ ([]);
  let above = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const here = [row];
    for (let column = 1; column <= word.length; column++) {
      const same = typed[row - 1] === word[column - 1];
      here[column] = Math.min(above[column] + 1, here[column - 1] + 1, above[column - 1] + +!same);
      if (row > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1])
        here[column] = Math.min(here[column], before[column - 2] + 1);
    }
    [before, above] = [above, here];
  }
  return above[word.length] <= most;
}
