import { profilesFingerprint, type RegimeProfile } from '@vestigo/deadlines';
import type { Gathering, Projection, RecordedFact, Rows, WritableRows } from '@vestigo/kernel';
import { evolveClock, type RequestClock, runningDatesOf, watchedDatesOf } from '@vestigo/oversight/domain';
import { type ConsentRow, CONSENT_SCHEMA, consentRowsOf, writeConsents } from './consent-row';
import { CLOCK_SCHEMA, clockOf, clockRow, type DateColumns, dateColumns, writeClock } from './clock-row';

const schema = `${CLOCK_SCHEMA}
  ${CONSENT_SCHEMA}
  CREATE TABLE pair (requestingState TEXT, respondingState TEXT, knownFrom INTEGER NOT NULL,
    PRIMARY KEY (requestingState, respondingState)) STRICT, WITHOUT ROWID;
  CREATE TABLE newest_fact (only INTEGER PRIMARY KEY CHECK (only = 1), recordedAt INTEGER NOT NULL) STRICT;`;

/** Up to when the view knows facts, if any. */
export const NEWEST_FACT = 'SELECT recordedAt FROM newest_fact';
const noteNewest = `INSERT INTO newest_fact VALUES (1, ?)
  ON CONFLICT DO UPDATE SET recordedAt = excluded.recordedAt WHERE excluded.recordedAt > recordedAt`;

/** One row for each request and one for each ordered pair, folded from clock facts alone (of these categories of streams). */
export function requestClocks(
  profiles: readonly RegimeProfile[],
  categories?: readonly string[],
): Projection<RecordedFact> {
  return {
    ...(categories && { categories }),
    name: 'request-clock',
    version: `5:${profilesFingerprint(profiles)}`,
    tables: ['request_clock', 'consent_clock', 'pair', 'newest_fact'],
    schema,
    gather: (rows) => new GatheredClocks(rows, profiles),
    project(facts, rows) {
      const gathered = new GatheredClocks(rows, profiles);
      gathered.add(facts);
      gathered.write(rows);
    },
  };
}

interface DatedClock extends Derived {
  clock: RequestClock;
}

/** What is derived from a clock. */
interface Derived {
  dates: DateColumns;
  consents: readonly ConsentRow[];
}

const insertPair = `INSERT INTO pair VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET knownFrom = excluded.knownFrom WHERE excluded.knownFrom < knownFrom`;

/** Clocks kept after they were written: their next facts need no read of the row. */
const mostKept = 8000;

/** Clocks under way between the log and the view. */
class GatheredClocks implements Gathering<RecordedFact> {
  readonly #known = new Map<string, DatedClock>();
  readonly #waiting = new Set<DatedClock>();
  readonly #newPairs = new Map<string, RecordedFact>();
  /** When the newest fact was recorded that is not noted in the view. */
  #newest = -Infinity;
  /** No request after this one is known: ids grow with time, so that most new ones need no look into the view. */
  #last: string;

  constructor(
    private readonly rows: Rows,
    private readonly profiles: readonly RegimeProfile[],
  ) {
    const newest = rows.get<{ last: string | null }>('SELECT max(requestId) AS last FROM request_clock');
    this.#last = newest?.last ?? '';
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  add(facts: readonly RecordedFact[]): void {
    for (const fact of facts) {
      if (fact.recordedAt > this.#newest) this.#newest = fact.recordedAt;
      const known = this.#known.get(fact.requestId) ?? this.#stored(fact.requestId);
      const before = known?.clock;
      const clock = evolveClock(before, fact);
      if (!clock || clock === before) continue;
      if (known) this.#change(known, clock);
      else this.#begin(clock);
      // Reports of two desks come in either order: a pair is known from the earlier one on.
      if (!known || fact.type === 'RequestSubmitted') this.#notePair(fact);
    }
  }

  write(rows: WritableRows): void {
    for (const { requestingState, respondingState, recordedAt } of this.#newPairs.values()) {
      rows.run(insertPair, requestingState, respondingState, recordedAt);
    }
    this.#newPairs.clear();
    if (this.#newest > -Infinity) rows.run(noteNewest, this.#newest);
    this.#newest = -Infinity;
    for (const { clock, dates, consents } of this.#waiting) {
      writeClock(rows, clock, dates);
      writeConsents(rows, consents);
    }
    this.#waiting.clear();
    this.#forgetOldest();
  }

  #stored(requestId: string): DatedClock | undefined {
    if (requestId > this.#last) return undefined;
    const row = clockRow(this.rows, requestId);
    if (!row) return undefined;
    const { dueAcknowledge, dueAnswer, watchedAcknowledge, watchedAnswer } = row;
    return {
      clock: clockOf(row),
      dates: { dueAcknowledge, dueAnswer, watchedAcknowledge, watchedAnswer },
      // They stand in the view as they are, until something changes them.
      consents: [],
    };
  }

  #begin(clock: RequestClock): void {
    const { requestId } = clock;
    this.#await({ clock, ...this.#derivedFrom(clock) });
    if (requestId > this.#last) this.#last = requestId;
  }

  #notePair(fact: RecordedFact): void {
    const pair = `${fact.requestingState} ${fact.respondingState}`;
    const noted = this.#newPairs.get(pair);
    if (!noted || fact.recordedAt < noted.recordedAt) this.#newPairs.set(pair, fact);
  }

  #change(known: DatedClock, clock: RequestClock): void {
    if (isDatedAnew(known.clock, clock)) {
      const { dates, consents } = this.#derivedFrom(clock);
      known.dates = dates;
      known.consents = consents;
    }
    known.clock = clock;
    if (!this.#waiting.has(known)) this.#await(known);
  }

  #await(dated: DatedClock): void {
    this.#waiting.add(dated);
    this.#known.set(dated.clock.requestId, dated);
  }

  #derivedFrom(clock: RequestClock): Derived {
    const running = runningDatesOf(clock, this.profiles);
    const watched = hasActs(clock) ? watchedDatesOf(clock, this.profiles) : running;
    return { dates: dateColumns(running, watched), consents: consentRowsOf(clock, this.profiles) };
  }

  #forgetOldest(): void {
    for (const requestId of this.#known.keys()) {
      if (this.#known.size <= mostKept) return;
      this.#known.delete(requestId);
    }
  }
}

const hasActs = ({ requestingActs, respondingActs }: RequestClock) =>
  requestingActs.length + respondingActs.length > 0;

function isDatedAnew(before: RequestClock, after: RequestClock): boolean {
  return (
    after.deliveredAt !== before.deliveredAt ||
    after.consentsFellDue !== before.consentsFellDue ||
    after.requestingActs !== before.requestingActs ||
    after.respondingActs !== before.respondingActs
  );
}
