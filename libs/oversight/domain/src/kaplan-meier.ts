/** Waiting times, in whatever unit: those that ended, and those still running (or cut short) when last seen. */
export interface Waits {
  readonly ended: readonly number[];
  readonly open: readonly number[];
}

/** Products of up to a million factors stay this close to the true survival. */
const rounding = 1e-9;

/**
 * Quantiles by the product-limit estimator of Kaplan and Meier: for each share, the shortest wait by which at least that
 * share has ended, or null when the curve never comes down so far. A wait that is still open at the very length at which
 * another ended counts as at risk then: ends come before censorings. With nothing open these are plain order statistics:
 * of n waits, the one at rank ceil(share * n).
 */
export function waitQuantiles(waits: Waits, shares: readonly number[]): readonly (number | null)[] {
  const ended = Float64Array.from(waits.ended).sort();
  const open = Float64Array.from(waits.open).sort();
  const quantiles: (number | null)[] = shares.map(() => null);
  let survival = 1;
  let censored = 0;
  for (let index = 0; index < ended.length;) {
    const wait = ended[index] ?? 0;
    while (censored < open.length && (open[censored] ?? 0) < wait) censored += 1;
    const atRisk = ended.length - index + open.length - censored;
    let next = index + 1;
    while (ended[next] === wait) next += 1;
    survival *= 1 - (next - index) / atRisk;
    shares.forEach((share, place) => {
      if (quantiles[place] === null && survival <= 1 - share + rounding) quantiles[place] = wait;
    });
    index = next;
  }
  return quantiles;
}
