import { randomUUID } from 'node:crypto';
import { eventually } from '@vestigo/kernel/testing';
import { type Desk, linesOf } from './desk';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { answerInFull, type Matter, matterAt, type MatterState, sparseRequest, submitted } from './matters';

const seed = Number(process.env['VESTIGO_SEED'] ?? Date.now() % 1_000_000);
const rounds = 6;
const atOnce = 32;

jest.setTimeout(300_000);
afterAll(processesEnd);

async function start(folder: string): Promise<ExchangeProcess> {
  const exchange = await ExchangeProcess.started(folder, '--no-demo');
  const desk = await exchange.desk('officer', 'JAM');
  // Who asks the directory before it has been read again is told to come back.
  await eventually(async () => {
    const asked = await desk.post('/v1/directory/suggestions', { countryOfManufacture: 'CHN' });
    expect(asked.status).toBe(200);
  });
  return exchange;
}

const send = (desk: Desk, key: string) =>
  desk.post<MatterState>('/v1/requests', { ...sparseRequest, reference: key }, { 'idempotency-key': key });

test('a repeat after the exchange was killed and started again is the same request', async () => {
  const folder = await temporaryFolder();
  const before = await start(folder);
  const key = randomUUID();
  const first = await send(await before.desk('officer', 'JAM'), key);
  await before.end('SIGKILL');
  const after = await start(folder);
  const jamaica = await after.desk('officer', 'JAM');
  const second = await send(jamaica, key);
  expect([second.status, second.body]).toEqual([201, first.body]);
  const usa = await after.desk('officer', 'USA');
  const ids = async (desk: Desk, list: string) => (await linesOf<Matter>(desk, list)).map(({ id }) => id);
  await eventually(async () => {
    expect(await ids(usa, '/v1/cases')).toEqual([first.body.id]);
  });
  await eventually(async () => {
    expect(await ids(jamaica, '/v1/requests')).toEqual([first.body.id]);
  });
  await after.end('SIGTERM');
});

test('what was sent before Ctrl-C reaches the other desk after the next start', async () => {
  const folder = await temporaryFolder();
  const before = await start(folder);
  const jamaica = await before.desk('officer', 'JAM');
  const ids = await Promise.all(Array.from({ length: atOnce }, () => submitted(jamaica)));
  expect(await before.end('SIGINT')).toBe(0);
  const after = await start(folder);
  const usa = await after.desk('officer', 'USA');
  await eventually(async () => {
    expect((await linesOf<Matter>(usa, '/v1/cases')).map(({ id }) => id).sort()).toEqual(ids.toSorted());
  });
  await after.end('SIGTERM');
});

test(`killed after random confirmations, ${rounds} times, an exchange keeps all it has confirmed, once (VESTIGO_SEED=${seed})`, async () => {
  const folder = await temporaryFolder();
  const share = randomShares(seed);
  const work: Work = { keys: new Set(), confirmed: new Map(), answered: new Set() };
  for (let round = 0; round < rounds; round += 1) {
    const exchange = await start(folder);
    const desks = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')] as const;
    await allThere(desks[0], work);
    const fatal = work.confirmed.size + 1 + Math.floor(share() * 150);
    const killWhenFatal = () => (work.confirmed.size === fatal ? exchange.end('SIGKILL') : undefined);
    await Promise.all(Array.from({ length: atOnce }, () => workUntilItDies(...desks, work, killWhenFatal)));
    await exchange.ended();
  }
  expect(work.confirmed.size).toBeGreaterThan(atOnce);

  const exchange = await start(folder);
  const [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
  await allThere(jamaica, work);
  const ids: string[] = [];
  for (const keys of Map.groupBy([...work.keys], (_, index) => Math.floor(index / atOnce)).values()) {
    for (const [index, { status, body }] of (
      await Promise.all(keys.map((key) => send(jamaica, key)))
    ).entries()) {
      expect(status).toBe(201);
      expect(body.id).toBe(work.confirmed.get(keys[index] ?? '') ?? body.id);
      ids.push(body.id);
    }
  }
  const once = ids.toSorted();
  expect(new Set(ids).size).toBe(work.keys.size);
  for (const [desk, list] of [[jamaica, '/v1/requests'] as const, [usa, '/v1/cases'] as const]) {
    const idsAt = async () => (await linesOf<Matter>(desk, list)).map(({ id }) => id).sort();
    for (let there = -1; there < once.length;) {
      there = await eventually(async () => {
        const now = (await idsAt()).length;
        if (now <= there) throw new Error(`${list} stands still at ${String(now)} of ${String(once.length)}`);
        return now;
      });
    }
    expect(await idsAt()).toEqual(once);
  }
  for (const id of work.answered) {
    await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
  }
  const coordinator = await exchange.desk('coordinator', null);
  await eventually(async () => {
    const { body } = await coordinator.get<{ readonly items: readonly Readonly<Record<string, number>>[] }>(
      '/v1/oversight/pairs',
    );
    const [pair, ...others] = body.items;
    expect([pair?.['submitted'], pair?.['delivered'], others]).toEqual([once.length, once.length, []]);
    expect(pair?.['answeredInFull']).toBeGreaterThanOrEqual(work.answered.size);
  });
  await exchange.end('SIGTERM');
});

interface Work {
  /** Every key that was sent, confirmed or not. */
  readonly keys: Set<string>;
  /** Ids of the requests that were answered with 201, by their keys. */
  readonly confirmed: Map<string, string>;
  /** Ids of the cases whose answer was confirmed. */
  readonly answered: Set<string>;
}

/** Sends requests and answers them, one after the other, until nobody is there any more. */
async function workUntilItDies(
  jamaica: Desk,
  usa: Desk,
  { keys, confirmed, answered }: Work,
  confirmedOne: () => unknown,
): Promise<void> {
  try {
    for (;;) {
      const key = randomUUID();
      keys.add(key);
      const { status, body } = await send(jamaica, key);
      expect(status).toBe(201);
      confirmed.set(key, body.id);
      void confirmedOne();
      // It may not have arrived yet: then it stays open.
      const answer = await usa.post(`/v1/cases/${body.id}/answer`, answerInFull);
      if (answer.status === 200) answered.add(body.id);
    }
  } catch (error) {
    // What fetch throws when the connection is gone; it is made outside the world of the test.
    if ((error as Error).name !== 'TypeError') throw error;
  }
}

async function allThere(desk: Desk, { confirmed }: Work): Promise<void> {
  for (const [key, id] of confirmed) {
    const { content } = await matterAt(desk, `/v1/requests/${id}`);
    expect(content?.['reference']).toBe(key);
  }
}

/** Shares of [0, 1), the same for the same seed (a linear congruential generator). */
function randomShares(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
