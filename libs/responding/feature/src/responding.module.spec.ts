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
import { type AnyTracingMessage, decode, encode, type MessageRefused, ONE_HOUSE } from '@vestigo/protocol';
import type { TraceCaseCommand } from '@vestigo/responding/domain';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';
import { GetCase, ListCases } from './case.query';
import { RespondingCommand } from './responding.command';
import type { DeskClock } from './responding.inbound';
import { responding } from './responding.module';

const hour = 3_600_000;
const requestId = '01980000-0000-7000-8000-0000000000a1';
const parties = { requestId, requestingState: 'TTO', respondingState: 'USA', imported: false };
const content = {
  priority: 'ROUTINE',
  regimes: ['ITI', 'CIFTA'],
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act 16:01, section 6',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  channel: 'OTHER',
  items: [{ number: 1, kind: 'ARM', type: 'REVOLVER' }],
};

let now: number;
let deskClock: DeskClock;
let folder: string;
let store: EventStore;
let readStore: ReadStore;
let transport: Transport;
let app: INestApplicationContext;
let loops: Promise<unknown>;
let stopping: AbortController;
/** What the responding service said to requesting States. */
let said: AnyTracingMessage[];

beforeEach(async () => {
  now = Date.UTC(2026, 2, 15, 12);
  deskClock = { timeZone: 'America/New_York', weekend: [6, 0] };
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
  readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  transport = openSqliteTransport({ file: join(folder, 'transport.db') });
  const service = responding({
    log: { store, newId: createUuidV7(() => now) },
    readStore,
    post: { transport, addressing: ONE_HOUSE, leadership: soleLeadership(readStore), states: ['TTO', 'USA'] },
    now: () => now,
    deskClock: () => Promise.resolve(deskClock),
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
    transport.consume(['tracing-replies'], 'the requesting State', overhear, stopping.signal),
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

const word = (number: number, message: Partial<AnyTracingMessage>): Message => {
  const whole = {
    id: `01980000-0000-7000-8000-00000000000${String(number)}`,
    ...parties,
    from: 'TTO',
    occurredAt: Date.UTC(2026, 2, 15, 11),
    correlationId: 'case 17',
    ...message,
  } as AnyTracingMessage;
  return { id: whole.id, key: whole.requestId, body: encode(whole) };
};
const submitted = (change: object = {}, envelope: Partial<AnyTracingMessage> = {}) =>
  word(1, {
    kind: 'request-submitted',
    data: { ...content, ...change },
    ...envelope,
  } as Partial<AnyTracingMessage>);
const hear = async (...messages: readonly Message[]) => {
  await transport.publish('tracing-requests', messages);
  await eventually(async () => expect(await transport.backlog(['tracing-requests'], 'responding')).toBe(0));
};
const give = (command: TraceCaseCommand) =>
  app.get(CommandBus).execute(
    new RespondingCommand(requestId, command, {
      meta: {
        actor: 'officer',
        state: 'USA',
        role: 'officer',
        correlationId: 'case 17',
        causationId: 'case 17',
      },
    }),
  );
const desk = () => ({ by: 'USA', at: now, now });
const found = () => app.get(QueryBus).execute(new GetCase(requestId));
const docket = (state: string) => app.get(QueryBus).execute(new ListCases({ state, limit: 10 }));
const refusals = async () =>
  (await store.readAll<MessageRefused>({ after: 0, categories: ['refusedRequest'] })).events;

describe('the service of a State asked', () => {
  test('receives a request once, on the clock of its own desk', async () => {
    await hear(submitted());
    const { found: received, history } = await found();
    expect(received).toMatchObject({
      status: 'received',
      parties,
      receivedAt: now,
      content,
      clockBasis: 'ROUTINE;ITI,CIFTA;America/New_York;6,0',
    });
    expect(history.map(({ event }) => event.clock)).toEqual([
      { ...parties, code: 'ROUTINE;ITI,CIFTA;America/New_York;6,0' },
    ]);
    await eventually(async () =>
      expect(await docket('USA')).toMatchObject([{ id: requestId, status: 'received', openedAt: now }]),
    );
    expect(await docket('TTO')).toEqual([]);
  });

  test('does not start the clock anew when the request is sent again, even as another message', async () => {
    await hear(submitted());
    const first = await found();
    now += 48 * hour;
    deskClock = { timeZone: 'America/Los_Angeles', weekend: [] };
    await hear(submitted());
    await hear(
      submitted({ priority: 'URGENT', justification: 'Still no answer.' }, { id: parties.requestId }),
    );
    expect(await found()).toEqual(first);
    expect(await refusals()).toEqual([]);
  });

  test('takes over the receipt of an imported request as it was', async () => {
    const occurredAt = Date.UTC(2021, 5, 1);
    await hear(submitted({}, { imported: true, occurredAt }));
    expect((await found()).found).toMatchObject({ receivedAt: occurredAt, parties: { imported: true } });
  });

  test('takes an imported request by its own clock when that of the other desk is ahead', async () => {
    await hear(submitted({}, { imported: true, occurredAt: now + hour }));
    expect((await found()).found).toMatchObject({ status: 'received', receivedAt: now });
    expect(await refusals()).toEqual([]);
  });

  test('tells the requesting State of receipt, acknowledgement and answer', async () => {
    await hear(submitted());
    await give({ type: 'AcknowledgeCase', ...desk() });
    now += hour;
    const answer = {
      item: 1,
      outcome: 'NO_TRANSFER_RECORD',
      restriction: { ground: 'ITI22_NATIONAL_SECURITY', reason: 'A part of the register is closed.' },
    } as const;
    await give({ type: 'AnswerCase', ...desk(), answers: [answer] });
    await eventually(() => expect(said).toHaveLength(3));
    const { history } = await found();
    const envelope = (index: number) => ({
      id: history[index]?.id,
      ...parties,
      from: 'USA',
      occurredAt: history[index]?.event.occurredAt,
      correlationId: 'case 17',
      act: { seq: index + 1, seen: 1 },
    });
    expect(said).toEqual([
      { kind: 'request-delivered', ...envelope(0), data: {} },
      { kind: 'request-acknowledged', ...envelope(1), data: {} },
      { kind: 'request-answered', ...envelope(2), data: { answers: [answer], answerClass: 'PARTIAL' } },
    ]);
  });

  test('tells the requesting State of a refusal, its ground and its reason, and keeps its flag to itself', async () => {
    await hear(submitted());
    const refusal = { ground: 'OTHER_NOT_IN_TEXT', reason: 'The desk is closed for the season.' } as const;
    await give({ type: 'RefuseCase', ...desk(), refusal });
    await eventually(() => expect(said).toHaveLength(2));
    expect(said[1]).toMatchObject({ kind: 'request-refused', data: refusal });
    expect((await found()).history.at(-1)?.event.data).toMatchObject({ ...refusal, outsideInstrument: true });
  });

  test('keeps a request that it cannot follow, tells its sender, and goes on', async () => {
    const envelope = JSON.parse(submitted().body) as Record<string, unknown>;
    const oddRegime = { ...envelope, data: { ...content, regimes: ['ITI;UTC'] } };
    const nested = submitted().body.replace(
      '"type":"REVOLVER"',
      `"marks":${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    );
    const poison = [JSON.stringify(oddRegime), nested, '\u0000', '{"type":{"toString":null}}'];
    const messages = poison.map((body, index) => ({ id: `poison ${String(index)}`, key: requestId, body }));
    await hear(...messages, submitted());
    await hear(...messages);
    expect((await found()).found.status).toBe('received');
    expect((await refusals()).map(({ event }) => [event.data.code, event.data.body])).toEqual(
      ['schema-violated', 'schema-violated', 'not-json', 'unknown-type'].map((code, index) => [
        code,
        poison[index],
      ]),
    );
    await eventually(() => expect(said).toHaveLength(3));
    const receipt = { kind: 'message-refused', from: 'USA', correlationId: envelope['id'] };
    expect(said.filter(({ kind }) => kind === 'message-refused')).toMatchObject([receipt, receipt]);
  });

  test.each([
    [
      'with a State that uses an id of others',
      { from: 'BRA', requestingState: 'BRA', respondingState: 'USA' },
      'request-id-taken',
    ],
    ['with a request to another State under the same id', { respondingState: 'DEU' }, 'request-id-taken'],
  ])('does not stay silent %s', async (_, change, code) => {
    await hear(submitted());
    const first = await found();
    await hear(submitted({}, { ...change, id: '01980000-0000-7000-8000-000000000009' }));
    expect(await found()).toEqual(first);
    expect((await refusals()).map(({ event }) => event.data.code)).toEqual([code]);
    await eventually(() => expect(said).toHaveLength(2));
    expect(said[1]).toMatchObject({
      kind: 'message-refused',
      ...parties,
      ...change,
      from: change.respondingState,
    });
  });

  test('takes no withdrawal from a State that is no party, and the one of the requesting State once', async () => {
    await hear(submitted());
    const withdrawn = { kind: 'request-withdrawn', data: { reason: 'Returned.' } } as const;
    await hear(word(2, { ...withdrawn, from: 'BRA', requestingState: 'BRA' }));
    expect((await found()).found.status).toBe('received');
    await hear(word(3, withdrawn), word(3, withdrawn), word(4, withdrawn));
    const { found: last, history } = await found();
    expect([last.status, history.length]).toEqual(['withdrawn', 2]);
    await eventually(async () => expect(await docket('USA')).toMatchObject([{ status: 'withdrawn' }]));
  });
});
