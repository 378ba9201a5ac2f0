import { categoryOf, type EventStore, type RecordedEvent } from '@vestigo/kernel';
import { copyLog } from './copy-log';
import { type Finding, isEqual, linesOf } from './finding';
import { proveEqual } from './prove-equal';
import { allOf, Logs, smallExchange } from './testing/small-exchange';
import { forServices } from './transcript';

const now = Date.UTC(2026, 10, 1);

let logs: Logs;
let source: EventStore;
let moved: EventStore;

beforeAll(async () => {
  logs = new Logs();
  await smallExchange(logs.folder);
  source = logs.open('log');
  moved = logs.open('moved');
  await copyLog({ source, target: moved, transcript: forServices() });
});
afterAll(() => logs.close());

const prove = (target: EventStore) =>
  proveEqual({
    source: { store: source, separate: false },
    target: { store: target, separate: true },
    photographs: { sources: [] },
    transcript: forServices,
    now,
  });

/** Another log with what `change` makes of each event. */
async function changed(
  name: string,
  change: (event: RecordedEvent) => RecordedEvent | undefined,
): Promise<EventStore> {
  const store = logs.open(name);
  const versions = new Map<string, number>();
  for (const event of await allOf(moved)) {
    const kept = change(event);
    if (!kept) continue;
    const version = versions.get(kept.stream) ?? 0;
    await store.append(kept.stream, version, [kept]);
    versions.set(kept.stream, version + 1);
  }
  return store;
}

const unequal = (findings: readonly Finding[]) =>
  findings.filter((finding) => !isEqual(finding)).map(({ what }) => what);

describe('the proof of a migration', () => {
  test('finds logs, views, desk clocks and answers equal', async () => {
    const findings = await prove(moved);
    expect(unequal(findings)).toEqual([]);
    expect(findings.map(({ what }) => what)).toEqual([
      'Log',
      'Derived streams',
      'Photographs',
      ...['request_clock', 'consent_clock', 'pair', 'request_list', 'case_list', 'participant_event'].map(
        (table) => `View ${table}`,
      ),
      'Desk clocks',
      'API answers',
    ]);
  });

  test('finds a report that is missing', async () => {
    const isReport = ({ stream, event }: RecordedEvent) =>
      categoryOf(stream) === 'reportedClock' && event.type === 'CaseRefused';
    const findings = await prove(await changed('one less', (event) => (isReport(event) ? undefined : event)));
    expect(unequal(findings)).toEqual(['Derived streams', 'View request_clock', 'API answers']);
  });

  test('finds one changed word of an answer', async () => {
    const other = await changed('reworded', (event) =>
      event.event.type === 'CaseAnswered' && categoryOf(event.stream) === 'traceCase'
        ? {
            ...event,
            event: {
              ...event.event,
              data: {
                ...(event.event.data as object),
                answers: [{ item: 1, outcome: 'TRACED_LAST_HOLDER', remarks: 'Two holders.' }],
              },
            },
          }
        : event,
    );
    const findings = await prove(other);
    expect(unequal(findings)).toEqual(['Log', 'API answers']);
    const first = 'traceCase-01980000-0000-7000-8000-0000000000a1, version 3';
    expect(findings[0]).toMatchObject({ what: 'Log', first });
    expect(findings.map(linesOf).join('\n')).toContain(`Log                   first at ${first}`);
  });

  test('finds a date that is not that of the source', async () => {
    const findings = await prove(
      await changed('redated', (event) =>
        event.event.type === 'CaseReceived' ? { ...event, recordedAt: event.recordedAt + 1 } : event,
      ),
    );
    expect(unequal(findings)).toEqual(['Log', 'Derived streams', 'View request_clock', 'API answers']);
  });

  test('finds a contact that the responding desk does not know', async () => {
    const other = await changed('unknown contact', (event) =>
      categoryOf(event.stream) === 'knownContact' ? undefined : event,
    );
    expect(unequal(await prove(other))).toEqual(['Derived streams', 'Desk clocks']);
  });

  test('finds an event too many', async () => {
    const store = await changed('one more', (event) => event);
    const [first] = await allOf(moved);
    if (!first) throw new Error('nothing was moved');
    await store.append('participant-ZWE', 0, [{ ...first, id: '01980000-0000-7000-8000-0000000000ff' }]);
    expect(unequal(await prove(store))).toEqual(['Log', 'View participant_event', 'API answers']);
  });
});
