import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { NO_PHOTOGRAPHS } from '@vestigo/http';
import {
  type EventStore,
  type Message,
  type ReadStore,
  type Transport,
  soleLeadership,
} from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { answersOf } from '@vestigo/lifecycle';
import { type AnyTracingMessage, decode, encode, type MessageRefused, ONE_HOUSE } from '@vestigo/protocol';
import { isSubmitted, type RequestContent, type TracingRequestCommand } from '@vestigo/requesting/domain';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';
import { GetRequest, ListRequests } from './request.query';
import { RequestingCommand } from './requesting.command';
import { requesting } from './requesting.module';
import { emptyDirectory } from './testing/empty-directory';

const now = Date.UTC(2026, 2, 15, 12);
const requestId = '01980000-0000-7000-8000-0000000000a1';
const content: RequestContent = {
  priority: 'ROUTINE',
  regimes: ['ITI'],
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act 16:01, section 6',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  channel: 'OTHER',
  items: [{ number: 1, kind: 'ARM', type: 'REVOLVER' }],
};
const parties = { requestId, requestingState: 'TTO', respondingState: 'USA', imported: false };
const act = { by: 'TTO', at: now - 60_000, now };
const submit: TracingRequestCommand = { type: 'SubmitRequest', ...act, ...parties, content };

let folder: string;
let store: EventStore;
let readStore: ReadStore;
let transport: Transport;
let app: INestApplicationContext;
let loops: Promise<unknown>;
let stopping: AbortController;
/** What the requesting service said to States asked. */
let said: AnyTracingMessage[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
  readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  transport = openSqliteTransport({ file: join(folder, 'transport.db') });
  const service = requesting({
    log: { store, newId: createUuidV7(() => now) },
    readStore,
    post: { transport, addressing: ONE_HOUSE, leadership: soleLeadership(readStore), states: ['TTO', 'USA'] },
    now: () => now,
    deskClock: () => Promise.resolve({ timeZone: 'UTC', weekend: [6, 0] }),
    imports: join(folder, 'imports'),
    directory: emptyDirectory,
    photographs: NO_PHOTOGRAPHS,
  });
  app = await (await Test.createTestingModule({ imports: [service.module] }).compile()).init();
  said = [];
  stopping = new AbortController();
  const overhear = (batch: readonly Message[]) => {
    said.push(...batch.map(({ body }) => decode(body) as AnyTracingMessage));
    return Promise.resolve();
  };
  loops = Promise.all([
    ...service.loops.map((loop) => loop.run(stopping.signal)),
    transport.consume(['tracing-requests'], 'the State asked', overhear, stopping.signal),
  ]);
});

afterEach(async () => {
  stopping.abort();
  await loops;
  await app.close();
  await transport.close();
  await store.close();
  readStore.close();
  rmSync(folder, { recursive: true });
});

const give = (command: TracingRequestCommand) =>
  app.get(CommandBus).execute(
    new RequestingCommand(requestId, command, {
      meta: {
        actor: 'officer',
        state: 'TTO',
        role: 'officer',
        correlationId: 'case 17',
        causationId: 'case 17',
      },
    }),
  );
const request = () => app.get(QueryBus).execute(new GetRequest(requestId));
const docket = (state: string) => app.get(QueryBus).execute(new ListRequests({ state, limit: 10 }));

const word = (number: number, message: Partial<AnyTracingMessage>): Message => {
  const whole = {
    id: `01980000-0000-7000-8000-00000000000${String(number)}`,
    ...parties,
    from: 'USA',
    occurredAt: now - 30_000,
    correlationId: 'case 17',
    ...message,
  } as AnyTracingMessage;
  return { id: whole.id, key: whole.requestId, body: encode(whole) };
};
const delivered = word(1, { kind: 'request-delivered', data: {} });
const acknowledged = word(2, { kind: 'request-acknowledged', data: {} });
const answers = [{ item: 1, outcome: 'TRACED_LAST_HOLDER', lastLegalHolder: 'Retailer, Miami' }];
const answer = { answers, answerClass: 'FULL' };
const answered = word(3, { kind: 'request-answered', data: answer });
const hear = (...messages: readonly Message[]) => transport.publish('tracing-replies', messages);
const heard = async () => {
  await eventually(async () => expect(await transport.backlog(['tracing-replies'], 'requesting')).toBe(0));
};

