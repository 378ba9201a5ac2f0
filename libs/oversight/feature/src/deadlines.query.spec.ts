import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { exchangeTargetCode, type RegimeProfile, regimeProfiles } from '@vestigo/deadlines';
import type { ReadStore, RecordedFact, View } from '@vestigo/kernel';
import { openSqliteReadStore } from '@vestigo/sqlite';
import { type Deadline, type DeadlineQuery, ListDeadlines, ListDeadlinesHandler } from './deadlines.query';
import { requestClocks } from './request-clock.projection';
import { advance, day, factsOf, type Happening, hour, monday } from './testing/facts';

/** Both clocks of a request end at the same midnight. */
const threeDays = { unit: 'calendar-days', count: 3, onClosedDay: 'keep' } as const;
const rules = {
  acknowledge: threeDays,
  answer: threeDays,
  suspendsWhileInformationIsOwed: false,
  clause: 'none',
  mark: 'own-proposal',
} as const;
const together: readonly RegimeProfile[] = [
  {
    code: exchangeTargetCode,
    title: 'Target of a test',
    nature: 'target',
    verified: true,
    versions: [{ validFrom: 0, knownFrom: 0, routine: rules, urgent: rules }],
  },
];

let folder: string;
let readStore: ReadStore;
let versions = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
});

afterAll(() => {
  readStore.close();
  rmSync(folder, { recursive: true });
});

function boardOf(facts: readonly RecordedFact[], profiles = regimeProfiles) {
  const projection = requestClocks(profiles);
  const view: View = readStore.open({ ...projection, version: `again ${String((versions += 1))}` });
  advance(view, projection, facts);
  const handler = new ListDeadlinesHandler(view, profiles);
  return (query: Partial<DeadlineQuery> = {}) =>
    handler.execute(new ListDeadlines({ party: null, limit: 200, ...query }));
}

const received = (requestId: string, more: Partial<Happening> = {}): Happening => ({
  type: 'CaseReceived',
  requestId,
  ...more,
});
const placesOf = (deadlines: readonly Deadline[]) =>
  deadlines.map(({ requestId, clock }) => `${requestId} ${clock}`);

