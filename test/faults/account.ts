import { idOf, type RecordedEvent } from '@vestigo/kernel';
import type { Acknowledged } from './officers';
import type { Ledgers } from './reconcile';

/** What a command does on the side of its desk, and what the other side keeps of it. */
const effects: Readonly<Record<Acknowledged['command'], readonly [own: string, other: string | null]>> = {
  submission: ['RequestSubmitted', 'CaseReceived'],
  acknowledgement: ['CaseAcknowledged', 'AcknowledgementReceived'],
  answer: ['CaseAnswered', 'AnswerReceived'],
  refusal: ['CaseRefused', 'RefusalReceived'],
  withdrawal: ['RequestWithdrawn', 'CaseWithdrawn'],
  closure: ['RequestClosed', 'CaseClosed'],
};

export interface Account {
  readonly acknowledged: number;
  /** Commands whose effect one of the two sides lacks. */
  readonly lost: readonly string[];
  /** Commands whose effect one of the two sides has more than once, and requests that nobody knows to have sent. */
  readonly doubled: readonly string[];
}

/** Whether each command that was acknowledged to its officer has its effect once on both sides. */
export function account(acknowledged: readonly Acknowledged[], { requesting, responding }: Ledgers): Account {
  const times = timesOf([...requesting, ...responding]);
  const of = (id: string, type: string) => times.get(`${id} ${type}`) ?? 0;
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const { id, command, key } of acknowledged) {
    for (const type of effects[command]) {
      const found = type === null ? 1 : of(id, type);
      if (found === 0) lost.push(`${key}: no ${String(type)}`);
      if (found > 1) doubled.push(`${key}: ${String(type)} ${String(found)} times`);
    }
  }
  const known = new Set(acknowledged.map(({ id }) => id));
  const unknown = requesting.filter(
    ({ stream, event }) => event.type === 'RequestSubmitted' && !known.has(idOf(stream)),
  );
  return {
    acknowledged: acknowledged.length,
    lost,
    doubled: [...doubled, ...unknown.map(({ stream }) => `${stream}: not one that was acknowledged`)],
  };
}

function timesOf(events: readonly RecordedEvent[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { stream, event } of events) {
    const key = `${idOf(stream)} ${event.type}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return times;
}
