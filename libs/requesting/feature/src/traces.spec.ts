import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEdgeAdapter, NO_PHOTOGRAPHS, prepareEdge } from '@vestigo/http';
import { type Actor, InvalidToken } from '@vestigo/identity';
import { handle, type Log, type Loop, soleLeadership } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import type { ReceivedItemAnswer, RespondingAct } from '@vestigo/lifecycle';
import { ONE_HOUSE } from '@vestigo/protocol';
import { tracingRequest } from '@vestigo/requesting/domain';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';
import { requesting } from './requesting.module';
import { emptyDirectory } from './testing/empty-directory';
import type { PossibleDuplicates } from './duplicates.dto';
import type { TraceDetail } from './traces.dto';

let now = Date.UTC(2026, 2, 15, 12);
let log: Log;
let app: NestFastifyApplication;
let close: () => Promise<void>;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
  const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  const transport = openSqliteTransport({ file: join(folder, 'transport.db') });
  log = { store, newId: createUuidV7(() => now) };
  const { module, loops } = requesting({
    log,
    readStore,
    post: { transport, addressing: ONE_HOUSE, leadership: soleLeadership(readStore), states: ['JAM', 'USA'] },
    now: () => now,
    deskClock: () => Promise.resolve({ timeZone: 'UTC', weekend: [6, 0] }),
    imports: join(folder, 'imports'),
    directory: emptyDirectory,
    photographs: NO_PHOTOGRAPHS,
  });
  app = await NestFactory.create<NestFastifyApplication>(module, createEdgeAdapter(), { logger: false });
  prepareEdge(app, {
    issuer: {
      verifyCached: actorOf,
      verify: () => Promise.reject(new InvalidToken('The access token has expired.')),
    },
  });
  await app.init();
  const stopping = new AbortController();
  const running = Promise.all(loops.map((loop: Loop) => loop.run(stopping.signal)));
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

/** A token says who it is: `officer JAM`. */
function actorOf(token: string): Actor {
  const [role, state = null] = token.split('.');
  return { subject: token, role: role === 'officer' || role === 'liaison' ? role : 'coordinator', state };
}

async function ask<Body>(who: string, method: 'GET' | 'POST', url: string, payload?: object) {
  now += 60_000;
  const headers = { authorization: `Bearer ${who.replace(' ', '.')}` };
  const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, text: answer.body, body: answer.json<Body>() };
}

const serial = { asObserved: 'AB1234', part: 'FRAME_RECEIVER', condition: 'INTACT' };
const arm = { kind: 'ARM', type: 'PISTOL_SELFLOADING', make: 'Glock', serial };
const request = {
  respondingState: 'USA',
  priority: 'ROUTINE',
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act, section 20',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  recoveredOn: '2026-03-14',
  items: [arm],
};

interface Sent extends PossibleDuplicates {
  readonly id: string;
}

async function send(body: object, who = 'officer JAM'): Promise<Sent> {
  const { status, text, body: sent } = await ask<Sent>(who, 'POST', '/v1/requests', body);
  if (status !== 201) throw new Error(text);
  return sent;
}

/** Word of what the State asked did. */
async function hear(id: string, by: string, ...replies: readonly RespondingAct[]): Promise<void> {
  for (const [index, reply] of replies.entries()) {
    now += 60_000;
    const command = { type: 'RecordReply', by, at: now, now, respondedAt: now, reply } as const;
    const meta = { actor: 'service', state: by, role: 'service', correlationId: id, causationId: id };
    await handle(log, tracingRequest, id, { ...command, number: { seq: index + 1, seen: 1 } }, { meta });
  }
}

const answers = (answer: Partial<ReceivedItemAnswer>): readonly RespondingAct[] => [
  { kind: 'receive', said: {} },
  {
    kind: 'answer',
    said: { answers: [{ item: 1, outcome: 'TRACED_EXPORTED_ON', ...answer }], answerClass: 'FULL' },
  },
];

const traceOf = (id: string, who = 'officer JAM') => ask<TraceDetail>(who, 'GET', `/v1/traces/${id}`);

/** Jamaica asked the USA, who named Colombia; the follow-on request as it is offered was sent there. */
async function twoHops(conditions: readonly { readonly kind: string }[] = []) {
  const { id: first } = await send(request);
  await hear(
    first,
    'USA',
    ...answers({
      onwardState: 'COL',
      lastLegalHolder: 'CANARY-holder',
      remarks: 'CANARY-remarks',
      conditions,
    }),
  );
  const offered = await ask<object>('officer JAM', 'GET', `/v1/requests/${first}/follow-on?item=1`);
  expect(offered.status).toBe(200);
  const { id: second } = await send({ ...offered.body, closesParent: true });
  return { first, second, offered };
}

