import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { answerInFull, matterAt, type MatterState, sparseRequest, submitted } from './matters';
import { refusalIn } from './problem';

/** Monday. No point of contact is registered, so desks live in UTC with Saturday and Sunday off. */
const start = Date.parse('2026-03-02T10:00:00Z');
const day = 86_400_000;

let exchange: ExchangeHere;
let coordinator: Desk;
const officerOf = (state: string) => exchange.desk('officer', state);

beforeEach(async () => {
  exchange = await openExchangeHere(start);
  coordinator = await exchange.desk('coordinator', null);
});
afterEach(() => exchange.close());

interface PairFigures extends Readonly<Record<string, unknown>> {
  readonly delivered: number;
}

const pairs = async () =>
  (await coordinator.get<{ readonly items: readonly PairFigures[] }>('/v1/oversight/pairs')).body.items;

const board = async () =>
  (
    await coordinator.get<{ readonly items: readonly Readonly<Record<string, unknown>>[] }>(
      '/v1/oversight/deadlines',
    )
  ).body.items;

/** Some figures of the only pair, once a condition of theirs holds. */
const figuresOnce = (wanted: Readonly<Record<string, unknown>>) =>
  eventually(async () => {
    expect(await pairs()).toEqual([expect.objectContaining(wanted)]);
  });

/** On which this desk may hold something back: those of ITI 22, and what is in no text. */
const grounds = [
  ...['ITI22_INVESTIGATION', 'ITI22_CONFIDENTIALITY_LAW', 'ITI22_NO_CONFIDENTIALITY_GUARANTEE'],
  ...['ITI22_NATIONAL_SECURITY', 'OTHER_NOT_IN_TEXT'],
];

/** A clock at a desk that has registered no clock of its own, by the exchange's own target. */
const runningUntil = (clock: string, dueAt: string, limit: object) => ({
  ...{ clock, dueAt, endedAt: null, owed: [], standing: 'RUNNING' },
  rule: {
    ...{ regime: 'EXCHANGE_TARGET', nature: 'target', timeZone: 'UTC', limit },
    clause: 'no clause: proposed by this exchange',
  },
});

