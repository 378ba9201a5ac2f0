import type { RegimeProfile } from '@vestigo/deadlines';
import type { WritableRows } from '@vestigo/kernel';
import { consentClocksOf, type RequestClock, watchedConsentDue } from '@vestigo/oversight/domain';

/** The due instants of a question for consent to onward release, derived like those of its request. */
export interface ConsentRow {
  readonly requestId: string;
  readonly consent: number;
  /** null once it is decided, and where nothing sets a limit. */
  readonly due: number | null;
  /** null once it is recorded that the clock ran out, or certain that it did not. */
  readonly watched: number | null;
}

export const CONSENT_SCHEMA = `
  CREATE TABLE consent_clock (
    requestId TEXT, consent INTEGER, due INTEGER, watched INTEGER, PRIMARY KEY (requestId, consent)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX consent_clock_runs ON consent_clock (due, requestId, consent) WHERE due IS NOT NULL;
  CREATE INDEX consent_clock_unwatched ON consent_clock (watched) WHERE watched IS NOT NULL;`;

/** Few requests have any. */
export function consentRowsOf(
  clock: RequestClock,
  profiles: readonly RegimeProfile[],
): readonly ConsentRow[] {
  return consentClocksOf(clock, profiles).map((question) => ({
    requestId: clock.requestId,
    consent: question.consent,
    due: question.decidedAt === null ? (question.due?.at ?? null) : null,
    watched: watchedConsentDue(clock, question)?.at ?? null,
  }));
}

const upsert = `INSERT INTO consent_clock VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET due = excluded.due, watched = excluded.watched`;

export function writeConsents(rows: WritableRows, consents: readonly ConsentRow[]): void {
  for (const { requestId, consent, due, watched } of consents) {
    rows.run(upsert, requestId, consent, due, watched);
  }
}
