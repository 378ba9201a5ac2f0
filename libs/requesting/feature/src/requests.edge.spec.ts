import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import * as fc from 'fast-check';
import { createEdgeAdapter, prepareEdge } from '@vestigo/http';
import { InvalidToken } from '@vestigo/identity';
import { soleLeadership } from '@vestigo/kernel';
import { type AnyTracingMessage, decode, encode, ONE_HOUSE } from '@vestigo/protocol';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';
import { requesting } from './requesting.module';
import { emptyDirectory } from './testing/empty-directory';
import { oldForm, onePhotograph, photograph, wholeForm } from './testing/sample-forms';

const now = Date.UTC(2026, 2, 15, 12);
interface DeskEdge {
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** The HTTP edge of the requesting desk on embedded stores, where every token is that of an officer of TTO. */
async function openDeskEdge(): Promise<DeskEdge> {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
  const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  const transport = openSqliteTransport({ file: join(folder, 'transport.db') });
  const { module } = requesting({
    log: { store, newId: createUuidV7(() => now) },
    readStore,
    post: { transport, addressing: ONE_HOUSE, leadership: soleLeadership(readStore), states: ['TTO', 'USA'] },
    now: () => now,
    deskClock: () => Promise.resolve({ timeZone: 'UTC', weekend: [6, 0] }),
    imports: join(folder, 'imports'),
    directory: emptyDirectory,
    photographs: onePhotograph,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, createEdgeAdapter(), {
    logger: false,
  });
  const officer = { subject: 'officer', state: 'TTO', role: 'officer' } as const;
  prepareEdge(app, {
    issuer: {
      verifyCached: () => officer,
      verify: () => Promise.reject(new InvalidToken('The access token has expired.')),
    },
  });
  await app.init();
  return {
    app,
    async close() {
      await app.close();
      await transport.close();
      await store.close();
      readStore.close();
      rmSync(folder, { recursive: true });
    },
  };
}

let edge: DeskEdge;
let app: NestFastifyApplication;

beforeAll(async () => {
  edge = await openDeskEdge();
  app = edge.app;
});

afterAll(() => edge.close());

interface Answer {
  readonly id: string;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly content?: Readonly<Record<string, unknown>>;
}

async function ask(
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
): Promise<readonly [number, Answer]> {
  const headers = { authorization: 'Bearer officer' };
  const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return [answer.statusCode, answer.json<Answer>()];
}
async function kept(form: object): Promise<Answer['content']> {
  const [status, { id, errors }] = await ask('POST', '/v1/requests', form);
  expect([status, errors]).toEqual([201, undefined]);
  return (await ask('GET', `/v1/requests/${id}`))[1].content;
}
async function faultsOf(form: object): Promise<readonly unknown[]> {
  const [status, { code, errors = [] }] = await ask('POST', '/v1/requests', form);
  return [status, code, ...errors.map(({ pointer, detail }) => `${pointer} ${detail}`)];
}

const { respondingState: _, items, ...fields } = wholeForm;

describe('a request in full', () => {
  test('is kept with every field as it was sent, its items numbered, references beside their texts', async () => {
    const [arm, ammunition, part] = items;
    expect(await kept(wholeForm)).toEqual({
      ...fields,
      items: [
        { ...arm, number: 1, makeRef: 'CESKA_ZBROJOVKA', calibreRef: '9X18' },
        { ...ammunition, number: 2, calibreRef: '9X18' },
        { ...part, number: 3, calibreRef: '9X18' },
      ],
    });
  });

  test('is a message that the State asked can read', async () => {
    const data = await kept(wholeForm);
    const message = {
      kind: 'request-submitted',
      id: '01980000-0000-7000-8000-000000000001',
      requestId: '01980000-0000-7000-8000-0000000000a1',
      from: 'TTO',
      requestingState: 'TTO',
      respondingState: 'USA',
      occurredAt: now,
      imported: false,
      correlationId: 'case 17',
      data,
    } as unknown as AnyTracingMessage;
    expect(decode(encode(message))).toEqual(message);
  });

  test('can be sent again as it was read', async () => {
    const content = await kept(wholeForm);
    expect(await kept({ ...content, respondingState: 'USA' })).toEqual(content);
  });

  test.each(['АВ12-?4', 'ΑΒ 1234', '٧٧١', '۷۷۱', '五六式 12', 'E\u0301-77', ' 12\u00a034', '★ 𝟙'])(
    'keeps the serial number %s as it was observed, in an item and in the first form',
    async (asObserved) => {
      const serial = { asObserved, part: 'FRAME_RECEIVER', condition: 'INTACT' };
      const item = { number: 1, kind: 'ARM', type: 'SMG', serial };
      const { arm: __, ...base } = oldForm;
      expect(await kept({ ...base, items: [item] })).toMatchObject({ items: [item] });
      expect(await kept({ ...base, arm: { type: 'SMG', serial } })).toMatchObject({ items: [item] });
    },
  );

  test('keeps any text that an examiner can type', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), async (asObserved) => {
        fc.pre(asObserved.trim() !== '');
        const serial = { asObserved, part: 'SLIDE', condition: 'PARTIAL' };
        const form = { ...oldForm, arm: { type: 'SMG', serial } };
        expect(await kept(form)).toMatchObject({ items: [{ serial }] });
      }),
      { numRuns: 30 },
    );
  });
});

