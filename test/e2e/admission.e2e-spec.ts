import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { answerInFull, matterAt, type MatterState, sparseRequest, submitted } from './matters';
import { refusalIn } from './problem';

let exchange: ExchangeHere;
let jamaica: Desk;
let usa: Desk;

beforeAll(async () => {
  exchange = await openExchangeHere();
  [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
});
afterAll(() => exchange.close());

const serial = (asObserved: string) => ({
  ...sparseRequest,
  arm: {
    type: 'PISTOL_SELFLOADING',
    serial: { asObserved, part: 'FRAME_RECEIVER', condition: 'INTACT' },
  },
});

test('a request for an arm without serial number is accepted', async () => {
  const { status } = await jamaica.post('/v1/requests', sparseRequest);
  expect(status).toBe(201);
});

test.each([
  ['Cyrillic letters', 'АВ1234'],
  ['Latin letters', 'AB1234'],
  ['Arabic-Indic digits', '١٢٣٤٥'],
  ['a letter with a combining mark', 'E\u0301-77'],
  ['the same letter composed', '\u00c9-77'],
  ['blanks within and around', ' 12 34\u00a0'],
  ['a sign outside the basic plane', '𝟙𝟚𝟛'],
  ['what SQL and HTML would read', `'; DROP TABLE event; --<script>`],
])('a serial of %s is kept as it was typed, on both desks', async (_, asObserved) => {
  const id = await submitted(jamaica, serial(asObserved));
  const shown = { items: [{ number: 1, kind: 'ARM', serial: { asObserved } }] };
  expect((await matterAt(jamaica, `/v1/requests/${id}`)).content).toMatchObject(shown);
  expect((await eventually(() => matterAt(usa, `/v1/cases/${id}`))).content).toMatchObject(shown);
});

const { legalBasis: _, ...withoutLegalBasis } = sparseRequest;
const { arm: __, ...withoutArm } = sparseRequest;
const { respondingState: ___, ...toNobody } = sparseRequest;

test.each<[string, object, readonly (number | string)[]]>([
  ['no legal basis', withoutLegalBasis, [422, 'validation-failed', '/legalBasis']],
  ['a blank legal basis', { ...sparseRequest, legalBasis: ' \t' }, [422, 'validation-failed', '/legalBasis']],
  ['nothing that it is about', withoutArm, [422, 'arm-or-items', '/items']],
  ['nobody who is asked', toNobody, [422, 'validation-failed', '/respondingState']],
  [
    'a State that is none',
    { ...sparseRequest, respondingState: 'XYZ' },
    [422, 'validation-failed', '/respondingState'],
  ],
  [
    'no illicit ground',
    { ...sparseRequest, illicitGrounds: [] },
    [422, 'validation-failed', '/illicitGrounds'],
  ],
  [
    'urgency without its justification',
    { ...sparseRequest, priority: 'URGENT' },
    [422, 'request-not-admissible', '/justification'],
  ],
  [
    'its own State asked',
    { ...sparseRequest, respondingState: 'JAM' },
    [422, 'own-state', '/respondingState'],
  ],
  [
    'an instant to come',
    { ...sparseRequest, occurredAt: '2999-01-01T00:00:00Z' },
    [422, 'in-the-future', '/occurredAt'],
  ],
  [
    'an instant without offset',
    { ...sparseRequest, occurredAt: '2026-01-01T00:00:00' },
    [422, 'validation-failed', '/occurredAt'],
  ],
  [
    'a day that does not exist',
    { ...sparseRequest, occurredAt: '2026-02-30T00:00:00Z' },
    [422, 'validation-failed', '/occurredAt'],
  ],
  [
    'a field that is not known',
    { ...sparseRequest, frobnicate: 1 },
    [422, 'validation-failed', '/frobnicate'],
  ],
  [
    'a field that is not known, deep inside',
    { ...sparseRequest, arm: { type: 'SMG', 'a/b': 1 } },
    [422, 'validation-failed', '/arm/a~1b'],
  ],
  [
    'two things wrong',
    { ...withoutLegalBasis, priority: 'SOON' },
    [422, 'validation-failed', '/legalBasis', '/priority'],
  ],
  [
    'a text on an obliterated serial',
    {
      ...sparseRequest,
      arm: {
        type: 'SMG',
        serial: { asObserved: '12', part: 'FRAME_RECEIVER', condition: 'OBLITERATED' },
      },
    },
    [422, 'request-not-admissible', '/arm/serial/asObserved'],
  ],
])('a request with %s is refused, and told where it is wrong', async (__, body, refusal) => {
  expect(refusalIn(await jamaica.post('/v1/requests', body))).toEqual(refusal);
});

test('what is refused leaves no trace on either desk', async () => {
  const france = await exchange.desk('officer', 'FRA');
  await france.post('/v1/requests', withoutLegalBasis);
  expect((await france.get('/v1/requests')).body).toEqual({
    asOf: expect.any(String) as string,
    items: [],
    next: null,
  });
});

test('history taken over from elsewhere keeps its instants and is counted apart', async () => {
  const [haiti, occurredAt] = [await exchange.desk('officer', 'HTI'), '2020-05-04T03:02:01.000Z'];
  const id = await submitted(haiti, { ...sparseRequest, imported: true, occurredAt });
  const found = await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  expect(found).toMatchObject({ receivedAt: occurredAt, imported: true });
  const coordinator = await exchange.desk('coordinator', null);
  await eventually(async () => {
    const { body } = await coordinator.get(`/v1/oversight/pairs?requesting=HTI&responding=USA`);
    expect(body).toMatchObject({ items: [{ delivered: 1, imported: 1, overdue: 1 }] });
  });
});

test('a desk may log late what it did, but not earlier than it received the request', async () => {
  const id = await submitted(jamaica);
  const { receivedAt = '' } = await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  const acknowledge = (occurredAt: string) =>
    usa.post<MatterState>(`/v1/cases/${id}/acknowledgement`, { occurredAt });
  const early = new Date(Date.parse(receivedAt) - 1).toISOString();
  expect(refusalIn(await acknowledge(early))).toEqual([422, 'before-receipt', '/occurredAt']);
  expect((await acknowledge(receivedAt)).body).toMatchObject({ status: 'acknowledged' });
});

test.each([
  [{ outcome: 'TRACED_EXPORTED_ON' }, '/onwardState'],
  [{ ...answerInFull, onwardState: 'USA' }, '/onwardState'],
])('an answer that lacks what its outcome calls for is refused: %p', async (answer, pointer) => {
  const id = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  expect(refusalIn(await usa.post(`/v1/cases/${id}/answer`, answer))).toEqual([
    422,
    'answer-incomplete',
    pointer,
  ]);
});
