import { anything, type Place, placesOf, type Reading, searchKeyOf } from './search-key';
import { type SerialReading, scriptOf } from './serial';
import { hasSound } from './transliteration';

/**
 * How two serial numbers stand to each other: written alike; alike to the eye (one key); one of the ways to read what is
 * uncertain; alike when another alphabet is transliterated; different; or nothing to compare.
 */
export type SerialLikeness = 'SAME' | 'LOOKS_ALIKE' | 'POSSIBLE' | 'SOUNDS_ALIKE' | 'DIFFERENT' | 'UNKNOWN';

export function compareSerials(
  one: SerialReading | undefined,
  other: SerialReading | undefined,
): SerialLikeness {
  const [key, otherKey] = [one && searchKeyOf(one), other && searchKeyOf(other)];
  if (!one || !other || !key || !otherKey) return 'UNKNOWN';
  if (key.certain && otherKey.certain && key.text === otherKey.text) {
    return one.asObserved === other.asObserved ? 'SAME' : 'LOOKS_ALIKE';
  }
  if (canBeRead(one, 'BY_SIGHT', other, 'BY_SIGHT')) return 'POSSIBLE';
  const spoken = (serial: SerialReading): Reading => (hasSound(scriptOf(serial)) ? 'BY_SOUND' : 'BY_SIGHT');
  const pairs = [
    [spoken(one), 'BY_SIGHT'],
    ['BY_SIGHT', spoken(other)],
    [spoken(one), spoken(other)],
  ] as const;
  return pairs.some(([how, otherHow]) => canBeRead(one, how, other, otherHow)) ? 'SOUNDS_ALIKE' : 'DIFFERENT';
}

/** Whether some way to read the one is a way to read the other; leading zeros do not count. */
function canBeRead(one: SerialReading, how: Reading, other: SerialReading, otherHow: Reading): boolean {
  const [left, right] = [stepsOf(placesOf(one, how)), stepsOf(placesOf(other, otherHow))];
  const seen = new Set<number>();
  const open = afterZeros(left).flatMap((from) => afterZeros(right).map((to) => [from, to] as const));
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [from, to] = pair;
    if (from === left.end && to === right.end) return true;
    const name = from * (right.points + 1) + to;
    if (seen.has(name)) continue;
    seen.add(name);
    const [steps, otherSteps] = [left.from(from), right.from(to)];
    for (const step of steps) {
      if (step.sign === '') open.push([step.to, to]);
      for (const facing of otherSteps) if (meet(step.sign, facing.sign)) open.push([step.to, facing.to]);
    }
    for (const step of otherSteps) if (step.sign === '') open.push([from, step.to]);
  }
  return false;
}

const meet = (sign: string, other: string) =>
  sign !== '' && other !== '' && (sign === other || sign === anything || other === anything);

/** One sign of a key, from one point in it to another; '' takes up none. */
interface Step {
  readonly to: number;
  readonly sign: string;
}

interface Steps {
  from(point: number): readonly Step[];
  readonly end: number;
  /** How many points there are. */
  readonly points: number;
}

/** All ways through a number, as steps between points; 0 is where it begins. */
function stepsOf(places: readonly Place[]): Steps {
  const steps = new Map<number, Step[]>();
  let [from, free] = [0, 1];
  for (const place of places) {
    const to = free;
    free += 1;
    // What cannot be read may have been an m, which folds to two signs.
    const readings = place.includes(anything) ? [anything, 'RN'] : place;
    for (const reading of readings) {
      const signs = reading === '' ? [''] : Array.from(reading);
      let at = from;
      signs.forEach((sign, index) => {
        const next = index === signs.length - 1 ? to : free++;
        steps.set(at, [...(steps.get(at) ?? []), { to: next, sign }]);
        at = next;
      });
    }
    from = to;
  }
  return { from: (point) => steps.get(point) ?? [], end: from, points: free };
}

function afterZeros(steps: Steps): readonly number[] {
  const reached = [0];
  for (const point of reached) {
    const zeros = steps.from(point).filter(({ sign }) => ['0', '', anything].includes(sign));
    reached.push(...zeros.map(({ to }) => to).filter((to) => !reached.includes(to)));
  }
  return reached;
}
