import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServedExchange, serveExchange } from '../../apps/exchange/src/serve-exchange';
import { Desk } from './desk';
import { problemIn } from './problem';

interface Officers {
  readonly items: readonly { readonly id: string; readonly role: string; readonly state: string | null }[];
}

let folder: string;
let served: ServedExchange;

async function exchange(openSignIn: boolean): Promise<Desk> {
  served = await serveExchange({ host: '127.0.0.1', port: 0, data: folder }, { thread: 'same', openSignIn });
  return new Desk(served.address);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exchange-'));
});
afterEach(async () => {
  await served.stop();
  await rm(folder, { recursive: true });
});

test('anybody at the machine may take the place of an officer of the demonstration', async () => {
  const anybody = await exchange(true);
  const { body } = await anybody.get<Officers>('/v1/sign-in');
  expect(body.items.filter(({ state }) => state === 'JAM').map(({ id }) => id)).toEqual([
    'officer@JAM',
    'liaison@JAM',
  ]);
  for (const { id, role } of body.items) {
    const { status, body: signedIn } = await anybody.post<{ readonly token: string }>('/v1/sign-in', {
      officer: id,
    });
    expect([id, status]).toEqual([id, 201]);
    const answer = await new Desk(served.address, signedIn.token).get('/v1/requests');
    expect([id, answer.status]).toEqual([id, role === 'liaison-desk' ? 403 : 200]);
  }
});

test('nobody may take the place of somebody who is not of it', async () => {
  const answer = await (await exchange(true)).post('/v1/sign-in', { officer: 'officer@FRA' });
  expect([answer.status, problemIn(answer).code]).toEqual([422, 'validation-failed']);
});

test('where the sign-in is not open there is none, and the API does not speak of it', async () => {
  const anybody = await exchange(false);
  for (const answer of [await anybody.get('/v1/sign-in'), await anybody.post('/v1/sign-in', {})]) {
    expect([answer.status, problemIn(answer).code]).toEqual([404, 'unknown-route']);
  }
  expect((await anybody.get('/openapi.json')).text).not.toContain('sign-in');
});