describe('the service of a requesting State', () => {
  test('sends what was submitted, withdrawn and closed to the State asked', async () => {
    // To whom it goes is kept at this desk: the letter box of the State says enough.
    await give({ ...submit, addressedTo: { version: 1, number: 1, body: 'National Tracing Center' } });
    await hear(delivered, answered);
    await heard();
    await give({ type: 'CloseRequest', ...act, conclusion: 'LEAD_EXHAUSTED' });
    await eventually(() => expect(said).toHaveLength(2));
    const [first, last] = (await store.read(`tracingRequest-${requestId}`)).filter(
      ({ event }) => event.clock,
    );
    const envelope = { ...parties, from: 'TTO', occurredAt: act.at, correlationId: 'case 17' };
    expect(said).toEqual([
      {
        kind: 'request-submitted',
        id: first?.id,
        ...envelope,
        act: { seq: 1, seen: 0 },
        data: content,
      },
      {
        kind: 'request-closed',
        id: last?.id,
        ...envelope,
        act: { seq: 2, seen: 2 },
        data: { conclusion: 'LEAD_EXHAUSTED' },
      },
    ]);
  });

  test('shows its desk what falls due at the State asked, from its receipt to its answer', async () => {
    const due = async () => (await docket('TTO')).map((line) => line.due);
    const nothing = { acknowledge: null, answer: null, suspended: false };
    await give(submit);
    await eventually(async () => expect(await due()).toEqual([nothing]));
    await hear(delivered);
    // Received on a Sunday: three working days, and thirty days of the calendar.
    const answer = Date.UTC(2026, 3, 15);
    const both = { acknowledge: Date.UTC(2026, 2, 19), answer, suspended: false };
    await eventually(async () => expect(await due()).toEqual([both]));
    await hear(acknowledged);
    await eventually(async () => expect(await due()).toEqual([{ ...both, acknowledge: null }]));
    await hear(answered);
    await eventually(async () => expect(await due()).toEqual([nothing]));
  });

  test('shows its desk the answer, each message counting once however often it comes', async () => {
    await give(submit);
    await hear(delivered, acknowledged, answered);
    await heard();
    await hear(delivered, acknowledged, answered);
    await heard();
    const { request: found, history } = await request();
    expect(found).toMatchObject({ status: 'answered', parties, content, matter: { result: 'FULL' } });
    expect(isSubmitted(found) && answersOf(found.book.heard)).toEqual(answers);
    expect(history.map(({ event, meta }) => [event.type, meta.state, event.occurredAt])).toEqual([
      ['RequestSubmitted', 'TTO', act.at],
      ['RequestDelivered', 'USA', now],
      ['AcknowledgementReceived', 'USA', now],
      ['AnswerReceived', 'USA', now],
    ]);
    await eventually(async () =>
      expect(await docket('TTO')).toMatchObject([{ id: requestId, status: 'answered', priority: 'ROUTINE' }]),
    );
    expect(await docket('USA')).toEqual([]);
  });

  test('takes a reply to an imported request by its own clock when that of the other desk is ahead', async () => {
    await give({ ...submit, imported: true });
    const ahead = { imported: true, occurredAt: now + 3_600_000 };
    await hear(word(3, { kind: 'request-answered', data: answer, ...ahead }));
    await heard();
    const { request: found, history } = await request();
    expect(found).toMatchObject({ status: 'answered', matter: { result: 'FULL' } });
    expect(history.at(-1)?.event.occurredAt).toBe(now);
  });

  test('keeps a reply that it cannot understand, tells its sender, and goes on', async () => {
    await give(submit);
    const poison = JSON.parse(answered.body) as Record<string, unknown>;
    const garbled = {
      ...answered,
      body: JSON.stringify({ ...poison, data: { answers: [{ item: 1, outcome: 'TRACED' }] } }),
    };
    const noise = { id: 'noise', key: requestId, body: 'no reply' };
    const endless = { id: 'endless', key: requestId, body: '{"type":{"toString":null}}' };
    await hear(delivered, garbled, noise, endless, acknowledged);
    await heard();
    expect((await request()).request.status).toBe('acknowledged');
    const { events } = await store.readAll<MessageRefused>({ after: 0, categories: ['refusedReply'] });
    expect(events.map(({ event }) => [event.data.code, event.data.body])).toEqual([
      ['schema-violated', garbled.body],
      ['not-json', noise.body],
      ['unknown-type', endless.body],
    ]);
    await eventually(() => expect(said).toHaveLength(2));
    expect(said[1]).toEqual({
      kind: 'message-refused',
      id: events[0]?.id,
      ...parties,
      from: 'TTO',
      occurredAt: now,
      correlationId: answered.id,
      data: {
        messageId: answered.id,
        code: 'schema-violated',
        reason: "/data must have required property 'answerClass'",
      },
    });
  });

  test.each([
    [
      'a State that is no party',
      word(4, {
        kind: 'request-answered',
        from: 'BRA',
        respondingState: 'BRA',
        data: answer,
      }),
      'request-not-found',
    ],
    [
      'its own channel',
      word(5, { kind: 'request-withdrawn', from: 'TTO', data: { reason: 'Returned.' } }),
      'wrong-channel',
    ],
    [
      'a request it does not know',
      word(6, { kind: 'request-delivered', requestId: '01980000-0000-7000-8000-0000000000a2', data: {} }),
      'request-not-found',
    ],
  ])('takes no word from %s', async (_, message, code) => {
    await give(submit);
    const before = await request();
    await hear(message);
    await heard();
    expect(await request()).toEqual(before);
    const { events } = await store.readAll<MessageRefused>({ after: 0, categories: ['refusedReply'] });
    expect(events.map(({ event }) => event.data.code)).toEqual([code]);
  });

  test('shows that a request could not be delivered, and that it was after all', async () => {
    await give(submit);
    const receipt = { messageId: 'its message', code: 'schema-violated', reason: '/data must not be empty' };
    await hear(word(7, { kind: 'message-refused', data: receipt }));
    await heard();
    expect((await request()).request.status).toBe('undeliverable');
    await hear(delivered);
    await heard();
    expect((await request()).request.status).toBe('received');
    expect((await request()).history[1]?.event.data).toEqual({
      reason: 'schema-violated: /data must not be empty',
    });
  });
});
