/**
 * Whether an observed mark is the one a State uses. Compared without case and spaces; `*` in the pattern stands for any characters.
 * NFC and not NFKC: a circled 10 is a factory's symbol, 10 is not.
 */
export function matchesMark(pattern: string, observed: string): boolean {
  return matches(Array.from(plain(pattern)), Array.from(plain(observed)));
}

const plain = (mark: string) => mark.normalize('NFC').toUpperCase().replaceAll(/\s+/gu, '');

/** Steps back to the last `*` alone, so that no pattern takes longer than the product of both lengths. */
function matches(pattern: readonly string[], text: readonly string[]): boolean {
  let [at, star, resume] = [0, -1, 0];
  for (let index = 0; index < text.length;) {
    if (pattern[at] === '*') {
      star = at;
      resume = index;
      at += 1;
    } else if (pattern[at] === text[index]) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else return false;
  }
  return pattern.slice(at).every((character) => character === '*');
}
