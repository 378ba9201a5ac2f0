import { eventually } from '@vestigo/kernel/testing';
import { answerWithCanaries, canariesIn, requestWithCanaries } from './canaries';
import type { Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { matterAt, sparseRequest, submitted } from './matters';
import { refusalIn } from './problem';

/**
 * The acceptance checks that speak of what a desk may send and see. The others are tests of the same names where their rule lives: 3 and
 * 7 in libs/lifecycle, 4, 5, 6, 9, 10 and 11 in libs/oversight, 6 in libs/deadlines, 8 in libs/arms.
 */

let exchange: ExchangeHere;
let jamaica: Desk;
let usa: Desk;
let coordinator: Desk;

beforeAll(async () => {
  exchange = await openExchangeHere();
  [jamaica, usa, coordinator] = await Promise.all([
    exchange.desk('officer', 'JAM'),
    exchange.desk('officer', 'USA'),
    exchange.desk('coordinator', null),
  ]);
});
afterAll(() => exchange.close());

const without = (name: keyof typeof sparseRequest) =>
  Object.fromEntries(Object.entries(sparseRequest).filter(([field]) => field !== name));

async function received(): Promise<string> {
  const id = await submitted(jamaica, requestWithCanaries);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  return id;
}

describe('acceptance check 1', () => {
  test.each(['illicitGrounds', 'legalBasis', 'intendedUse'] as const)(
    'a request without %s cannot be sent, neither at once nor from a draft',
    async (name) => {
      const [status, , pointer] = refusalIn(await jamaica.post('/v1/requests', without(name)));
      expect([status, pointer]).toEqual([422, `/${name}`]);
      const { arm: _, ...draft } = without(name);
      const written = { ...draft, items: [{ kind: 'ARM', type: 'UNKNOWN_SMALL' }] };
      const id = await submitted(jamaica, written, '/v1/requests/drafts');
      const sent = await jamaica.post(`/v1/requests/${id}/submission`, {});
      expect(refusalIn(sent)).toEqual([422, 'request-not-admissible', `/${name}`]);
    },
  );

  test('a request without serial can', async () => {
    expect(JSON.stringify(sparseRequest)).not.toContain('serial');
    expect((await jamaica.post('/v1/requests', sparseRequest)).status).toBe(201);
  });
});

describe('acceptance check 2', () => {
  const shown = async (id: string) => (await matterAt(usa, `/v1/cases/${id}`)).refusal;

  test('a refusal without one of the four grounds of ITI 22 is stored, and flagged', async () => {
    const [id, within] = [await received(), await received()];
    const refusal = { ground: 'OTHER_NOT_IN_TEXT', reason: 'The register is being moved.' };
    expect((await usa.post(`/v1/cases/${id}/refusal`, refusal)).status).toBe(200);
    expect(await shown(id)).toEqual({ ...refusal, outsideInstrument: true });
    const named = { ground: 'ITI22_INVESTIGATION', reason: 'A trial is under way.' };
    expect((await usa.post(`/v1/cases/${within}/refusal`, named)).status).toBe(200);
    expect(await shown(within)).toEqual({ ...named, outsideInstrument: false });
  });

  test.each([undefined, '', ' '])('one with %j for its reason is rejected', async (reason) => {
    const refused = await usa.post(`/v1/cases/${await received()}/refusal`, {
      ground: 'ITI22_NATIONAL_SECURITY',
      reason,
    });
    expect(refusalIn(refused)).toEqual([422, 'validation-failed', '/reason']);
  });
});

describe('acceptance check 4', () => {
  test('a pair with no requests shows that none was sent, and no rate of 0', async () => {
    const { body } = await coordinator.get<{ readonly items: readonly object[] }>(
      '/v1/oversight/pairs?requesting=KEN&responding=FRA',
    );
    expect(body.items).toEqual([
      expect.objectContaining({
        requestingState: 'KEN',
        respondingState: 'FRA',
        submitted: 0,
        delivered: 0,
        rates: {
          acknowledged: null,
          answered: null,
          answeredInFull: null,
          answeredInPart: null,
          refused: null,
          unanswered: null,
        },
      }),
    ]);
  });
});

describe('acceptance check 7', () => {
  interface Handled {
    readonly items: readonly { readonly handling: { readonly consents: readonly object[] } }[];
  }
  const consents = async (id: string) =>
    (await jamaica.get<Handled>(`/v1/requests/${id}`)).body.items.map(({ handling }) => handling.consents);

  test('onward release of a NO_ONWARD answer needs consent to be given first', async () => {
    const id = await received();
    const answer = { ...answerWithCanaries, conditions: [{ kind: 'NO_ONWARD' }] };
    expect((await usa.post(`/v1/cases/${id}/answer`, answer)).status).toBe(200);
    await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
    for (const [consent, decision] of [
      [1, { decision: 'DENIED', reason: 'Ask again once the trial is over.' }],
      [2, { decision: 'GIVEN', terms: 'For the investigation alone.' }],
    ] as const) {
      const asked = { items: [1], recipient: 'COL', purpose: 'The next State on the trail.' };
      expect((await jamaica.post(`/v1/requests/${id}/consents`, asked)).status).toBe(200);
      expect(await consents(id)).toEqual([[]]);
      await eventually(async () =>
        expect((await matterAt(usa, `/v1/cases/${id}`)).matter).toMatchObject({ openConsents: [consent] }),
      );
      expect((await usa.post(`/v1/cases/${id}/consents/${consent}`, decision)).status).toBe(200);
      await eventually(async () =>
        expect((await matterAt(jamaica, `/v1/requests/${id}`)).matter).toMatchObject({ openConsents: [] }),
      );
    }
    expect(await consents(id)).toEqual([
      [
        {
          ...{ number: 2, item: 1, to: 'COL' },
          ...{ purpose: 'The next State on the trail.', terms: 'For the investigation alone.' },
        },
      ],
    ]);
  });

  test('what a coordinator gets never carries protected fields', async () => {
    const id = await received();
    expect((await usa.post(`/v1/cases/${id}/answer`, answerWithCanaries)).status).toBe(200);
    const path = `/v1/requests/${id}`;
    await eventually(() => matterAt(coordinator, path, 'answered'));
    const routes = [path, `/v1/cases/${id}`, '/v1/requests', '/v1/cases', '/v1/oversight/pairs'];
    for (const route of [...routes, '/v1/oversight/deadlines']) {
      const { status, text } = await coordinator.get(route);
      expect({ route, status, words: canariesIn(text) }).toEqual({ route, status: 200, words: [] });
    }
  });
});
