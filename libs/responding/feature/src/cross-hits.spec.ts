import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEdgeAdapter, NO_PHOTOGRAPHS, prepareEdge } from '@vestigo/http';
import { type Actor, InvalidToken } from '@vestigo/identity';
import { handle, type Log, soleLeadership } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { type AnyTracingMessage, decode, ONE_HOUSE } from '@vestigo/protocol';
import { type CaseContent, traceCase } from '@vestigo/responding/domain';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';
import type { CrossHitList } from './cross-hits.controller';
import { responding } from './responding.module';

const now = Date.UTC(2026, 2, 15, 12);
let log: Log;
let app: NestFastifyApplication;
/** What requesting States were told. */
let told: AnyTracingMessage[];
let settled: () => Promise<void>;
let close: () => Promise<void>;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
  const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  const transport = openSqliteTransport({ file: join(folder, 'transport.db') });
  log = { store, newId: createUuidV7(() => now) };
  const leadership = soleLeadership(readStore);
  const { module, loops } = responding({
    log,
    readStore,
    post: { transport, addressing: ONE_HOUSE, leadership, states: ['USA', 'ITA'] },
    now: () => now,
    deskClock: () => Promise.resolve({ timeZone: 'UTC', weekend: [6, 0] }),
    photographs: NO_PHOTOGRAPHS,
  });
  app = await NestFactory.create<NestFastifyApplication>(module, createEdgeAdapter(), { logger: false });
  const verify = () => Promise.reject(new InvalidToken('The access token has expired.'));
  prepareEdge(app, { issuer: { verifyCached: actorOf, verify } });
  await app.init();
  told = [];
  const stopping = new AbortController();
  const overhear = (batch: readonly { readonly body: string }[]) => {
    told.push(...batch.map(({ body }) => decode(body) as AnyTracingMessage));
    return Promise.resolve();
  };
  const running = Promise.all([
    ...loops.map((loop) => loop.run(stopping.signal)),
    transport.consume(['tracing-replies'], 'the requesting States', overhear, stopping.signal),
  ]);
  settled = () =>
    eventually(async () => {
      const waiting = [
        ...loops.map((loop) => loop.behind()),
        transport.backlog(['tracing-replies'], 'the requesting States'),
      ];
      expect(await Promise.all(waiting)).toEqual(waiting.map(() => 0));
    });
  close = async () => {
    stopping.abort();
    await running;
    await app.close();
    await transport.close();
    await store.close();
    readStore.close();
    rmSync(folder, { recursive: true });
  };
});
afterEach(() => close());

function actorOf(token: string): Actor {
  return { subject: token, role: 'officer', state: token };
}

const serial = (asObserved: string) => ({ asObserved, part: 'FRAME_RECEIVER', condition: 'INTACT' });
const content = (make: string, asObserved: string, more: Partial<CaseContent> = {}): CaseContent => ({
  channel: 'OTHER',
  priority: 'ROUTINE',
  regimes: ['ITI'],
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'CANARY-law',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  items: [
    { number: 1, kind: 'ARM', type: 'SHOTGUN' },
    {
      number: 2,
      kind: 'ARM',
      type: 'PISTOL_SELFLOADING',
      make,
      serial: serial(asObserved),
      remarks: 'CANARY',
    },
  ],
  ...more,
});

/** A case at the desk of the USA, or of another State. */
async function received(requestingState: string, asked: CaseContent, respondingState = 'USA') {
  const requestId = log.newId();
  const parties = { requestId, requestingState, respondingState, imported: false };
  const meta = {
    actor: 'service',
    state: requestingState,
    role: 'service',
    correlationId: '',
    causationId: '',
  };
  const command = {
    type: 'ReceiveRequest',
    by: requestingState,
    at: now,
    now,
    parties,
    content: asked,
  } as const;
  await handle(log, traceCase, requestId, { ...command, clockBasis: 'ROUTINE;ITI;UTC;6,0' }, { meta });
  return requestId;
}