describe('the board of deadlines', () => {
  test('says whose clock runs, until when, and by which rule', async () => {
    const board = boardOf(
      factsOf([
        { type: 'RequestSubmitted', requestId: 'a', occurredAt: monday - 19 * day },
        received('a', { occurredAt: monday + 9 * hour }),
      ]),
    );
    const request = {
      requestId: 'a',
      requestingState: 'TTO',
      respondingState: 'USA',
      submittedAt: monday - 19 * day,
      receivedAt: monday + 9 * hour,
      explained: false,
      imported: false,
    };
    const rule = { regime: 'EXCHANGE_TARGET', nature: 'target' };
    expect(await board()).toEqual([
      { ...request, clock: 'acknowledgement', due: { at: monday + 4 * day, ...rule } },
      { ...request, clock: 'answer', due: { at: monday + 31 * day, ...rule } },
    ]);
  });

  test('shows the nearest first, those that ran out long ago at its head', async () => {
    const board = boardOf(
      factsOf([
        received('late', { occurredAt: monday }),
        received('older', { occurredAt: monday - 40 * day }),
      ]),
    );
    expect(placesOf(await board())).toEqual([
      'older acknowledgement',
      'older answer',
      'late acknowledgement',
      'late answer',
    ]);
  });

  test.each([
    ['CaseAcknowledged', ['a answer']],
    ['CaseAnswered', []],
    ['CaseRefused', []],
    ['RequestWithdrawn', []],
    ['RequestClosed', ['a acknowledgement', 'a answer']],
    ['AcknowledgementFellDue', ['a acknowledgement', 'a answer']],
    ['InformationRequested', ['a acknowledgement', 'a answer']],
    ['DelayNotified', ['a acknowledgement', 'a answer']],
    ['RequestLapsed', []],
    ['RequestMarkedDuplicate', []],
    ['CaseRedirected', []],
  ])('after %s shows %j', async (type, places) => {
    const board = boardOf(factsOf([received('a'), { type, requestId: 'a', occurredAt: monday + hour }]));
    expect(placesOf(await board())).toEqual(places);
  });

  test('says of a clock that a delay was notified', async () => {
    const board = boardOf(factsOf([received('a'), { type: 'DelayNotified', requestId: 'a' }, received('b')]));
    const explained = (await board()).map((deadline) => [deadline.requestId, deadline.explained]);
    expect(new Set(explained.map(String))).toEqual(new Set(['a,true', 'b,false']));
  });

  test('leaves out a clock that is suspended, and shows it with its new date once the information is there', async () => {
    const asked = [
      received('a', { code: 'ROUTINE;EU977;UTC;6,0' }),
      { type: 'InformationRequested', requestId: 'a', code: '1', occurredAt: monday + day },
    ];
    expect(placesOf(await boardOf(factsOf(asked))())).toEqual(['a acknowledgement']);
    const supplied = { type: 'InformationSupplied', requestId: 'a', code: '1', occurredAt: monday + 4 * day };
    const [, answer] = await boardOf(factsOf([...asked, supplied]))();
    expect(answer?.due).toEqual({ at: monday + 11 * day, regime: 'EU977', nature: 'unverified' });
  });

  test('shows a request again that lapsed and was reopened', async () => {
    const facts = ['RequestLapsed', 'RequestReopened'].map((type) => ({ type, requestId: 'a' }));
    expect(placesOf(await boardOf(factsOf([received('a'), ...facts]))())).toEqual([
      'a acknowledgement',
      'a answer',
    ]);
  });

  test('shows no clock of a request that was not received', async () => {
    expect(await boardOf(factsOf([{ type: 'RequestSubmitted', requestId: 'a' }]))()).toEqual([]);
  });

  test('can be narrowed to States, as the figures of pairs', async () => {
    const board = boardOf(
      factsOf([
        received('a', { requestingState: 'TTO', respondingState: 'USA' }),
        received('b', { requestingState: 'JAM', respondingState: 'USA' }),
        received('c', { requestingState: 'USA', respondingState: 'TTO' }),
      ]),
    );
    const requestsOf = async (query: Partial<DeadlineQuery>) => [
      ...new Set((await board(query)).map(({ requestId }) => requestId)),
    ];
    expect(await requestsOf({ party: 'TTO' })).toEqual(['a', 'c']);
    expect(await requestsOf({ responding: 'USA' })).toEqual(['a', 'b']);
    expect(await requestsOf({ requesting: 'USA', party: 'TTO' })).toEqual(['c']);
    expect(await requestsOf({ party: 'DEU' })).toEqual([]);
  });

  test('at one instant goes by request, the acknowledgement before the answer', async () => {
    const board = boardOf(factsOf([received('b'), received('a')]), together);
    expect(placesOf(await board())).toEqual([
      'a acknowledgement',
      'a answer',
      'b acknowledgement',
      'b answer',
    ]);
  });

  test('read in pages of any size shows each clock once and in order', async () => {
    const request = fc.record({ days: fc.nat(3), acknowledged: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { maxLength: 12 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(regimeProfiles, together),
        async (requests, limit, profiles) => {
          const facts = factsOf(
            requests.flatMap(({ days, acknowledged }, index) => {
              const requestId = `request ${String((index * 7) % 12).padStart(2, '0')}`;
              const receipt = received(requestId, { occurredAt: monday + days * day });
              return acknowledged ? [receipt, { type: 'CaseAcknowledged', requestId }] : [receipt];
            }),
          );
          const board = boardOf(facts, profiles);
          const whole = await board();
          const paged: Deadline[] = [];
          for (;;) {
            const last = paged.at(-1);
            const after = last && { dueAt: last.due.at, requestId: last.requestId, clock: last.clock };
            const page = await board({ after, limit });
            if (page.length === 0) break;
            paged.push(...page);
          }
          expect(paged).toEqual(whole);
          expect(whole).toHaveLength(
            requests.length * 2 - requests.filter(({ acknowledged }) => acknowledged).length,
          );
        },
      ),
    );
  });
});
