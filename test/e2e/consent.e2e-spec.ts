import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { matterAt, sparseRequest, submitted } from './matters';

const day = 86_400_000;
/** A Monday. */
const monday = Date.UTC(2026, 2, 2, 12);

let exchange: ExchangeHere;
let jamaica: Desk;
let usa: Desk;
let coordinator: Desk;

beforeAll(async () => {
  exchange = await openExchangeHere(monday);
  [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
  coordinator = await exchange.desk('coordinator', null);
});
beforeEach(() => {
  exchange.clock.now = monday;
});
afterAll(() => exchange.close());

interface ConsentClock {
  readonly consent: number;
  readonly receivedAt: string | null;
  readonly decision: string | null;
  readonly due: object | null;
}

interface Deadline {
  readonly requestId: string;
  readonly clock: string;
  readonly consent: number | null;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly suspended: object | null;
}

/** Everything that the board has on a request. */
async function boardOn(id: string): Promise<readonly Deadline[]> {
  const { body } = await coordinator.get<{ readonly items: readonly Deadline[] }>(
    '/v1/oversight/deadlines?limit=200',
  );
  return body.items.filter(({ requestId }) => requestId === id);
}

/** The same questions for consent as the two desks tell them, and as the trace does. */
async function consentsOn(id: string) {
  const [request, found] = await Promise.all([
    jamaica.get<{ readonly consents: readonly ConsentClock[] }>(`/v1/requests/${id}`),
    usa.get<{ readonly consents: readonly ConsentClock[] }>(`/v1/cases/${id}`),
  ]);
  const trace = await jamaica.get<{
    readonly trails: readonly {
      readonly owed: readonly { readonly act: string; readonly due: object | null }[];
      readonly hops: readonly { readonly clocks: { readonly consents: readonly ConsentClock[] } }[];
    }[];
  }>(`/v1/traces/${id}`);
  return {
    atRequest: request.body.consents,
    atCase: found.body.consents,
    onTrace: trace.body.trails[0]?.hops[0]?.clocks.consents ?? [],
    owed: trace.body.trails[0]?.owed.filter(({ act }) => act === 'DECIDE_CONSENT') ?? [],
  };
}

/** Jamaica was answered by the USA, not to be handed on, and asks whether Colombia may see it. */
async function asking(): Promise<string> {
  const id = await submitted(jamaica, sparseRequest);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  const answer = { outcome: 'TRACED_EXPORTED_ON', onwardState: 'COL', conditions: [{ kind: 'NO_ONWARD' }] };
  expect((await usa.post(`/v1/cases/${id}/answer`, answer)).status).toBe(200);
  await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
  const question = { items: [1], recipient: 'COL', purpose: 'To ask the importer.' };
  expect((await jamaica.post(`/v1/requests/${id}/consents`, question)).status).toBe(200);
  await eventually(async () => {
    const { atRequest, atCase } = await consentsOn(id);
    expect([atRequest[0]?.receivedAt, atCase.length]).toEqual([new Date(monday).toISOString(), 1]);
    expect(await boardOn(id)).toHaveLength(1);
  });
  return id;
}

describe('a question for consent to onward release (ITI 15(c))', () => {
  const due = {
    at: '2026-03-17T00:00:00.000Z',
    regime: 'EXCHANGE_TARGET',
    nature: 'target',
    suspendedSince: null,
  };

  test('has one clock, which both desks, the trace and the board of deadlines tell alike', async () => {
    const id = await asking();
    const { atRequest, atCase, onTrace, owed } = await consentsOn(id);
    const instant = new Date(monday).toISOString();
    const clock = { consent: 1, receivedAt: instant, decidedAt: null, decision: null, due };
    expect(atRequest).toEqual([{ ...clock, askedAt: instant }]);
    expect(onTrace).toEqual(atRequest);
    expect(atCase).toEqual([{ ...clock, askedAt: null }]);
    expect(owed).toEqual([{ hop: 1, act: 'DECIDE_CONSENT', state: 'USA', due }]);
    expect(await boardOn(id)).toEqual([
      {
        ...{ requestId: id, requestingState: 'JAM', respondingState: 'USA', clock: 'consent', consent: 1 },
        ...{ submittedAt: instant, receivedAt: instant, dueAt: due.at, overdue: false, suspended: null },
        ...{ explained: false, regime: 'EXCHANGE_TARGET', nature: 'target', imported: false },
      },
    ]);
  });

  test('is overdue from its due instant on, and off the board once it is decided', async () => {
    const id = await asking();
    exchange.clock.now = Date.parse(due.at) - 1;
    expect(await boardOn(id)).toMatchObject([{ overdue: false }]);
    exchange.clock.now += 1;
    await eventually(async () => {
      expect(await boardOn(id)).toMatchObject([{ overdue: true }]);
    });
    expect((await usa.post(`/v1/cases/${id}/consents/1`, { decision: 'GIVEN' })).status).toBe(200);
    await eventually(async () => {
      const { atRequest, atCase, owed } = await consentsOn(id);
      expect([atRequest[0]?.decision, atCase[0]?.decision, owed]).toEqual(['GIVEN', 'GIVEN', []]);
      expect(await boardOn(id)).toEqual([]);
    });
  });
});

describe('consent that is given on terms in words', () => {
  const terms = 'CANARY-terms: for this inquiry alone';
  let colombia: Desk;
  let parent: string;
  let followOn: Readonly<Record<string, unknown>>;
  let id: string;

  interface Detail {
    readonly content: {
      readonly priorChecks: readonly { readonly remarks?: string; readonly handling?: object }[];
    };
    readonly heldChecks: readonly object[];
    readonly items: readonly { readonly handling: { readonly consents: readonly object[] } }[];
  }

  beforeAll(async () => {
    exchange.clock.now = monday;
    colombia = await exchange.desk('officer', 'COL');
    parent = await submitted(jamaica, sparseRequest);
    await eventually(() => matterAt(usa, `/v1/cases/${parent}`));
    const answer = {
      ...{ outcome: 'TRACED_EXPORTED_ON', onwardState: 'COL', lastLegalHolder: 'CANARY-importer' },
      conditions: [{ kind: 'NO_ONWARD' }],
    };
    expect((await usa.post(`/v1/cases/${parent}/answer`, answer)).status).toBe(200);
    await eventually(() => matterAt(jamaica, `/v1/requests/${parent}`, 'answered'));
    const question = { items: [1], recipient: 'COL', purpose: 'To ask the importer.' };
    expect((await jamaica.post(`/v1/requests/${parent}/consents`, question)).status).toBe(200);
    await eventually(async () => {
      const given = await usa.post(`/v1/cases/${parent}/consents/1`, { decision: 'GIVEN', terms });
      expect(given.status).toBe(200);
    });
    followOn = await eventually(async () => {
      const { body, text } = await jamaica.get<typeof followOn>(`/v1/requests/${parent}/follow-on?state=COL`);
      expect(text).toContain('CANARY-importer');
      return body;
    });
    id = await submitted(jamaica, followOn);
    await eventually(async () => expect((await colombia.get('/v1/cases')).text).toContain(id));
  });

  test('tells the desk that asked for it which terms it has to keep', async () => {
    const { body } = await jamaica.get<Detail>(`/v1/requests/${parent}`);
    expect(body.items[0]?.handling.consents).toEqual([
      { number: 1, item: 1, to: 'COL', purpose: 'To ask the importer.', terms },
    ]);
  });

  test('goes along with the request that follows, and is read together with its terms', async () => {
    const { body } = await colombia.get<Detail>(`/v1/cases/${id}`);
    const check = body.content.priorChecks.at(-1);
    expect(check?.remarks).toContain('CANARY-importer');
    expect(check?.handling).toEqual({
      giver: 'USA',
      conditions: [
        { kind: 'NO_ONWARD' },
        { kind: 'ON_TERMS', state: 'COL', use: 'INVESTIGATION', purpose: 'To ask the importer.', terms },
      ],
    });
    expect(body.heldChecks).toEqual([{ check: 1, giver: 'USA', decision: { released: true } }]);
  });

  test('leaves on no other way, and is read by nobody but officers of the States that it concerns', async () => {
    const ways = await Promise.all([
      colombia.get('/v1/cases/export?format=json'),
      colombia.get('/v1/cases/export?format=csv'),
      colombia.get('/v1/cases'),
      ...[exchange.desk('liaison', 'COL'), exchange.desk('officer', 'BRA')].map(async (desk) =>
        (await desk).get(`/v1/cases/${id}`),
      ),
      coordinator.get(`/v1/cases/${id}`),
      coordinator.get(`/v1/traces/${id}`),
      coordinator.get('/v1/oversight/deadlines'),
    ]);
    const texts = ways.map(({ text }) => text);
    expect(texts.filter((text) => text.includes('CANARY-importer'))).toEqual([]);
    // Officers of Colombia read the terms in their own export, beside the codes.
    expect(texts.map((text) => text.includes('CANARY-terms'))).toEqual([
      ...[true, true, false],
      ...[false, false, false, false, false],
    ]);
  });

  test('lifts nothing for another State, or for another use', async () => {
    for (const other of [{ respondingState: 'BRA' }, { intendedUse: 'STATISTICS' }]) {
      const { status, text } = await jamaica.post('/v1/requests', { ...followOn, ...other });
      expect([status, text.includes('check-not-for-this-state')]).toEqual([422, true]);
    }
    expect(
      (await colombia.post(`/v1/cases/${id}/answer`, { outcome: 'TRACED_EXPORTED_ON', onwardState: 'BRA' }))
        .status,
    ).toBe(200);
    await eventually(async () => {
      const { status, text } = await jamaica.get(`/v1/requests/${id}/follow-on?state=BRA`);
      expect([status, text.includes('CANARY')]).toEqual([200, false]);
    });
  });
});

test('a clock that stands still is on the board, since when and why, and is never overdue', async () => {
  const id = await submitted(jamaica, { ...sparseRequest, regimes: ['EU977'] });
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  exchange.clock.now = monday + day;
  expect((await usa.post(`/v1/cases/${id}/questions`, { text: 'Which mark?' })).status).toBe(200);
  const asked = new Date(exchange.clock.now).toISOString();
  await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'information-requested'));
  exchange.clock.now = monday + 90 * day;
  const answerClock = async () => (await boardOn(id)).find(({ clock }) => clock === 'answer');
  await eventually(async () => {
    expect(await answerClock()).toMatchObject({
      ...{ dueAt: null, overdue: false, regime: 'EU977', nature: 'unverified' },
      suspended: { since: asked, reason: 'INFORMATION_OWED', clause: 'ITI 21', questions: [1] },
    });
  });
  expect(
    (await jamaica.post(`/v1/requests/${id}/information`, { question: 1, information: '4417' })).status,
  ).toBe(200);
  await eventually(async () => {
    // 89 of the days after receipt do not count.
    expect(await answerClock()).toMatchObject({ suspended: null, dueAt: '2026-06-07T00:00:00.000Z' });
  });
});
