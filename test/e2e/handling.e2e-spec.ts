import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@vestigo/kernel/testing';
import { answerWithCanaries, canariesIn, canariesLogged, requestWithCanaries } from './canaries';
import type { Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { matterAt, submitted } from './matters';

const day = 86_400_000;
/** Written into a condition: read by officers of the two States, and by nobody else. */
const openText = { kind: 'OTHER', text: 'CANARY-condition' };
const ofTheAnswer = canariesIn(JSON.stringify(answerWithCanaries));
const ofTheReason = ['CANARY-restriction-reason'];

let exchange: ExchangeHere;
let jamaica: Desk;
let usa: Desk;
let others: readonly Desk[];

beforeAll(async () => {
  exchange = await openExchangeHere();
  [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
  others = await Promise.all([
    exchange.desk('liaison', 'JAM'),
    exchange.desk('liaison', 'USA'),
    exchange.desk('officer', 'COL'),
    exchange.desk('coordinator', null),
  ]);
});
afterAll(() => exchange.close());

/** A request of Jamaica, answered by the USA under these conditions. */
async function answeredUnder(...conditions: readonly object[]): Promise<string> {
  const id = await submitted(jamaica, requestWithCanaries);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  const given = await usa.post(`/v1/cases/${id}/answer`, { ...answerWithCanaries, conditions });
  expect(given.status).toBe(200);
  await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
  return id;
}

interface Detail {
  readonly content: object;
  readonly answer: object;
  readonly items: readonly {
    readonly decision: { readonly deniedBy?: readonly { readonly clause: string }[] };
  }[];
}

/** The words of the answer that somebody reads at the requesting desk, and the clauses that keep the rest. */
async function readBy(desk: Desk, id: string) {
  const { body } = await desk.get<Detail>(`/v1/requests/${id}`);
  const { content: _, ...replied } = body;
  const deniedBy = body.items.flatMap(({ decision }) => decision.deniedBy ?? []);
  return { words: canariesIn(JSON.stringify(replied)), deniedBy: deniedBy.map(({ clause }) => clause) };
}

describe('the requesting State reads an answer as far as its conditions allow', () => {
  test('all of it without conditions, and where none denies', async () => {
    const whole = { words: ofTheAnswer, deniedBy: [] };
    expect(await readBy(jamaica, await answeredUnder())).toEqual(whole);
    expect(await readBy(jamaica, await answeredUnder({ kind: 'NO_ONWARD' }, { kind: 'COMMERCIAL' }))).toEqual(
      whole,
    );
    const investigation = { kind: 'PURPOSE_ONLY', purposes: ['INVESTIGATION'] };
    expect(await readBy(jamaica, await answeredUnder(investigation))).toEqual(whole);
  });

  test('for the body that the giver named only (ITI 15(a))', async () => {
    const id = await answeredUnder({ kind: 'NEED_TO_KNOW', authorities: ['Firearms Licensing Authority'] });
    const named = await exchange.desk('officer', 'JAM', 'Firearms Licensing Authority');
    const customs = await exchange.desk('officer', 'JAM', 'Customs');
    const denied = { words: ofTheReason, deniedBy: ['ITI 15(a)'] };
    expect(await readBy(named, id)).toEqual({ words: ofTheAnswer, deniedBy: [] });
    expect(await readBy(customs, id)).toEqual(denied);
    expect(await readBy(jamaica, id)).toEqual(denied);
  });

  test('for the purpose that the giver named only (ITI 15(b))', async () => {
    const id = await answeredUnder({ kind: 'PURPOSE_ONLY', purposes: ['STATISTICS'] });
    expect(await readBy(jamaica, id)).toEqual({ words: ofTheReason, deniedBy: ['ITI 15(b)'] });
  });

  test('until it expires', async () => {
    const today = new Date(exchange.clock.now).toISOString().slice(0, 10);
    const id = await answeredUnder({
      kind: 'EXPIRES',
      on: today.replace(/^\d{4}/, (year) => String(Number(year) + 1)),
    });
    expect(await readBy(jamaica, id)).toEqual({ words: ofTheAnswer, deniedBy: [] });
    exchange.clock.now += 400 * day;
    expect(await readBy(jamaica, id)).toEqual({ words: ofTheReason, deniedBy: ['ITI 15'] });
    exchange.clock.now -= 400 * day;
  });

  test('its codes only where a condition is open text, which its officers read', async () => {
    const id = await answeredUnder(openText);
    expect(await readBy(jamaica, id)).toEqual({
      words: ['CANARY-condition', ...ofTheReason],
      deniedBy: ['ITI 15'],
    });
    const { body } = await jamaica.get<Detail>(`/v1/requests/${id}`);
    expect(body.answer).toEqual({
      outcome: 'TRACED_LAST_HOLDER',
      answerClass: 'PARTIAL',
      chain: [{ role: 'EXPORTED', state: 'USA' }],
      pointOfDiversion: { cause: 'STATE_STOCK_LEAK' },
      restriction: { ground: 'ITI22_CONFIDENTIALITY_LAW' },
      conditions: [{ kind: 'OTHER' }],
    });
    const { text } = await usa.get(`/v1/cases/${id}`);
    expect(canariesIn(text)).toEqual(expect.arrayContaining([...ofTheAnswer, 'CANARY-condition']));
    expect(text).toContain('CONDITION_DENIES_ALL');
  });
});

test('an export holds what may leave the exchange, and codes of the rest', async () => {
  const [free, commercial] = [await answeredUnder(), await answeredUnder({ kind: 'COMMERCIAL' })];
  const exported = async (desk: Desk, kind: string, id: string) => {
    const { body } = await desk.get<readonly { readonly about: { readonly id: string } }[]>(
      `/v1/${kind}/export?format=json`,
    );
    const csv = await desk.get(`/v1/${kind}/export?format=csv`);
    const row = csv.text.split('\r\n').find((line) => line.startsWith(id)) ?? '';
    const answer = (text: string) => canariesIn(text).filter((word) => ofTheAnswer.includes(word));
    const about = body.map((matter) => matter.about).filter((one) => one.id === id);
    return { json: canariesIn(JSON.stringify(about)), csv: answer(row) };
  };
  await eventually(async () => {
    expect(await exported(jamaica, 'requests', free)).toEqual({ json: ofTheAnswer, csv: ofTheAnswer });
    expect(await exported(usa, 'cases', commercial)).toEqual({ json: ofTheAnswer, csv: ofTheAnswer });
    expect(await exported(jamaica, 'requests', commercial)).toEqual({ json: ofTheReason, csv: [] });
  });
});

test('no other reader, on no route, reads a word of an answer', async () => {
  const id = await answeredUnder(openText, { kind: 'NO_ONWARD' });
  const routes = [
    `requests/${id}`,
    `cases/${id}`,
    'requests',
    'cases',
    'requests/export?format=csv',
    'cases/export?format=json',
    'oversight/pairs',
    'oversight/deadlines',
  ];
  for (const desk of [...others, exchange.bearer()]) {
    const told = await Promise.all([
      ...routes.map((route) => desk.get(`/v1/${route}`)),
      desk.get('/metrics'),
    ]);
    expect(canariesIn(told.map(({ text, headers }) => text + JSON.stringify([...headers])).join())).toEqual(
      [],
    );
  }
  for (const desk of [jamaica, usa]) {
    const lists = await Promise.all(['requests', 'cases'].map((route) => desk.get(`/v1/${route}`)));
    expect(canariesIn(lists.map(({ text }) => text).join())).toEqual([]);
  }
});

test('the log keeps the words of an answer, and no view keeps one of them', async () => {
  await answeredUnder(openText);
  const words = canariesLogged(exchange.folder);
  expect(words).toEqual(expect.arrayContaining([...ofTheAnswer, 'CANARY-condition']));
  const names = (await readdir(exchange.folder)).filter((name) => name.startsWith('views.db'));
  const files = await Promise.all(names.map((name) => readFile(join(exchange.folder, name), 'latin1')));
  expect([names.length > 0, canariesIn(files.join())]).toEqual([true, []]);
});

test('a condition that cannot be weighed as it is given is not taken', async () => {
  const id = await submitted(jamaica, requestWithCanaries);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  for (const conditions of [
    [{ kind: 'NEED_TO_KNOW' }],
    [{ kind: 'NO_ONWARD', text: 'unless urgent' }],
    [{ kind: 'X' }],
  ]) {
    const { status, text } = await usa.post(`/v1/cases/${id}/answer`, { outcome: 'TOO_OLD', conditions });
    expect({ status, where: /\/conditions\/0/.test(text) }).toEqual({ status: 422, where: true });
  }
});
