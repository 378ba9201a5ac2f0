import type { Instant } from '@vestigo/kernel';

/** A time in which the requesting State owed information that it was asked for; `to` is Infinity while it still does. */
export interface Owed {
  readonly from: Instant;
  readonly to: Instant;
}

/** The same times from `start` on, in order and without overlap: several questions may be open at once. */
export function owedSince(start: Instant, owed: readonly Owed[]): readonly Owed[] {
  if (owed.length === 0) return owed;
  const joined: Owed[] = [];
  for (const { from, to } of [...owed].sort((one, other) => one.from - other.from)) {
    if (to <= Math.max(from, start)) continue;
    const last = joined.at(-1);
    if (last && from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else joined.push({ from: Math.max(from, start), to });
  }
  return joined;
}

/** Since when information is owed without a break; undefined where none is owed any more. */
export function owedStill(start: Instant, owed: readonly Owed[]): Instant | undefined {
  const last = owedSince(start, owed).at(-1);
  return last?.to === Infinity ? last.from : undefined;
}

/** How much of a span information was owed, in milliseconds. */
export function timeOwed(owed: readonly Owed[], from: Instant, to: Instant): number {
  let total = 0;
  for (const period of owedSince(from, owed)) total += Math.max(0, Math.min(period.to, to) - period.from);
  return total;
}
