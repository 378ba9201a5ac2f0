import type { Script } from './serial';

const cyrillic: Readonly<Record<string, string>> = {
  А: 'A',
  Б: 'B',
  В: 'V',
  Г: 'G',
  Д: 'D',
  Е: 'E',
  Ж: 'ZH',
  З: 'Z',
  И: 'I',
  Й: 'J',
  К: 'K',
  Л: 'L',
  М: 'M',
  Н: 'N',
  О: 'O',
  П: 'P',
  Р: 'R',
  С: 'S',
  Т: 'T',
  У: 'U',
  Ф: 'F',
  Х: 'H',
  Ц: 'C',
  Ч: 'CH',
  Ш: 'SH',
  Щ: 'SHCH',
  Э: 'E',
  Ю: 'JU',
  Я: 'JA',
};

const greek: Readonly<Record<string, string>> = {
  Α: 'A',
  Β: 'V',
  Γ: 'G',
  Δ: 'D',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'I',
  Θ: 'TH',
  Ι: 'I',
  Κ: 'K',
  Λ: 'L',
  Μ: 'M',
  Ν: 'N',
  Ξ: 'X',
  Ο: 'O',
  Π: 'P',
  Ρ: 'R',
  Σ: 'S',
  Τ: 'T',
  Υ: 'Y',
  Φ: 'F',
  Χ: 'CH',
  Ψ: 'PS',
  Ω: 'O',
};

const alphabets: Readonly<Partial<Record<Script, Readonly<Record<string, string>>>>> = {
  CYRILLIC: cyrillic,
  GREEK: greek,
};

export function hasSound(script: Script | undefined): boolean {
  return script !== undefined && script in alphabets;
}

/** As a clerk writes it who copies by sound and not by sight: Cyrillic В is V, not B. */
export function transliterated(text: string, script: Script | undefined): string {
  const letters = script && alphabets[script];
  if (!letters) return text;
  return Array.from(text.toUpperCase(), (letter) => letters[letter] ?? letter).join('');
}