describe('the first form of a request', () => {
  test('is still taken: its arm is item 1', async () => {
    const { respondingState: __, arm, ...said } = oldForm;
    const { otherMarks, make, ...told } = arm;
    expect(await kept(oldForm)).toEqual({
      ...said,
      channel: 'OTHER',
      regimes: ['ITI'],
      items: [
        {
          number: 1,
          kind: 'ARM',
          ...told,
          make,
          makeRef: 'ZASTAVA',
          calibreRef: '7.62X39',
          otherMarks: [{ kind: 'OTHER', text: otherMarks }],
        },
      ],
    });
  });

  test('does not stand beside items', async () => {
    expect(await faultsOf({ ...oldForm, items })).toEqual([
      422,
      'arm-or-items',
      '/arm must not stand beside items: it is item 1 in the first form',
    ]);
  });

  test('is told of a fault where it stands there', async () => {
    const serial = { asObserved: '12', part: 'FRAME_RECEIVER', condition: 'OBLITERATED' };
    expect(await faultsOf({ ...oldForm, arm: { type: 'SMG', serial } })).toEqual([
      422,
      'request-not-admissible',
      '/arm/serial/asObserved cannot be read on a serial that is OBLITERATED',
    ]);
  });
});

describe('a request is refused, and told where it is wrong,', () => {
  const { arm: __, ...base } = oldForm;
  const about = (item: object) => ({ ...base, items: [{ kind: 'AMMUNITION' }, item] });
  const { illicitGrounds: ___, ...groundless } = wholeForm;

  test.each<[string, object, readonly unknown[]]>([
    ['about nothing', base, ['arm-or-items', '/items is required']],
    ['about no item', { ...base, items: [] }, ['validation-failed', '/items must hold at least 1 item']],
    [
      'about a thing of no kind',
      about({ type: 'SMG' }),
      ['validation-failed', '/items/1/kind must be one of ARM, AMMUNITION, PART'],
    ],
    [
      'with an arm that has the fields of a lot',
      about({ kind: 'ARM', type: 'SMG', lot: '7' }),
      ['validation-failed', '/items/1/lot is not a known field'],
    ],
    [
      'with a serial number in a single text',
      about({ kind: 'ARM', type: 'SMG', serial: 'AB12' }),
      ['validation-failed', '/items/1/serial must be an object'],
    ],
    [
      'with a headstamp at thirteen o’clock',
      about({ kind: 'AMMUNITION', headstamp: { marks: [{ clock: 13, text: 'x' }] } }),
      ['validation-failed', '/items/1/headstamp/marks/0/clock must be 12 or less'],
    ],
    [
      'with a doubt about a place that is not there',
      about({
        kind: 'PART',
        part: 'BARREL',
        serial: {
          asObserved: 'AB1',
          part: 'BARREL',
          condition: 'PARTIAL',
          uncertainPositions: [{ position: 4, candidates: ['1', '7'] }],
        },
      }),
      [
        'request-not-admissible',
        '/items/1/serial/uncertainPositions must name each place once, and only places of the text as observed',
      ],
    ],
    [
      'with a number that is not its place',
      about({ kind: 'PART', part: 'BARREL', number: 3 }),
      ['request-not-admissible', '/items/1/number must be 2, its place'],
    ],
    [
      'when recovered on a day that does not exist',
      { ...oldForm, recoveredOn: '2026-02-30' },
      [
        'validation-failed',
        '/recoveredOn must be an existing date, or a year and month, or a year, such as 2026-11-22, 2026-11 or 2026',
      ],
    ],
    [
      'without a ground of ITI 6',
      groundless,
      ['request-not-admissible', '/illicitGrounds must name at least one ground of ITI 6'],
    ],
    [
      'when it cannot keep a limit and does not say why',
      { ...oldForm, cannotComplyWith: ['NO_ONWARD'] },
      [
        'request-not-admissible',
        '/cannotComplyReason must say why the limits under cannotComplyWith cannot be kept',
      ],
    ],
    [
      'with a photograph of no item',
      { ...oldForm, photographs: [{ ...photograph, item: 2 }] },
      ['request-not-admissible', '/photographs/0/item must be the number of an item of this request'],
    ],
  ])('%s', async (____, form, refusal) => {
    expect(await faultsOf(form)).toEqual([422, ...refusal]);
  });
});
