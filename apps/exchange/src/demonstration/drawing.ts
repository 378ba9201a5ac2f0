/** Draws that look random and are always the same for the same seed. */
export interface Draw {
  /** Evenly from [0, 1). */
  share(): number;
  chance(probability: number): boolean;
  one<Item>(items: readonly [Item, ...Item[]]): Item;
  digits(count: number): string;
  /** Lognormal wait in whole milliseconds; `medianDays` is its median, `spread` the deviation of its logarithm. */
  wait(medianDays: number, spread: number): number;
}

const day = 86_400_000;

/** A generator of 32 bits of state (mulberry32), seeded with an FNV-1a digest of the text. */
export function drawing(seed: string): Draw {
  let state = new TextEncoder()
    .encode(seed)
    .reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return {
    share,
    chance: (probability) => share() < probability,
    one: ([first, ...rest]) => [first, ...rest][Math.floor(share() * (rest.length + 1))] ?? first,
    digits: (count) => Array.from({ length: count }, () => Math.floor(share() * 10)).join(''),
    wait: (medianDays, spread) => Math.round(medianDays * day * Math.exp(spread * normal())),
  };
}
