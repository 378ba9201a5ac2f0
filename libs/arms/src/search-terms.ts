import type { Arm } from './arm';
import type { Told } from './item';
import { makeOf } from './makes';
import { type Reading, type SearchKey, searchKeyOf } from './search-key';
import { type SerialReading, scriptOf } from './serial';
import { hasSound } from './transliteration';

/** What an arm is looked up by. Finding it is not yet the same arm: `compareArms` tells how the descriptions stand to each other. */
export interface SearchTerms {
  /** Of all its serial numbers, by sight and by sound, each once; none when no number can be read. */
  readonly keys: readonly SearchKey[];
  /** Canonical reference of its make; '' where no catalogue has it. */
  readonly make: string;
}

/** Most scripts have no sound of their own here: what is read by it is what is seen. */
const readingsOf = (serial: SerialReading): readonly Reading[] =>
  hasSound(scriptOf(serial)) ? ['BY_SIGHT', 'BY_SOUND'] : ['BY_SIGHT'];

export function searchTermsOf(arm: Told<Arm>): SearchTerms {
  const serials = [...(arm.serial ? [arm.serial] : []), ...(arm.partSerials ?? [])];
  const keys = serials.flatMap((serial) =>
    readingsOf(serial).flatMap((one) => searchKeyOf(serial, one) ?? []),
  );
  const distinct = new Map(keys.map((key) => [key.text, key]));
  return { keys: [...distinct.values()], make: makeOf(arm).ref ?? '' };
}