test('a request is asked, received, acknowledged, answered and closed, and the figures follow', async () => {
  const [jamaica, usa] = [await officerOf('JAM'), await officerOf('USA')];
  const sent = await jamaica.post<MatterState>('/v1/requests', sparseRequest);
  expect([sent.status, sent.body.version, sent.body.status]).toEqual([201, 1, 'sent']);
  const { id } = sent.body;
  expect(sent.headers.get('location')).toBe(`/v1/requests/${id}`);
  const [request, found] = [`/v1/requests/${id}`, `/v1/cases/${id}`];

  const received = await eventually(() => matterAt(usa, found));
  const { respondingState: _, arm, ...content } = sparseRequest;
  expect(received).toEqual({
    id,
    version: 1,
    status: 'received',
    requestingState: 'JAM',
    respondingState: 'USA',
    imported: false,
    receivedAt: '2026-03-02T10:00:00.000Z',
    content: { ...content, channel: 'OTHER', regimes: ['ITI'], items: [{ number: 1, kind: 'ARM', ...arm }] },
    matter: {
      result: null,
      items: [{ item: 1, result: null, givenIn: [] }],
      acknowledged: false,
      delayed: false,
      openQuestions: [],
      openClarifications: [],
      openConsents: [],
    },
    ...{ warnings: [], photographs: [], consents: [], heldChecks: [] },
    acts: [
      ...['acknowledge', 'request-information', 'notify-delay', 'answer'],
      ...['refuse', 'refuse-items', 'redirect'],
    ],
    grounds: { delay: grounds, refusal: grounds, restriction: grounds },
    clocks: [
      runningUntil('acknowledgement', '2026-03-06T00:00:00.000Z', { unit: 'working-days', count: 3 }),
      runningUntil('answer', '2026-04-02T00:00:00.000Z', { unit: 'calendar-days', count: 30 }),
    ],
    timeline: [entry('CaseReceived', start, 'USA', { act: 'receive', clause: 'ITI 25', number: 1 })],
  });
  await eventually(() => matterAt(jamaica, request, 'received'));
  await figuresOnce({ requestingState: 'JAM', respondingState: 'USA', delivered: 1, unanswered: 1 });
  const clock = { requestId: id, requestingState: 'JAM', respondingState: 'USA', imported: false };
  const running = {
    ...{ ...clock, submittedAt: '2026-03-02T10:00:00.000Z', receivedAt: received.receivedAt },
    ...{ regime: 'EXCHANGE_TARGET', nature: 'target', explained: false, consent: null, suspended: null },
  };
  const acknowledgement = { ...running, clock: 'acknowledgement', dueAt: '2026-03-06T00:00:00.000Z' };
  const answer = { ...running, clock: 'answer', dueAt: '2026-04-02T00:00:00.000Z' };
  expect(await board()).toEqual([
    { ...acknowledgement, overdue: false },
    { ...answer, overdue: false },
  ]);

  exchange.clock.now = start + 4 * day;
  await figuresOnce({ acknowledged: 0, overdueAcknowledgement: 1, overdue: 0 });
  expect(await board()).toEqual([
    { ...acknowledgement, overdue: true },
    { ...answer, overdue: false },
  ]);

  const acknowledged = await usa.post<MatterState>(`${found}/acknowledgement`, {});
  expect(acknowledged.body).toEqual({ id, version: 2, status: 'acknowledged' });
  await eventually(() => matterAt(jamaica, request, 'acknowledged'));
  await figuresOnce({ acknowledged: 1, overdueAcknowledgement: 0, medianDaysToAcknowledge: 4 });
  expect(await board()).toEqual([{ ...answer, overdue: false }]);

  exchange.clock.now = start + 10 * day;
  const answered = await usa.post<MatterState>(`${found}/answer`, answerInFull);
  expect(answered.body).toEqual({ id, version: 3, status: 'answered' });
  const told = await eventually(() => matterAt(jamaica, request, 'answered'));
  expect(told).toMatchObject({ answer: { ...answerInFull, answerClass: 'FULL' }, version: 4 });
  expect(told.timeline).toEqual([
    entry('RequestSubmitted', start, 'JAM', { act: 'submit', clause: 'ITI 16, 17', number: 1 }),
    entry('RequestDelivered', start, 'USA', { act: 'receive', clause: 'ITI 25', number: 1 }),
    entry('AcknowledgementReceived', start + 4 * day, 'USA', {
      act: 'acknowledge',
      clause: 'ITI 19',
      number: 2,
    }),
    entry('AnswerReceived', start + 10 * day, 'USA', {
      ...{ act: 'answer', clause: 'ITI 20', number: 3 },
      said: { answerClass: 'FULL' },
    }),
  ]);
  await figuresOnce({
    delivered: 1,
    answeredInFull: 1,
    unanswered: 0,
    medianDaysToAnswer: 10,
    acknowledgedOnTime: { numerator: 0, denominator: 1, share: 0 },
    onTime: { numerator: 1, denominator: 1, share: 1 },
    smallSample: true,
  });
  expect(await board()).toEqual([]);

  const closed = await jamaica.post<MatterState>(`${request}/closure`, { conclusion: 'LEAD_EXHAUSTED' });
  expect(closed.body).toEqual({ id, version: 5, status: 'closed' });
  await eventually(() => matterAt(usa, found, 'closed'));
  expect(refusalIn(await usa.post(`${found}/refusal`, refusal))).toEqual([409, 'already-closed']);
});

const refusal = { ground: 'ITI22_INVESTIGATION', reason: 'An inquiry is under way.' };

