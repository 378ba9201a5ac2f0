/**
 * Characters that examiners take for one another, by what stands for all of them in a search key. A key is for finding, never for
 * showing: the text as observed is kept beside it.
 */
const groups: readonly (readonly [string, string])[] = [
  ['0', 'OQD'],
  ['1', 'IL|'],
  ['5', 'S'],
  ['8', 'B'],
  ['2', 'Z'],
  ['6', 'G'],
  ['4', 'A'],
  ['7', 'T'],
  ['V', 'U'],
];

/** The same sign in another alphabet. */
const alphabets: readonly (readonly [string, string])[] = [
  ['АВЕЅЗІЈКМНОРСТУХ', 'ABES3IJKMHOPCTYX'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
];

const sameSign = new Map(
  alphabets.flatMap(([from, to]) => {
    const signs = Array.from(to);
    return Array.from(from, (character, index) => [character, signs[index] ?? character] as const);
  }),
);
const group = new Map(groups.flatMap(([sign, others]) => Array.from(others, (one) => [one, sign] as const)));

/** Side by side, r and n look like m: the pair stands for both. */
const pair = 'RN';

/**
 * A text as far as it counts in a search key: NFKC, upper case, without blanks, punctuation and marks, look-alikes made one.
 * Each character is folded by itself, so that the parts of a text fold to the parts of its key.
 */
export function folded(text: string): string {
  return isAscii.test(text) ? foldedSigns(text, ascii) : foldedSigns(lettersOf(text), sign);
}

const isAscii = /^[\x20-\x7e]*$/;

const lettersOf = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\p{Z}\p{P}\p{C}\p{M}]/gu, '')
    .normalize('NFKC');

function sign(character: string): string {
  const same = sameSign.get(character) ?? character;
  return same === 'M' ? pair : (group.get(same) ?? same);
}

/** What each character that most numbers are made of folds to. */
const asciiSigns = new Map(
  Array.from({ length: 0x7f - 0x20 }, (_, index) => {
    const character = String.fromCharCode(0x20 + index);
    return [character, foldedSigns(lettersOf(character), sign)] as const;
  }),
);

function ascii(character: string): string {
  return asciiSigns.get(character) ?? '';
}

function foldedSigns(letters: string, signOf: (character: string) => string): string {
  let key = '';
  for (const character of letters) key += signOf(character);
  return key;
}
