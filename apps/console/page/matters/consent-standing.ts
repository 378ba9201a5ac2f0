import type { Schemas } from '../api/client';

type Clock = Schemas['ConsentClockDetail'];
type Entry = Schemas['TimelineEntry'];

/** A question for consent to onward release (ITI 15(c)), with what was said when it was asked, as far as the reader may see it. */
export interface ConsentQuestion {
  readonly clock: Clock;
  readonly items: readonly number[];
  /** To whom it would go; for officers. */
  readonly recipient?: string;
}

export type ConsentStanding =
  /** Its receipt has not been told: no clock runs. */
  | { readonly kind: 'on-its-way' }
  | { readonly kind: 'owed'; readonly dueAt: string | null }
  | { readonly kind: 'decided'; readonly at: string; readonly given: boolean; readonly late: boolean };

/** The due instant itself is late. */
export function standingOf({ receivedAt, decidedAt, decision, due }: Clock): ConsentStanding {
  const dueAt = due?.at ?? null;
  if (decidedAt !== null) {
    const late = dueAt !== null && Date.parse(decidedAt) >= Date.parse(dueAt);
    return { kind: 'decided', at: decidedAt, given: decision === 'GIVEN', late };
  }
  return receivedAt === null ? { kind: 'on-its-way' } : { kind: 'owed', dueAt };
}

/** The questions with the words in which they were asked; those that wait for a decision first. */
export function consentQuestions(
  clocks: readonly Clock[],
  timeline: readonly Entry[],
): readonly ConsentQuestion[] {
  const asked = timeline.flatMap(({ act, said }) => (act === 'ask-consent' && said ? [said] : []));
  const questions = clocks.map((clock): ConsentQuestion => {
    const { items = [], recipient } = asked.find(({ consent }) => consent === clock.consent) ?? {};
    return { clock, items, ...(recipient !== undefined && { recipient }) };
  });
  const decided = ({ clock }: ConsentQuestion) => Number(clock.decision !== null);
  return questions.toSorted((one, other) => decided(one) - decided(other));
}
