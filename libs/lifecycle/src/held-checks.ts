import { type Decision, type GivenCondition, type Handling, mayRelease } from '@vestigo/handling';
import type { Parties, Release } from './item-handling';

/** What an answer of a further State is bound by that stands in a request as a prior check (ITI 15). */
export interface CheckHandling {
  /** The State that gave the answer, ISO 3166-1 alpha-3. */
  readonly giver: string;
  readonly conditions: readonly GivenCondition[];
}

/** A search of registers before the request. One that tells what another State answered is handled as that State asked. */
interface Check {
  readonly on?: string;
  readonly remarks?: string;
  readonly handling?: CheckHandling;
}

interface WithChecks {
  readonly priorChecks?: readonly Check[];
}

/** Whether a reader gets to see what such a check says. */
export interface HeldCheck {
  /** Place among the prior checks, 1 for the first. */
  readonly check: number;
  readonly giver: string;
  readonly decision: Decision;
}

/**
 * How a check is bound at one of the two States of the request in which it stands. Terms of a consent bind the State that it was given
 * for; the one that handed on is bound by the rest.
 */
export function handlingOfCheck(
  { giver, conditions }: CheckHandling,
  holder: string,
  parties: Parties,
): Handling {
  const { respondingState } = parties;
  const own = conditions.filter((condition) => {
    const isForTheNext = 'state' in condition && condition.state === respondingState;
    return holder === respondingState || condition.kind !== 'ON_TERMS' || !isForTheNext;
  });
  return { giver, recipient: holder, item: 1, conditions: own, consents: [], notices: [] };
}

/** The prior checks of a request as they may go out: of one that is not released its codes are left, and what binds it. */
export function shownChecks(
  { priorChecks = [] }: WithChecks,
  holder: string,
  parties: Parties,
  { wayOut, reader, at }: Release,
): { readonly checks: WithChecks; readonly heldChecks: readonly HeldCheck[] } {
  const heldChecks = priorChecks.flatMap(({ handling }, index): readonly HeldCheck[] => {
    if (!handling) return [];
    const decision = mayRelease(handlingOfCheck(handling, holder, parties), wayOut, reader, at);
    return [{ check: index + 1, giver: handling.giver, decision }];
  });
  const withheld = heldChecks.filter(({ decision }) => !decision.released);
  if (withheld.length === 0) return { checks: {}, heldChecks };
  const shown = priorChecks.map((check, index) => {
    if (!withheld.some((one) => one.check === index + 1)) return check;
    const { on: _, remarks: __, ...open } = check;
    return open;
  });
  return { checks: { priorChecks: shown }, heldChecks };
}
