import { performance } from 'node:perf_hooks';

/**
 * Runs every variant once a round, in an order shuffled anew, after a first round that counts for nothing. A variant is
 * called with true in that first round; what it resolves with in the others is added to `results`.
 */
export async function inRounds(count, variants, results = new Map()) {
  for (let round = 0; round <= count; round += 1) {
    for (const [name, measure] of shuffled(Object.entries(variants))) {
      const result = await measure(round === 0);
      if (round > 0) results.set(name, [...(results.get(name) ?? []), result]);
    }
  }
  return {
    value: (name) => median(results.get(name)),
    /** The median of the ratios of each round: what slows the machine in one round slows both. */
    ratio: (name, against) =>
      median(results.get(name).map((result, round) => result / results.get(against)[round])),
  };
}

/** How many a second `work` did of `count`. */
export async function rateOf(count, work) {
  const started = performance.now();
  await work();
  return (count * 1000) / (performance.now() - started);
}

export function median(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function shuffled(items) {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item);
}