async function hitsOf(caseId: string, state = 'USA') {
  const headers = { authorization: `Bearer ${state}` };
  const answer = await app.inject({ method: 'GET', url: `/v1/cases/${caseId}/cross-hits`, headers });
  return { status: answer.statusCode, hits: answer.json<CrossHitList>().items, text: answer.body };
}

const notices = () =>
  told.flatMap((message) =>
    message.kind === 'request-cross-hit-noted' ? [[message.requestingState, message.data]] : [],
  );

describe('the same arm asked about by two States', () => {
  test('is seen in both cases by the desk that was asked, and told to each State without the other', async () => {
    const jamaica = await received('JAM', content('Glock', 'АВ1234'));
    const colombia = await received('COL', content('Glock', 'AB1234'));
    await settled();
    const fromJamaica = await hitsOf(jamaica);
    const compared = fromJamaica.hits[0]?.reasons.slice(0, 2);
    expect(fromJamaica.hits.map(({ reasons: _, ...hit }) => hit)).toEqual([
      { item: 2, caseId: colombia, requestingState: 'COL', ofItem: 2, likeness: 'SAME_KEY' },
    ]);
    expect(compared).toEqual([
      { field: 'serial', finding: 'LOOKS_ALIKE' },
      { field: 'make', finding: 'SAME' },
    ]);
    expect((await hitsOf(colombia)).hits.map(({ caseId }) => caseId)).toEqual([jamaica]);
    expect(fromJamaica.text).not.toContain('CANARY');
    expect(notices().toSorted()).toEqual([
      ['COL', { items: [2] }],
      ['JAM', { items: [2] }],
    ]);
  });

  test('is not told of where the other State asked for a limit on use', async () => {
    await received('JAM', content('Glock', 'AB1234', { restrictionsProposed: ['NEED_TO_KNOW'] }));
    await received('COL', content('Glock', 'AB1234'));
    await settled();
    expect(notices()).toEqual([['JAM', { items: [2] }]]);
  });

  test('is told once to a State, however many others ask', async () => {
    await received('JAM', content('Glock', 'AB1234'));
    await received('COL', content('Glock', 'AB1234'));
    await received('BRA', content('Glock', 'AB1234'));
    await settled();
    expect(
      notices()
        .map(([state]) => state)
        .toSorted(),
    ).toEqual(['BRA', 'COL', 'JAM']);
  });

  test.each<[string, string, CaseContent, string]>([
    ['another make', 'COL', content('Beretta', 'AB1234'), 'USA'],
    ['another number', 'COL', content('Glock', 'XY9876'), 'USA'],
    ['another desk', 'COL', content('Glock', 'AB1234'), 'ITA'],
  ])('is no hit with %s', async (_, state, other, desk) => {
    const jamaica = await received('JAM', content('Glock', 'AB1234'));
    await received(state, other, desk);
    await settled();
    expect((await hitsOf(jamaica)).hits).toEqual([]);
    expect(notices()).toEqual([]);
  });

  test('is seen, but told to nobody, when one State asks twice or a number is only possible', async () => {
    const first = await received('JAM', content('Glock', 'AB1234'));
    const again = await received('JAM', content('Glock', 'AB1234'));
    const doubtful = await received('COL', content('Glock', 'AB12?4'));
    await settled();
    const { hits } = await hitsOf(first);
    expect(hits.map(({ caseId, likeness }) => [caseId, likeness]).toSorted()).toEqual([
      [again, 'SAME_KEY'],
      [doubtful, 'POSSIBLE'],
    ]);
    expect(notices()).toEqual([]);
  });

  test('is not shown to any other desk', async () => {
    const jamaica = await received('JAM', content('Glock', 'AB1234'));
    expect((await hitsOf(jamaica, 'JAM')).status).toBe(404);
    expect((await hitsOf(jamaica, 'ITA')).status).toBe(404);
  });
});
