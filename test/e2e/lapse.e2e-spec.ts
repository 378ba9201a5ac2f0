import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { answerInFull, type Matter, matterAt, sparseRequest, submitted } from './matters';
import { refusalIn } from './problem';

const day = 86_400_000;
/** A Monday. */
const monday = Date.UTC(2026, 2, 2, 12);

let exchange: ExchangeHere;
let jamaica: Desk;
let trinidad: Desk;
let usa: Desk;

beforeAll(async () => {
  exchange = await openExchangeHere(monday);
  jamaica = await exchange.desk('officer', 'JAM');
  trinidad = await exchange.desk('officer', 'TTO');
  usa = await exchange.desk('officer', 'USA');
});
afterAll(() => exchange.close());

const received = async (desk: Desk): Promise<string> => {
  const id = await submitted(desk, sparseRequest);
  await eventually(() => matterAt(desk, `/v1/requests/${id}`, 'received'));
  return id;
};
const lapseIn = ({ timeline }: Matter) =>
  timeline.find(({ what }) => what === 'RequestLapsed' || what === 'CaseLapsed');

test('requests lapse by the policy of their State alone, on the day that it says, and an answer reopens them', async () => {
  const [waiting, asked, elsewhere] = [
    await received(jamaica),
    await received(jamaica),
    await received(trinidad),
  ];
  expect((await usa.post(`/v1/cases/${asked}/questions`, { text: 'Which mark?' })).status).toBe(200);
  await eventually(() => matterAt(jamaica, `/v1/requests/${asked}`, 'information-requested'));

  const policy = { afterIdleDays: 90, afterQuestionDays: 30 };
  expect(refusalIn(await usa.put('/v1/participants/JAM/lapse-policy', policy))).toEqual([
    403,
    'not-your-state',
  ]);
  const said = await jamaica.put('/v1/participants/JAM/lapse-policy', policy);
  expect([said.status, said.body]).toMatchObject([200, { code: 'JAM', lapsePolicy: policy }]);

  exchange.clock.now = monday + 40 * day;
  const ended = await eventually(() => matterAt(jamaica, `/v1/requests/${asked}`, 'lapsed'));
  expect(lapseIn(ended)).toMatchObject({
    occurredAt: '2026-04-02T00:00:00.000Z',
    byState: 'JAM',
    said: {
      reason: "The information that was asked for was not supplied within 30 days: the State's policy.",
    },
  });
  const told = await eventually(() => matterAt(usa, `/v1/cases/${asked}`, 'lapsed'));
  expect(lapseIn(told)?.said).toEqual(lapseIn(ended)?.said);
  expect((await matterAt(jamaica, `/v1/requests/${waiting}`)).status).toBe('received');

  exchange.clock.now = monday + 400 * day;
  await eventually(() => matterAt(jamaica, `/v1/requests/${waiting}`, 'lapsed'));
  await eventually(() => matterAt(usa, `/v1/cases/${waiting}`, 'lapsed'));
  expect((await matterAt(trinidad, `/v1/requests/${elsewhere}`)).status).toBe('received');

  expect((await usa.post(`/v1/cases/${waiting}/answer`, answerInFull)).status).toBe(200);
  await eventually(() => matterAt(jamaica, `/v1/requests/${waiting}`, 'answered'));
});
