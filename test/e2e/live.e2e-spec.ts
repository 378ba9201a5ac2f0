import { eventually } from '@vestigo/kernel/testing';
import { answerWithCanaries, canariesIn, requestWithCanaries } from './canaries';
import type { Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { LiveStream, type Told } from './live-stream';
import { matterAt, sparseRequest, submitted } from './matters';
import { problemIn } from './problem';

jest.setTimeout(300_000);

interface List {
  readonly items: readonly { readonly id: string; readonly status: string }[];
}

const opened: LiveStream[] = [];
const listening = async (address: string, desk: Desk, headers: Readonly<Record<string, string>> = {}) => {
  const stream = await LiveStream.opened(address, desk.token ?? '', headers);
  opened.push(stream);
  return stream;
};
const toldOf = (stream: LiveStream, id: string, kinds: readonly string[]) =>
  eventually(() => {
    expect(stream.toldOf(id)).toEqual(kinds);
  });

afterEach(() => {
  for (const stream of opened.splice(0)) stream.leave();
});

describe('a stream of what changed', () => {
  let exchange: ExchangeHere;
  let jamaica: Desk;
  let usa: Desk;
  const address = () => exchange.served.address;

  beforeAll(async () => {
    exchange = await openExchangeHere();
    [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
  });
  afterAll(() => exchange.close());

  test('tells each reader of what the reader may see, and nothing of its content', async () => {
    const delegated = await exchange.liaisonDesk('NCB-KINGSTON');
    await jamaica.post('/v1/participants/JAM/delegations', {
      ...{ desk: 'NCB-KINGSTON', body: 'National Central Bureau', acts: ['remind'] },
    });
    const readers = {
      requester: await listening(address(), jamaica),
      responder: await listening(address(), usa),
      liaison: await listening(address(), await exchange.desk('liaison', 'JAM')),
      coordinator: await listening(address(), await exchange.desk('coordinator', null)),
      delegated: await listening(address(), delegated),
      elsewhere: await listening(address(), await exchange.desk('officer', 'KEN')),
      nobodys: await listening(address(), await exchange.liaisonDesk('NCB-ELSEWHERE')),
    };
    const id = await submitted(jamaica, requestWithCanaries);
    await eventually(() => matterAt(usa, `/v1/cases/${id}`));
    await usa.post(`/v1/cases/${id}/answer`, answerWithCanaries);
    await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
    await toldOf(readers.requester, id, ['requests', 'oversight']);
    await toldOf(readers.responder, id, ['cases', 'oversight']);
    await toldOf(readers.liaison, id, ['requests', 'oversight']);
    await toldOf(readers.coordinator, id, ['requests', 'cases', 'oversight']);
    await toldOf(readers.delegated, id, ['requests']);
    // What comes after is told to them, so that what came before would have been.
    const [kenya, last] = [await exchange.desk('officer', 'KEN'), [readers.elsewhere, readers.nobodys]];
    const own = await submitted(kenya);
    await toldOf(readers.elsewhere, own, ['requests', 'oversight']);
    for (const stream of last) expect(stream.text).not.toContain(id);
    for (const stream of Object.values(readers)) {
      expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(canariesIn(stream.text)).toEqual([]);
      expect(stream.text).not.toMatch(/JAM|USA|ROUTINE|answered/);
    }
  });

  test('tells of a draft to officers of its own desk alone', async () => {
    const others = [
      await listening(address(), usa),
      await listening(address(), await exchange.desk('liaison', 'JAM')),
      await listening(address(), await exchange.desk('coordinator', null)),
    ];
    const own = await listening(address(), jamaica);
    const draft = await submitted(jamaica, { respondingState: 'USA' }, '/v1/requests/drafts');
    await toldOf(own, draft, ['requests']);
    const sent = await submitted(jamaica);
    for (const stream of others) {
      await eventually(() => {
        expect(stream.toldOf(sent)).toContain('oversight');
      });
      expect(stream.text).not.toContain(draft);
    }
  });

  test('tells when lists show it already', async () => {
    const stream = await listening(address(), usa);
    for (let round = 0; round < 5; round += 1) {
      const id = await submitted(jamaica);
      await eventually(() => {
        expect(stream.toldOf(id)).toContain('cases');
      });
      const { body } = await usa.get<List>('/v1/cases?limit=5');
      expect(body.items.map((line) => line.id)).toContain(id);
    }
  });

  test('goes on where it was left, and says when it cannot', async () => {
    const first = await listening(address(), jamaica);
    const { lastId } = first;
    first.leave();
    const missed = await submitted(jamaica);
    const second = await listening(address(), jamaica, { 'last-event-id': lastId });
    await toldOf(second, missed, ['requests', 'oversight']);
    expect(second.events[0]?.told.again).toBe(false);
    for (const place of ['0', '999999999', 'no place', '1.2']) {
      const lost = await listening(address(), jamaica, { 'last-event-id': place });
      expect(lost.events[0]?.told).toMatchObject({ again: true, requests: [] });
    }
  });

  test('can be asked now and then instead', async () => {
    const { body: before } = await jamaica.get<Told & { readonly at: string }>('/v1/live');
    expect(before).toEqual({
      ...{ at: expect.stringMatching(/^\d+$/) as string, again: false },
      ...{ requests: [], cases: [], oversight: [], imports: [] },
    });
    const id = await submitted(jamaica);
    await eventually(async () => {
      const { body } = await jamaica.get<Told>('/v1/live', { 'last-event-id': before.at });
      // The receipt of a request that was sent before may be told here, too.
      expect(body).toMatchObject({ again: false, cases: [] });
      expect(body.requests).toContain(id);
      expect(body.oversight).toContain(id);
    });
  });

  test('keeps nobody out by being opened again and again', async () => {
    const reader = await exchange.desk('officer', 'TTO');
    const streams = [];
    for (let count = 0; count < 12; count += 1) streams.push(await listening(address(), reader));
    const refused = await reader.get('/v1/live', { accept: 'text/event-stream' });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(problemIn(refused)).toMatchObject({ code: 'too-many-requests' });
    expect((await listening(address(), jamaica)).response.status).toBe(200);
    streams[0]?.leave();
    await eventually(async () => {
      expect((await listening(address(), reader)).response.status).toBe(200);
    });
  });
});

describe('an exchange whose loops have a thread of their own', () => {
  afterAll(processesEnd);

  test('tells of what they did, and ends its streams when it is told to stop', async () => {
    const exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
    const [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
    const stream = await listening(exchange.address, usa);
    const id = await submitted(jamaica, sparseRequest);
    await toldOf(stream, id, ['cases', 'oversight']);
    await eventually(async () => {
      const { body } = await usa.get<List>('/v1/cases');
      expect(body.items.map((line) => line.id)).toEqual([id]);
    });
    await exchange.end('SIGTERM');
    await eventually(() => {
      expect(stream.ended).toBe(true);
    });
  });
});