test('a refusal names its ground and its reason, and reaches the requesting desk with both', async () => {
  const [jamaica, usa] = [await officerOf('JAM'), await officerOf('USA')];
  const id = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  const refuse = (body: object) => usa.post<MatterState>(`/v1/cases/${id}/refusal`, body);
  expect(refusalIn(await refuse({ ground: refusal.ground }))).toEqual([422, 'validation-failed', '/reason']);
  expect(refusalIn(await refuse({ ...refusal, reason: ' ' }))).toEqual([422, 'validation-failed', '/reason']);
  expect(refusalIn(await refuse({ ...refusal, ground: 'BUSY' }))).toEqual([
    422,
    'validation-failed',
    '/ground',
  ]);
  expect((await refuse(refusal)).body).toEqual({ id, version: 2, status: 'refused' });
  const told = await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'refused'));
  expect(told.refusal).toEqual(refusal);
  await figuresOnce({ delivered: 1, refused: 1, unanswered: 0 });
  expect(refusalIn(await usa.post(`/v1/cases/${id}/answer`, answerInFull))).toEqual([409, 'already-refused']);
});

test('a refusal on a ground that ITI 22 does not know is kept, and flagged', async () => {
  const [jamaica, usa] = [await officerOf('JAM'), await officerOf('USA')];
  const id = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  const outside = { ...refusal, ground: 'OTHER_NOT_IN_TEXT' };
  await usa.post(`/v1/cases/${id}/refusal`, outside);
  expect((await matterAt(usa, `/v1/cases/${id}`)).refusal).toEqual({ ...outside, outsideInstrument: true });
  const told = await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'refused'));
  expect(told.refusal).toEqual(outside);
});

test('a withdrawal reaches the other desk, ends its clocks and leaves the request out of N', async () => {
  const [jamaica, usa] = [await officerOf('JAM'), await officerOf('USA')];
  const id = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  await figuresOnce({ delivered: 1, withdrawn: 0 });
  const withdrawn = await jamaica.post<MatterState>(`/v1/requests/${id}/withdrawal`, {
    reason: 'Found at home.',
  });
  expect(withdrawn.body).toMatchObject({ id, status: 'withdrawn' });
  await eventually(() => matterAt(usa, `/v1/cases/${id}`, 'withdrawn'));
  await figuresOnce({ submitted: 1, delivered: 0, withdrawn: 1, unanswered: 0 });
  expect(await board()).toEqual([]);
  expect(refusalIn(await usa.post(`/v1/cases/${id}/answer`, answerInFull))).toEqual([
    409,
    'already-withdrawn',
  ]);
  expect(
    refusalIn(await jamaica.post(`/v1/requests/${id}/closure`, { conclusion: 'LEAD_EXHAUSTED' })),
  ).toEqual([409, 'already-withdrawn']);
});

test('an urgent request has its own limits', async () => {
  const jamaica = await officerOf('JAM');
  await submitted(jamaica, { ...sparseRequest, priority: 'URGENT', justification: 'A life is at risk.' });
  await eventually(async () => {
    expect((await board()).map(({ clock, dueAt }) => [clock, dueAt])).toEqual([
      ['acknowledgement', '2026-03-03T10:00:00.000Z'],
      ['answer', '2026-03-06T00:00:00.000Z'],
    ]);
  });
});

test('no request has been sent: there is no pair and no rate, rather than a rate of nought', async () => {
  expect(await pairs()).toEqual([]);
});

test('figures as of an earlier instant stay what they were', async () => {
  const [jamaica, usa] = [await officerOf('JAM'), await officerOf('USA')];
  const asOf = async (instant: number) =>
    (await coordinator.get(`/v1/oversight/pairs?asOf=${new Date(instant).toISOString()}`)).text;
  const id = await submitted(jamaica);
  await figuresOnce({ delivered: 1 });
  exchange.clock.now = start + day;
  const before = await asOf(start + day);
  exchange.clock.now = start + 2 * day;
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  await usa.post(`/v1/cases/${id}/answer`, { ...answerInFull, occurredAt: '2026-03-03T09:00:00Z' });
  await figuresOnce({ answeredInFull: 1 });
  expect(await asOf(start + day)).toBe(before);
  expect(refusalIn(await coordinator.get('/v1/oversight/pairs?asOf=2999-01-01T00:00:00Z'))).toEqual([
    422,
    'in-the-future',
    '/asOf',
  ]);
});

function entry(what: string, at: number, byState: string, told: object) {
  const instant = new Date(at).toISOString();
  return { what, ...told, occurredAt: instant, recordedAt: instant, byState };
}
