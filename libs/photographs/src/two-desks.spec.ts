import { join } from 'node:path';
import { consumerLoop, type DomainEvent, type Log, soleLeadership } from '@vestigo/kernel';
import { eventually, sampleEvent } from '@vestigo/kernel/testing';
import { type Inbound, letterBoxes, LETTER_BOXES, takeIn } from '@vestigo/protocol';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';
import { openPhotographStore } from './photograph-store';
import { withPhotographs } from './photographs.inbound';
import { referredIn } from './referred-photographs';
import { sendingLoop } from './sending';
import { stripped } from './stripped';
import { noise, temporaryFolder } from './testing/sample-photographs';

const { folder, remove } = temporaryFolder();
const ended = new AbortController();
const requestId = '01980000-0000-7000-8000-0000000000a1';
const clock = { requestId, requestingState: 'JAM', respondingState: 'USA', code: '', imported: false };

const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
const transport = openSqliteTransport({ file: join(folder, 'transport.db') });
const log: Log = {
  store: openSqliteEventStore({ file: join(folder, 'log.db') }),
  newId: createUuidV7(Date.now),
};
const post = {
  ...{ transport, leadership: soleLeadership(readStore), addressing: LETTER_BOXES },
  states: ['USA'],
};
const quota = 100_000_000;
const jamaica = openPhotographStore({ folder: join(folder, 'jamaica'), quota });
const usa = openPhotographStore({ folder: join(folder, 'usa'), quota });
const others: string[] = [];
const requests: Inbound = {
  refused: 'refusedRequest',
  follow({ body }) {
    others.push(body);
    return Promise.resolve(undefined);
  },
};
const inbound = withPhotographs(usa)(requests);

afterAll(async () => {
  ended.abort();
  await Promise.all(running);
  await transport.close();
  await log.store.close();
  readStore.close();
  remove();
});

const append = (stream: string, event: DomainEvent) =>
  log.store.append(stream, 0, [{ ...sampleEvent(), id: log.newId(), event }]);
const running: Promise<void>[] = [];

test('photographs of a request come to the State asked whole, among its other letters', async () => {
  const { bytes, mediaType } = await stripped(await noise(700));
  expect(bytes.length).toBeGreaterThan(1_000_000);
  const sha256 = await jamaica.keep('JAM', bytes);
  const photographs = [{ sha256, mediaType, bytes: bytes.length, view: 'LEFT', item: 1 }];
  const request = { priority: 'ROUTINE', photographs };
  const at = { occurredAt: 0, clock, data: request };
  await append(`tracingRequest-${requestId}`, { type: 'RequestSubmitted', ...at });
  await append(`traceCase-${requestId}`, { type: 'CaseReceived', ...at });
  expect(await referredIn(log.store, requestId, 'USA')).toEqual(photographs);
  expect(await referredIn(log.store, requestId, 'KEN')).toEqual([]);

  const channel = LETTER_BOXES.requests('USA');
  await transport.publish(channel, [{ id: 'one', key: requestId, body: '{"type":"another"}' }]);
  const consumer = consumerLoop(transport, letterBoxes(post, 'requests'), 'responding', (batch) =>
    takeIn(log, inbound, Date.now, batch),
  );
  const sender = sendingLoop(log.store, jamaica, post);
  running.push(sender.run(ended.signal), consumer.run(ended.signal));
  await eventually(async () => {
    expect([await sender.behind(), await consumer.behind()]).toEqual([0, 0]);
    expect(await usa.has('USA', sha256)).toBe(true);
  });
  expect(await usa.read('USA', sha256)).toEqual(bytes);
  expect(others).toEqual(['{"type":"another"}']);
});

test('a part that nobody can read is refused, and kept with what was refused', async () => {
  const refusal = await inbound.follow({
    ...{ id: 'x', key: 'x' },
    body: '{"type":"org.vestigo.photograph-part.v1","data":{"to":"../../etc"}}',
  });
  expect(refusal).toMatchObject({ code: 'schema-violated' });
});
