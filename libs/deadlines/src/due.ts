import type { Instant } from '@vestigo/kernel';
import type { ClockBasis } from './clock-basis';
import { dueInstant } from './limit';
import { type Owed, owedStill } from './owed';
import {
  type ClockRules,
  type RegimeProfile,
  type ShownNature,
  shownNature,
  versionFor,
} from './regime-profile';
import { exchangeTargetCode } from './regime-profiles';

/** The first instant at which a clock of a request has run out, and the regime that says so. */
export interface Due {
  /** Infinity while the clock is suspended. */
  readonly at: Instant;
  readonly regime: string;
  readonly nature: ShownNature;
  /** Since when the clock stands still: information is owed (ITI 21). Absent while it runs. */
  readonly suspendedSince?: Instant;
}

export type Clock = 'acknowledge' | 'answer';

/** null where nothing sets a limit. */
export type DueDates = Readonly<Record<Clock, Due | null>>;

export interface DueBasis extends ClockBasis {
  /** When the responding desk says it received the request, or the question for consent: the start of its clocks. */
  readonly receivedAt: Instant;
  /** When that was recorded: rules that became known later do not govern it. */
  readonly recordedAt: Instant;
}

/**
 * Both due instants of a request: the strictest of its regimes, for each clock on its own, and the target of the exchange
 * where none of them gives a number. Regimes without a profile give none. While information is `owed` the clock of the
 * answer is suspended, under those regimes that say so.
 */
export function dueOf(
  basis: DueBasis,
  profiles: readonly RegimeProfile[],
  owed: readonly Owed[] = [],
): DueDates {
  return {
    acknowledge: dueFor('acknowledge', basis, profiles, []),
    answer: dueFor('answer', basis, profiles, owed),
  };
}

/** The due instant of a question for consent to onward release (ITI 15(c)); nothing suspends it. */
export function consentDueOf(asked: DueBasis, profiles: readonly RegimeProfile[]): Due | null {
  return dueFor('consent', asked, profiles, []);
}

/** The earliest; of several at one instant the first. */
export function strictest(dues: readonly Due[]): Due | null {
  let earliest: Due | null = null;
  for (const due of dues) {
    if (earliest === null || due.at < earliest.at) earliest = due;
  }
  return earliest;
}

function dueFor(
  clock: Clock | 'consent',
  basis: DueBasis,
  profiles: readonly RegimeProfile[],
  owed: readonly Owed[],
): Due | null {
  const dues = basis.regimes
    .filter((code) => code !== exchangeTargetCode)
    .flatMap((code) => dueUnder(code, clock, basis, profiles, owed) ?? []);
  return strictest(dues) ?? dueUnder(exchangeTargetCode, clock, basis, profiles, owed);
}

function dueUnder(
  code: string,
  clock: Clock | 'consent',
  basis: DueBasis,
  profiles: readonly RegimeProfile[],
  owed: readonly Owed[],
): Due | null {
  const profile = profiles.find((candidate) => candidate.code === code);
  const rules = profile && rulesFor(profile, basis);
  const limit = rules?.[clock];
  if (!profile || !rules || !limit) return null;
  const calendar = { weekend: basis.weekend, closures: [] };
  const place = { timeZone: basis.timeZone, calendar };
  const at = dueInstant(basis.receivedAt, limit, place, rules.suspendsWhileInformationIsOwed ? owed : []);
  const due = { at, regime: code, nature: shownNature(profile) };
  const suspendedSince = at === Infinity ? owedStill(basis.receivedAt, owed) : undefined;
  return suspendedSince === undefined ? due : { ...due, suspendedSince };
}

function rulesFor(profile: RegimeProfile, basis: DueBasis): ClockRules | undefined {
  const version = versionFor(profile, basis);
  return basis.priority === 'URGENT' ? version?.urgent : version?.routine;
}
