import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type EventStore, type Log, type Message, Rejection, Unavailable } from '@vestigo/kernel';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { encode } from './codec';
import type { AnyTracingMessage } from './messages';
import { takeIn, tracingInbound } from './inbound';
import type { MessageRefused } from './refused-message';
import { sampleMessage } from './testing/sample-messages';

const at = 1_773_570_600_000;

let folder: string;
let store: EventStore;
let log: Log;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => at });
  log = { store, newId: createUuidV7(() => at) };
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const take = (batch: readonly Message[], accept: (message: AnyTracingMessage) => Promise<unknown>) =>
  takeIn(log, tracingInbound('refusedRequest', accept), () => at, batch);
const idOf = (number: number) => `01980000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const messageOf = (key: string, number: number): Message => {
  const message = sampleMessage('request-withdrawn', { id: idOf(number), requestId: key });
  return { id: message.id, key, body: encode(message) };
};
const [one, two, three] = [idOf(901), idOf(902), idOf(903)];
const refusals = async () => (await store.readAll<MessageRefused>({ after: 0 })).events;
const accepted = () => Promise.resolve();

describe('a batch of messages', () => {
  test('is taken in order for each request, however long one takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom(one, two, three), turns: fc.nat(3) }), { maxLength: 20 }),
        async (plan) => {
          const taken: AnyTracingMessage[] = [];
          const batch = plan.map(({ key }, index) => messageOf(key, index));
          await take(batch, async (message) => {
            const turns = plan[Number(message.id.slice(-12))]?.turns ?? 0;
            for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
            taken.push(message);
          });
          const idsOf = (key: string) => batch.filter((message) => message.key === key).map(({ id }) => id);
          for (const key of [one, two, three]) {
            expect(taken.filter(({ requestId }) => requestId === key).map(({ id }) => id)).toEqual(
              idsOf(key),
            );
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('does not make one request wait for another', async () => {
    const held = Promise.withResolvers<undefined>();
    const taken: string[] = [];
    const taking = take([messageOf(one, 1), messageOf(two, 2), messageOf(one, 3)], async (message) => {
      taken.push(message.id);
      if (message.requestId === two) held.resolve(undefined);
      else await held.promise;
    });
    await taking;
    expect(taken).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  test('goes on after a message that is not understood, which is kept whole', async () => {
    const taken: string[] = [];
    const garbled = { id: 'sent by hand/1', key: one, body: '<xml/>' };
    await take([garbled, messageOf(one, 2)], (message) => {
      taken.push(message.id);
      return accepted();
    });
    expect(taken).toEqual([idOf(2)]);
    expect(await refusals()).toMatchObject([
      {
        stream: 'refusedRequest-sent%20by%20hand%2F1',
        version: 1,
        event: {
          type: 'MessageRefused',
          occurredAt: at,
          clock: null,
          data: { body: '<xml/>', code: 'not-json', reason: 'The message is not JSON.' },
        },
        meta: {
          actor: 'transport',
          state: null,
          role: 'service',
          correlationId: garbled.id,
          causationId: garbled.id,
        },
      },
    ]);
  });

  test('keeps what the rules refuse once, even when it is delivered twice', async () => {
    const refusal = new Rejection(
      'not-found',
      'case-not-found',
      'Your State is party to no case with this id.',
    );
    const refuse = () => Promise.reject(refusal);
    const message = messageOf(one, 1);
    await take([message, message], refuse);
    await take([message], refuse);
    expect((await refusals()).map(({ event }) => event)).toEqual([
      {
        type: 'MessageRefused',
        occurredAt: at,
        clock: null,
        data: { body: message.body, code: 'case-not-found', reason: refusal.message },
      },
    ]);
  });

  test('comes again when something else fails: nothing is kept of it', async () => {
    const failure = new Unavailable('the log does not answer');
    const taken: string[] = [];
    const accept = (message: AnyTracingMessage) => {
      if (message.id === idOf(2)) return Promise.reject(failure);
      taken.push(message.id);
      return accepted();
    };
    const batch = [messageOf(one, 1), messageOf(one, 2), messageOf(one, 3)];
    await expect(take(batch, accept)).rejects.toBe(failure);
    expect(taken).toEqual([idOf(1)]);
    expect(await refusals()).toEqual([]);
  });
});