describe('a follow-on request', () => {
  test('is offered ready to be sent, and closes its parent', async () => {
    const { first, offered } = await twoHops();
    expect(offered.body).toEqual({
      ...request,
      respondingState: 'COL',
      parentRequestId: first,
      channel: 'OTHER',
      regimes: ['ITI'],
      priorChecks: [
        {
          register: 'OTHER',
          result: 'FOUND',
          remarks:
            'Answer of USA: TRACED_EXPORTED_ON. Last legal holder: CANARY-holder Remarks: CANARY-remarks',
        },
      ],
      items: [{ ...arm, makeRef: 'GLOCK', number: 1, followsItem: 1 }],
    });
    const { body } = await ask<{ readonly status: string }>('officer JAM', 'GET', `/v1/requests/${first}`);
    expect(body.status).toBe('closed');
  });

  test('holds nothing that a condition keeps back', async () => {
    const { offered } = await twoHops([{ kind: 'NO_ONWARD' }]);
    expect(offered.text).not.toContain('CANARY');
  });

  test.each([
    ['officer JAM', '', 409, 'no-further-state'],
    ['officer JAM', '?item=2', 404, 'request-not-found'],
    ['officer USA', '', 404, 'request-not-found'],
    ['liaison JAM', '', 403, 'role-not-allowed'],
  ])('is not offered to %s with %j before an answer', async (who, query, status, code) => {
    const { id } = await send(request);
    const refused = await ask<{ readonly code: string }>(who, 'GET', `/v1/requests/${id}/follow-on${query}`);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });

  test('is refused to a State that was asked on the trail, at once and before any view has caught up', async () => {
    const { offered } = await twoHops();
    const again = await ask<{ readonly code: string }>('officer JAM', 'POST', '/v1/requests', offered.body);
    expect([again.status, again.body.code]).toEqual([409, 'already-asked-on-trail']);
  });

  test('is refused on the request of another State', async () => {
    const { first } = await twoHops();
    const refused = await ask<{ readonly code: string }>('officer KEN', 'POST', '/v1/requests', {
      ...request,
      parentRequestId: first,
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'parent-not-found']);
  });
});

describe('a trace', () => {
  test('is read from any of its hops, and is the same', async () => {
    const { first, second } = await twoHops();
    const [fromFirst, fromSecond] = [await traceOf(first), await traceOf(second)];
    expect(fromFirst.body.id).toBe(first);
    const shape = ({ body }: typeof fromFirst) =>
      body.trails.map(({ hops, owed }) => ({
        hops: hops.map(({ requestId, follows, respondingState, status }) => [
          requestId,
          follows,
          respondingState,
          status,
        ]),
        owed,
      }));
    expect(shape(fromSecond)).toEqual(shape(fromFirst));
    expect(shape(fromFirst)).toEqual([
      {
        hops: [
          [first, null, 'USA', 'closed'],
          [second, 1, 'COL', 'sent'],
        ],
        owed: [{ hop: 2, act: 'RECEIVE', state: 'COL', due: null }],
      },
    ]);
  });

  test('shows nobody what was asked or answered', async () => {
    const { first, second } = await twoHops([{ kind: 'OTHER', text: 'CANARY-condition' } as never]);
    await hear(second, 'COL', { kind: 'receive', said: {} });
    const seen = async (who: string) => {
      const { status, text } = await traceOf(second, who);
      return [status, text.includes('CANARY'), text.includes(first), text.includes('USA')];
    };
    // Officers of the requesting State know the conditions under which they hold an answer.
    expect(await seen('officer JAM')).toEqual([200, true, true, true]);
    expect((await traceOf(second)).text).not.toContain('CANARY-holder');
    expect(await seen('liaison JAM')).toEqual([200, false, true, true]);
    expect(await seen('coordinator')).toEqual([200, false, true, true]);
    expect(await seen('officer COL')).toEqual([200, false, false, false]);
    expect(await seen('officer USA')).toEqual([404, false, false, false]);
    expect((await traceOf(first, 'officer USA')).body.trails[0]?.hops).toHaveLength(1);
    expect((await traceOf(first, 'officer USA')).text).not.toContain(second);
  });

  test('of one item is told apart from the others', async () => {
    const { id } = await send({ ...request, items: [arm, { kind: 'AMMUNITION', lot: '7' }] });
    expect((await traceOf(id)).body.trails).toHaveLength(2);
    const { body } = await ask<TraceDetail>('officer JAM', 'GET', `/v1/traces/${id}?item=2`);
    expect(body.trails.map(({ hops }) => hops.map(({ item }) => item))).toEqual([[2]]);
    expect((await ask('officer JAM', 'GET', `/v1/traces/${id}?item=3`)).status).toBe(404);
  });
});

describe('a request that was made before', () => {
  const duplicates = (who: string, body: object) =>
    ask<PossibleDuplicates>(who, 'POST', '/v1/requests/duplicates', body);

  test('is offered as a duplicate before and after sending, to its own State only', async () => {
    const { id } = await send(request);
    const found = await eventually(async () => {
      const { body } = await duplicates('officer JAM', { ...request, respondingState: 'ITA' });
      expect(body.possibleDuplicates.map(({ requestId }) => requestId)).toEqual([id]);
      return body.possibleDuplicates;
    });
    expect((await duplicates('officer KEN', request)).body.possibleDuplicates).toEqual([]);
    const { possibleDuplicates } = await send({ ...request, respondingState: 'ITA' });
    expect(possibleDuplicates).toEqual(found);
  });

  test.each(['АВ1234', 'AB-1234', 'A?1234'])(
    'is found when the number was read as %s',
    async (asObserved) => {
      const { id } = await send(request);
      const items = [{ ...arm, serial: { ...serial, asObserved } }];
      await eventually(async () => {
        const { body } = await duplicates('officer JAM', { ...request, items });
        expect(body.possibleDuplicates.map(({ requestId }) => requestId)).toEqual([id]);
      });
    },
  );

  test('is not offered for the same number of another make, and its own trail never is', async () => {
    const { offered } = await twoHops();
    await eventually(async () => {
      expect((await duplicates('officer JAM', request)).body.possibleDuplicates).toHaveLength(2);
    });
    expect((await duplicates('officer JAM', offered.body)).body.possibleDuplicates).toEqual([]);
    const beretta = { ...request, items: [{ ...arm, make: 'Beretta' }] };
    expect((await duplicates('officer JAM', beretta)).body.possibleDuplicates).toEqual([]);
  });
});
