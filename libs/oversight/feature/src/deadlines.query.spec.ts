import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { regimeProfiles } from '@vestigo/deadlines';
import type { ReadStore, RecordedFact, View } from '@vestigo/kernel';
import { openSqliteReadStore } from '@vestigo/sqlite';
import type { Deadline } from './deadline';
import { type DeadlineQuery, ListDeadlines, ListDeadlinesHandler } from './deadlines.query';
import { requestClocks } from './request-clock.projection';
import { advance, day, factsOf, type Happening, hour, monday } from './testing/facts';
import { together } from './testing/together';

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

async function boardOf(facts: readonly RecordedFact[], profiles = regimeProfiles) {
  const projection = requestClocks(profiles);
  const view: View = readStore.open({ ...projection, version: `again ${String((versions += 1))}` });
  await advance(view, projection, facts);
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
  deadlines.map(({ requestId, clock, consent }) =>
    [requestId, clock, ...(consent === 0 ? [] : [String(consent)])].join(' '),
  );

describe('the board of deadlines', () => {
  test('says whose clock runs, until when, and by which rule', async () => {
    const board = await boardOf(
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
      consent: 0,
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
    const board = await boardOf(
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
    const board = await boardOf(
      factsOf([received('a'), { type, requestId: 'a', occurredAt: monday + hour }]),
    );
    expect(placesOf(await board())).toEqual(places);
  });

  test('says of a clock that a delay was notified', async () => {
    const board = await boardOf(
      factsOf([received('a'), { type: 'DelayNotified', requestId: 'a' }, received('b')]),
    );
    const explained = (await board()).map((deadline) => [deadline.requestId, deadline.explained]);
    expect(new Set(explained.map(String))).toEqual(new Set(['a,true', 'b,false']));
  });

  const asked = [
    received('a', { code: 'ROUTINE;EU977;UTC;6,0' }),
    { type: 'InformationRequested', requestId: 'a', code: '1', occurredAt: monday + day },
  ];

  test('shows a clock that stands still at its end, since when, and which question is open', async () => {
    const later = { type: 'InformationRequested', requestId: 'a', code: '2', occurredAt: monday + 2 * day };
    const board = await (await boardOf(factsOf([...asked, later, received('b')])))();
    expect(placesOf(board)).toEqual(['a acknowledgement', 'b acknowledgement', 'b answer', 'a answer']);
    const suspended = board.at(-1);
    expect(suspended).toMatchObject({
      due: { at: Infinity, regime: 'EU977', nature: 'unverified', suspendedSince: monday + day },
      suspended: { since: monday + day, questions: [1, 2] },
    });
    expect(board.slice(0, -1).flatMap((deadline) => deadline.suspended ?? [])).toEqual([]);
  });

  test('shows it with its new date once the information is there', async () => {
    const supplied = { type: 'InformationSupplied', requestId: 'a', code: '1', occurredAt: monday + 4 * day };
    const [, answer] = await (await boardOf(factsOf([...asked, supplied])))();
    expect(answer?.due).toEqual({ at: monday + 11 * day, regime: 'EU977', nature: 'unverified' });
    expect(answer?.suspended).toBeUndefined();
  });

  test('shows no clock as standing still that had run out before anything was asked, or that is not suspended', async () => {
    const late = { type: 'InformationRequested', requestId: 'a', code: '1', occurredAt: monday + 9 * day };
    const overdue = await (
      await boardOf(factsOf([received('a', { code: 'ROUTINE;EU977;UTC;6,0' }), late]))
    )();
    const runsOn = await (await boardOf(factsOf([received('a'), { ...late, occurredAt: monday + day }])))();
    for (const board of [overdue, runsOn]) {
      expect(board.map(({ clock, suspended }) => [clock, suspended])).toEqual([
        ['acknowledgement', undefined],
        ['answer', undefined],
      ]);
    }
  });

  describe('shows a question for consent', () => {
    const answered = [received('a'), { type: 'CaseAnswered', requestId: 'a', occurredAt: monday + hour }];
    const question = (code: string, at: number, requestId = 'a') => [
      { type: 'ConsentAsked', requestId, code, occurredAt: at - hour },
      { type: 'ConsentRequested', requestId, code, occurredAt: at },
    ];

    test('whose clock runs from its receipt, and by which rule', async () => {
      const board = await boardOf(factsOf([...answered, ...question('1', monday + 2 * day)]));
      expect(await board()).toEqual([
        {
          requestId: 'a',
          requestingState: 'TTO',
          respondingState: 'USA',
          clock: 'consent',
          consent: 1,
          submittedAt: monday + 2 * day - hour,
          receivedAt: monday + 2 * day,
          due: { at: monday + 17 * day, regime: 'EXCHANGE_TARGET', nature: 'target' },
          explained: false,
          imported: false,
        },
      ]);
    });

    test('until it is given or denied, each by itself', async () => {
      const questions = ['1', '2', '3'].flatMap((code) => question(code, monday + 2 * day));
      const board = await boardOf(
        factsOf([
          ...answered,
          ...questions,
          { type: 'ConsentGiven', requestId: 'a', code: '3', occurredAt: monday + 3 * day },
          { type: 'ConsentDenied', requestId: 'a', code: '1', occurredAt: monday + 3 * day },
        ]),
      );
      expect(placesOf(await board())).toEqual(['a consent 2']);
    });

    test('not before the State asked has received it', async () => {
      const [asking] = question('1', monday + 2 * day);
      expect(placesOf(await (await boardOf(factsOf(asking ? [...answered, asking] : [])))())).toEqual([]);
    });

    test('as late, once its clock ran out', async () => {
      const fellDue = { type: 'ConsentFellDue', requestId: 'a', code: 'EXCHANGE_TARGET;1' };
      const board = await boardOf(factsOf([...answered, ...question('1', monday + 2 * day), fellDue]));
      expect(placesOf(await board())).toEqual(['a consent 1']);
    });

    test('to the States that it concerns', async () => {
      const board = await boardOf(factsOf([...answered, ...question('1', monday + 2 * day)]));
      expect(placesOf(await board({ party: 'TTO' }))).toEqual(['a consent 1']);
      expect(placesOf(await board({ responding: 'USA' }))).toEqual(['a consent 1']);
      expect(await board({ party: 'DEU' })).toEqual([]);
    });
  });

  test('shows a request again that lapsed and was reopened', async () => {
    const facts = ['RequestLapsed', 'RequestReopened'].map((type) => ({ type, requestId: 'a' }));
    expect(placesOf(await (await boardOf(factsOf([received('a'), ...facts])))())).toEqual([
      'a acknowledgement',
      'a answer',
    ]);
  });

  test('shows no clock of a request that was not received', async () => {
    expect(await (await boardOf(factsOf([{ type: 'RequestSubmitted', requestId: 'a' }])))()).toEqual([]);
  });

  test('can be narrowed to States, as the figures of pairs', async () => {
    const board = await boardOf(
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

  test('at one instant goes by request, the acknowledgement before the answer, and that before consent', async () => {
    const question = { type: 'ConsentRequested', requestId: 'a', code: '1' };
    const board = await boardOf(factsOf([received('b'), received('a'), question]), together);
    expect(placesOf(await board())).toEqual([
      'a acknowledgement',
      'a answer',
      'a consent 1',
      'b acknowledgement',
      'b answer',
    ]);
  });

  test('read in pages of any size shows each clock once and in order', async () => {
    const request = fc.record({
      days: fc.nat(3),
      acknowledged: fc.boolean(),
      suspended: fc.boolean(),
      consents: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { maxLength: 12 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(regimeProfiles, together),
        async (requests, limit, profiles) => {
          const facts = factsOf(
            requests.flatMap(({ days, acknowledged, suspended, consents }, index) => {
              const requestId = `request ${String((index * 7) % 12).padStart(2, '0')}`;
              const occurredAt = monday + days * day;
              const code = suspended ? 'ROUTINE;EU977;UTC;6,0' : 'ROUTINE;ITI;UTC;6,0';
              return [
                received(requestId, { occurredAt, code }),
                ...(acknowledged ? [{ type: 'CaseAcknowledged', requestId }] : []),
                ...(suspended ? [{ type: 'InformationRequested', requestId, code: '1', occurredAt }] : []),
                ...Array.from({ length: consents }, (_, number) => ({
                  type: 'ConsentRequested',
                  requestId,
                  code: String(number + 1),
                  occurredAt,
                })),
              ];
            }),
          );
          const board = await boardOf(facts, profiles);
          const whole = await board();
          const paged: Deadline[] = [];
          for (;;) {
            const last = paged.at(-1);
            const after = last && { ...last, dueAt: last.due.at };
            const page = await board({ after, limit });
            if (page.length === 0) break;
            paged.push(...page);
          }
          expect(paged).toEqual(whole);
          const expected = requests.map(({ acknowledged, consents }) => (acknowledged ? 1 : 2) + consents);
          expect(whole).toHaveLength(expected.reduce((sum, clocks) => sum + clocks, 0));
        },
      ),
    );
  });
});
