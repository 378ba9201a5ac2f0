/** Signs of an anchor, at most. */
const ANCHOR = 3;

/** The signs of a key, what is uncertain (`?`, `[48]`) as one. */
const signsOf = (key: string): readonly string[] => key.match(/\[[^\]]*\]|[^[]/gu) ?? [];

const isCertain = (sign: string) => sign.length === 1 && sign !== '?';

/**
 * What a doubtful key is kept under: the end of its longest run without a doubt, where numbers of one series differ most. A key that can be
 * read so has these signs somewhere, one after another.
 */
export function anchorOf(doubtful: string): string {
  let [longest, run] = ['', ''];
  for (const sign of signsOf(doubtful)) {
    run = isCertain(sign) ? run + sign : '';
    if (run.length >= longest.length) longest = run;
  }
  return longest.slice(-ANCHOR);
}

/** Every anchor that a doubtful key may be kept under which can be read as this one. */
export function anchorsIn(certain: string): readonly string[] {
  const found = new Set(['']);
  for (let length = 1; length <= ANCHOR; length += 1) {
    for (let from = 0; from + length <= certain.length; from += 1)
      found.add(certain.slice(from, from + length));
  }
  return [...found];
}

/** A key from its end to its beginning: what a number whose beginning cannot be read is looked up by. */
export const mirrored = (key: string): string => signsOf(key).toReversed().join('');

/** Whether a key begins with a sign that is certain. */
export const beginsCertain = (key: string): boolean => isCertain(signsOf(key)[0] ?? '?');
