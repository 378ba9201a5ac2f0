import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@vestigo/kernel/testing';
import { answerWithCanaries, canariesIn, requestWithCanaries } from './canaries';
import type { Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { matterAt, submitted } from './matters';

const ofTheRequest = canariesIn(JSON.stringify(requestWithCanaries));

let exchange: ExchangeHere;
let jamaica: Desk;
let usa: Desk;
let colombia: Desk;
let kenya: Desk;
let watching: readonly Desk[];

beforeAll(async () => {
  exchange = await openExchangeHere();
  const officer = (state: string) => exchange.desk('officer', state);
  [jamaica, usa, colombia, kenya] = await Promise.all([
    officer('JAM'),
    officer('USA'),
    officer('COL'),
    officer('KEN'),
  ]);
  watching = await Promise.all([
    exchange.desk('liaison', 'JAM'),
    exchange.desk('liaison', 'USA'),
    exchange.desk('coordinator', null),
  ]);
});
afterAll(() => exchange.close());

interface Trace {
  readonly id: string;
  readonly trails: readonly {
    readonly before: readonly { readonly respondingState: string }[];
    readonly hops: readonly { readonly requestId: string; readonly respondingState: string }[];
  }[];
}

/** Jamaica asked the USA, who named Colombia under these conditions; the request as it was then offered, and sent there. */
async function followed(...conditions: readonly object[]) {
  const first = await submitted(jamaica, requestWithCanaries);
  await eventually(() => matterAt(usa, `/v1/cases/${first}`));
  const { restriction: _, ...answer } = answerWithCanaries;
  const given = { ...answer, outcome: 'TRACED_EXPORTED_ON', onwardState: 'COL', conditions };
  expect((await usa.post(`/v1/cases/${first}/answer`, given)).status).toBe(200);
  await eventually(() => matterAt(jamaica, `/v1/requests/${first}`, 'answered'));
  const offered = await jamaica.get<object>(`/v1/requests/${first}/follow-on`);
  expect(offered.status).toBe(200);
  const second = await submitted(jamaica, { ...offered.body, closesParent: true });
  await eventually(() => matterAt(colombia, `/v1/cases/${second}`));
  await eventually(() => matterAt(usa, `/v1/cases/${first}`, 'closed'));
  return { first, second, offered: canariesIn(offered.text) };
}

const statesOf = ({ trails }: Trace) =>
  trails.map(({ hops }) => hops.map(({ respondingState }) => respondingState));

test('a follow-on request takes the answer along as far as its conditions let it', async () => {
  const open = await followed();
  const shut = await followed({ kind: 'NO_ONWARD' });
  expect(open.offered).toEqual(
    [...ofTheRequest, 'CANARY-chain-document', 'CANARY-chain-from', 'CANARY-chain-licence', 'CANARY-chain-to']
      .concat('CANARY-document-reference', 'CANARY-last-legal-holder', 'CANARY-remarks')
      .toSorted(),
  );
  expect(shut.offered).toEqual(ofTheRequest);
  const { text } = await colombia.get(`/v1/cases/${shut.second}`);
  expect(canariesIn(text)).toEqual(ofTheRequest);
});

test('a trace is the same from each hop, and tells nobody a word of what was asked or answered', async () => {
  const { first, second } = await followed({ kind: 'NO_ONWARD' });
  for (const desk of [jamaica, ...watching.filter((_, index) => index !== 1)]) {
    for (const id of [first, second]) {
      const { body, text } = await desk.get<Trace>(`/v1/traces/${id}`);
      expect([body.id, statesOf(body)]).toEqual([first, [['USA', 'COL']]]);
      expect(canariesIn(text)).toEqual([]);
    }
  }
});

test('a State that was asked sees its own hop, and those before it only where conditions allow', async () => {
  const [open, shut] = [await followed(), await followed({ kind: 'NO_ONWARD' })];
  const seen = async (desk: Desk, id: string) => {
    const { status, body, text } = await desk.get<Trace>(`/v1/traces/${id}`);
    expect(canariesIn(text)).toEqual([]);
    if (status !== 200) return status;
    const before = body.trails.flatMap((trail) => trail.before.map(({ respondingState }) => respondingState));
    return [before, statesOf(body)];
  };
  expect(await seen(colombia, open.second)).toEqual([['USA'], [['COL']]]);
  expect(await seen(colombia, shut.second)).toEqual([[], [['COL']]]);
  expect(await seen(usa, shut.first)).toEqual([[], [['USA']]]);
  expect(await seen(usa, shut.second)).toBe(404);
  expect(await seen(colombia, shut.first)).toBe(404);
  expect(await seen(kenya, shut.first)).toBe(404);
});

test.each([
  ['a State', []],
  ['a State to which consent allows the answer', [{ kind: 'NO_ONWARD' }]],
])('%s is asked once on a trail, however many requests leave at one instant', async (_, conditions) => {
  const first = await submitted(jamaica, requestWithCanaries);
  await eventually(() => matterAt(usa, `/v1/cases/${first}`));
  const { restriction: __, ...answer } = answerWithCanaries;
  await usa.post(`/v1/cases/${first}/answer`, {
    ...answer,
    outcome: 'TRACED_EXPORTED_ON',
    onwardState: 'COL',
    conditions,
  });
  await eventually(() => matterAt(jamaica, `/v1/requests/${first}`, 'answered'));
  if (conditions.length > 0) {
    const purpose = 'To ask the next State.';
    await jamaica.post(`/v1/requests/${first}/consents`, { items: [1], recipient: 'COL', purpose });
    await eventually(async () => {
      expect((await usa.post(`/v1/cases/${first}/consents/1`, { decision: 'GIVEN' })).status).toBe(200);
    });
    await eventually(async () =>
      expect((await matterAt(jamaica, `/v1/requests/${first}`)).matter).toMatchObject({ openConsents: [] }),
    );
  }
  const { body } = await jamaica.get<object>(`/v1/requests/${first}/follow-on`);
  const drafts = await Promise.all(
    [1, 2, 3].map(() => submitted(jamaica, { ...body }, '/v1/requests/drafts')),
  );
  const answers = await Promise.all([
    ...[1, 2, 3, 4, 5].map(() => jamaica.post<{ readonly code: string }>('/v1/requests', body)),
    ...drafts.map((id) => jamaica.post<{ readonly code: string }>(`/v1/requests/${id}/submission`, {})),
  ]);
  const sent = answers.filter(({ status }) => status < 300);
  const refused = answers.filter(({ status }) => status >= 300);
  expect(sent).toHaveLength(1);
  expect(refused.map(({ status, body: { code } }) => [status, code])).toEqual(
    refused.map(() => [409, 'already-asked-on-trail']),
  );
});

test('two States that ask about one arm hear that there is another request, and nothing of it', async () => {
  const arm = {
    ...requestWithCanaries.arm,
    serial: { ...requestWithCanaries.arm.serial, asObserved: 'XK 77/2019' },
  };
  const theirs = await submitted(kenya, { ...requestWithCanaries, arm });
  const ours = await submitted(jamaica, {
    ...requestWithCanaries,
    legalBasis: 'Firearms Act',
    circumstances: 'None told.',
    arm,
  });
  const told = await eventually(async () => {
    const { body, text } = await jamaica.get<{ readonly crossHits: readonly number[] }>(
      `/v1/requests/${ours}`,
    );
    expect(body.crossHits).toEqual([1]);
    return text;
  });
  expect([told.includes('KEN'), told.includes(theirs), canariesIn(told)]).toEqual([
    false,
    false,
    ofTheRequest.filter((word) => !/legal|circumstances|serial/.test(word)),
  ]);
  const { body, text } = await usa.get<{ readonly items: readonly { readonly caseId: string }[] }>(
    `/v1/cases/${ours}/cross-hits`,
  );
  expect([body.items.map(({ caseId }) => caseId), canariesIn(text)]).toEqual([[theirs], []]);
  for (const desk of watching) {
    expect((await desk.get(`/v1/requests/${ours}`)).text).not.toContain('crossHits');
  }
});

test('no view and no other desk keeps a word that a follow-on request took along', async () => {
  const { second } = await followed();
  const { text } = await kenya.post('/v1/requests/duplicates', requestWithCanaries);
  expect([text.includes(second), canariesIn(text)]).toEqual([false, []]);
  const views = (await readdir(exchange.folder)).filter((name) => name.startsWith('views.db'));
  const files = await Promise.all(views.map((name) => readFile(join(exchange.folder, name), 'latin1')));
  expect(canariesIn(files.join())).toEqual([]);
});
