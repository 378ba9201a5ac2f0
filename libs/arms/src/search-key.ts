import { folded } from './look-alikes';
import { type SerialReading, scriptOf } from './serial';
import { transliterated } from './transliteration';

/** Of the way in which keys are made; keys of two versions are not comparable and are made anew from the text as observed. */
export const SEARCH_KEY_VERSION = 1;

/** What a serial number is found by: derived, thrown away and made again. */
export interface SearchKey {
  readonly version: typeof SEARCH_KEY_VERSION;
  /** `?` stands for what cannot be read, `[48]` for one of several. */
  readonly text: string;
  /** Nothing in it is uncertain: equal texts are the same key. */
  readonly certain: boolean;
}

/** By sight, look-alikes made one, or by sound: letters of another alphabet transliterated first. */
export type Reading = 'BY_SIGHT' | 'BY_SOUND';

/** The key of a serial number; none when no character of it can be read. */
export function searchKeyOf(serial: SerialReading, reading: Reading = 'BY_SIGHT'): SearchKey | undefined {
  const places = placesOf(serial, reading);
  const certain = places.every((place) => place.length === 1 && place[0] !== anything);
  const written = places.map(textOf).join('');
  if (!/[^?]/.test(written)) return undefined;
  return { version: SEARCH_KEY_VERSION, text: written.replace(/^0+(?=.)/, ''), certain };
}

/** A part of the number: each way to read it, folded. A part that is certain has one. */
export type Place = readonly string[];

/** A character that may be any. */
export const anything = '?';

export function placesOf(
  { asObserved = '', uncertainPositions = [], ...serial }: SerialReading,
  reading: Reading,
): readonly Place[] {
  const script = reading === 'BY_SOUND' ? scriptOf({ asObserved, ...serial }) : undefined;
  const fold = (text: string) => folded(transliterated(text, script));
  const doubts = new Map(uncertainPositions.map(({ position, candidates }) => [position, candidates]));
  const places: Place[] = [];
  let certain = '';
  const endRun = () => {
    const run = fold(certain);
    if (run !== '') places.push([run]);
    certain = '';
  };
  Array.from(asObserved).forEach((character, index) => {
    const candidates = doubts.get(index + 1) ?? (character === anything ? [] : undefined);
    if (candidates === undefined) {
      certain += character;
      return;
    }
    endRun();
    places.push(candidates.length === 0 ? [anything] : [...new Set(candidates.map(fold))].toSorted());
  });
  endRun();
  return places;
}

function textOf(place: Place): string {
  const [only = ''] = place;
  return place.length === 1 ? only : `[${place.join('')}]`;
}
