import type { Pair } from './measures';
import places from './places.json';

/** Degrees: longitude, latitude. */
export type Place = readonly [number, number];

export interface Flow {
  readonly requesting: string;
  readonly responding: string;
  /** N: requests delivered. */
  readonly n: number;
  readonly from: Place;
  readonly to: Place;
}

export interface Flows {
  /** The largest last, so that it is drawn above the others. */
  readonly drawn: readonly Flow[];
  /** Pairs with a State that has no place on the map. */
  readonly left: readonly Pair[];
}

const byCode = new Map<string, readonly number[]>(Object.entries(places));

/** The middle of the largest land of a State, as world-atlas 2 has it. */
export function placeOf(code: string): Place | undefined {
  const [longitude, latitude] = byCode.get(code) ?? [];
  return longitude === undefined || latitude === undefined ? undefined : [longitude, latitude];
}

export function flowsOf(pairs: readonly Pair[]): Flows {
  const drawn: Flow[] = [];
  const left: Pair[] = [];
  for (const pair of pairs) {
    const { requestingState: requesting, respondingState: responding, delivered: n } = pair;
    if (n === 0) continue;
    const [from, to] = [placeOf(requesting), placeOf(responding)];
    if (from && to) drawn.push({ requesting, responding, n, from, to });
    else left.push(pair);
  }
  return { drawn: drawn.sort((one, other) => one.n - other.n), left };
}

const [thinnest, thickest] = [1.5, 12];

/** Width of a line in pixels: in proportion to N, as long as it can be seen at all. */
export const widthOf = (n: number, largest: number): number =>
  Math.max(thinnest, (n / Math.max(1, largest)) * thickest);

/** A line that bends to the side of its travel, so that both directions of a pair can be told apart. */
export function arcOf([x1, y1]: Place, [x2, y2]: Place): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const bend = 0.18;
  const control = [(x1 + x2) / 2 - dy * bend, (y1 + y2) / 2 + dx * bend];
  return `M${point([x1, y1])}Q${point(control)} ${point([x2, y2])}`;
}

const point = (at: readonly number[]) => at.map((value) => value.toFixed(1)).join(',');
