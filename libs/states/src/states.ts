import { alpha2ToAlpha3, getAlpha3Codes, getName, registerLocale } from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';

registerLocale(english);

/** Every code of ISO 3166-1 alpha-3, in order. */
export const STATE_CODES: readonly string[] = Object.keys(getAlpha3Codes()).sort();

const known: ReadonlySet<string> = new Set(STATE_CODES);

export function isState(code: string): boolean {
  return known.has(code);
}

/** The English short name; the code itself when the list has none. */
export function stateName(code: string): string {
  return getName(code, 'en') ?? code;
}

/** Alpha-3 of an alpha-2 code, which Eurostat spells EL and UK for Greece and the United Kingdom. */
export function stateOfAlpha2(alpha2: string): string | undefined {
  const iso = alpha2 === 'EL' ? 'GR' : alpha2 === 'UK' ? 'GB' : alpha2;
  return alpha2ToAlpha3(iso);
}
