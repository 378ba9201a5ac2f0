import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, Unavailable, VersionConflict } from '@vestigo/kernel';
import { eventually, freshStream, sampleEvent, sampleEvents } from '@vestigo/kernel/testing';
import { openKurrentEventStore } from './kurrent-event-store';
import { type StandIn, startStandIn } from './testing/stand-in';
import { type StandInProcess, startStandInProcess } from './testing/stand-in-process';

describe('the KurrentDB log in trouble', () => {
  let standIn: StandIn;
  let store: EventStore;

  beforeEach(async () => {
    standIn = await startStandIn();
    store = openKurrentEventStore(standIn);
  });

  afterEach(async () => {
    await store.close();
    await standIn.close();
  });

  it('is unavailable while nobody answers, and works when somebody does', async () => {
    const stream = freshStream();
    const event = sampleEvent();
    await store.append(stream, 0, [event]);
    standIn.refusing = true;
    const calls = () => [
      store.append(stream, 1, [sampleEvent()]),
      store.read(stream),
      store.readAll({ after: 0 }),
      store.readFacts({ after: 0 }),
      store.head(),
    ];
    for (const call of calls()) await expect(call).rejects.toThrow(Unavailable);
    standIn.refusing = false;
    expect((await eventually(() => store.read(stream))).map(({ id }) => id)).toEqual([event.id]);
    expect(await store.append(stream, 0, [event])).toMatchObject({ version: 1 });
  });

  it('answers an append that the server timed out on, when it was written', async () => {
    const [stream, batch] = [freshStream(), sampleEvents(3)];
    standIn.answersToLose = 1;
    const appended = await store.append(stream, 0, batch);
    expect(appended).toEqual({ version: 3, position: (await store.read(stream)).at(-1)?.position });
    expect(await store.append(stream, 0, batch)).toEqual(appended);
  });

  it('goes to the new leader when there is one', async () => {
    const stream = freshStream();
    standIn.timesNotLeader = 2;
    await store.append(stream, 0, [sampleEvent()]);
    standIn.timesNotLeader = 2;
    expect(await store.read(stream)).toHaveLength(1);
    standIn.timesNotLeader = 1;
    expect(await store.head()).toBeGreaterThan(0);
  });

  it('knows the version of a stream that moved on, and of none', async () => {
    const stream = freshStream();
    await store.append(stream, 0, sampleEvents(2));
    await expect(store.append(stream, 1, sampleEvents(2))).rejects.toEqual(new VersionConflict(stream, 1, 2));
    await expect(store.append('traceCase-none', 4, [sampleEvent()])).rejects.toEqual(
      new VersionConflict('traceCase-none', 4, 0),
    );
  });

  it('refuses what would never be seen again or holds no instant', async () => {
    for (const event of [{ type: '$statsCollected' }, { occurredAt: 0.5 }, { occurredAt: Infinity }]) {
      await expect(store.append(freshStream(), 0, [sampleEvent(event)])).rejects.toThrow(RangeError);
    }
    await expect(store.append('$settings', 0, [sampleEvent()])).rejects.toThrow(RangeError);
    expect(await store.head()).toBe(0);
  });
});

describe('the KurrentDB log when its server is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const file = join(folder, 'log');
  const abort = new AbortController();
  let server: StandInProcess;
  let store: EventStore;

  beforeAll(async () => {
    server = await startStandInProcess(0, file);
    store = openKurrentEventStore(server);
  });

  afterAll(async () => {
    abort.abort();
    await store.close();
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true });
  });

  it('keeps what was acknowledged, and followers go on when it is back', async () => {
    const seen: string[] = [];
    const following = (async () => {
      for await (const { events } of store.follow({ after: 0 }, abort.signal)) {
        seen.push(...events.map(({ id }) => id));
      }
    })();
    const written: string[] = [];
    const write = async () => {
      const [stream, event] = [freshStream(), sampleEvent()];
      await eventually(() => store.append(stream, 0, [event]));
      written.push(event.id);
    };
    for (let count = 0; count < 5; count += 1) await write();
    await server.end();
    await expect(store.head()).rejects.toThrow(Unavailable);
    server = await startStandInProcess(server.port, file);
    for (let count = 0; count < 5; count += 1) await write();
    await eventually(() => {
      expect(seen).toEqual(written);
    });
    abort.abort();
    await following;
  });
});
