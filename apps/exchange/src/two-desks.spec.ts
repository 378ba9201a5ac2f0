import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { DirectoryCommand } from '@vestigo/directory';
import type { EventMetadata, RecordedFact } from '@vestigo/kernel';
import { answersOf } from '@vestigo/lifecycle';
import { ListDeadlines, ListPairs } from '@vestigo/oversight';
import { encode, type MessageRefused } from '@vestigo/protocol';
import { GetRequest, ListRequests, RequestingCommand } from '@vestigo/requesting';
import { isSubmitted, type SubmitRequest, type TracingRequestCommand } from '@vestigo/requesting/domain';
import { GetCase, ListCases, RespondingCommand } from '@vestigo/responding';
import type { TraceCaseCommand } from '@vestigo/responding/domain';
import { type Exchange, openExchange } from './exchange';
import { type RunningLoops, startLoopsHere } from '@vestigo/service';

const hour = 3_600_000;
const day = 24 * hour;
/** A Monday, noon in New York. */
const monday = Date.UTC(2026, 2, 2, 17);
const requestId = '01980000-0000-7000-8000-0000000000a1';
const parties = { requestId, requestingState: 'TTO', respondingState: 'USA', imported: false };

let now: number;
let folder: string;
let exchange: Exchange;
let app: INestApplicationContext;
let loops: RunningLoops;

beforeEach(async () => {
  now = monday;
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  exchange = openExchange({ data: folder }, () => now);
  app = await (await Test.createTestingModule({ imports: [...exchange.modules] }).compile()).init();
  loops = startLoopsHere(exchange, (line) => {
    throw new Error(line);
  });
});

afterEach(async () => {
  await loops.stop();
  await app.close();
  await exchange.close();
  rmSync(folder, { recursive: true });
});

const metaOf = (state: string | null): EventMetadata => ({
  actor: 'officer',
  state,
  role: 'officer',
  correlationId: 'case 17',
  causationId: 'case 17',
});
const submit: SubmitRequest = {
  type: 'SubmitRequest',
  by: 'TTO',
  at: monday,
  now: monday,
  ...parties,
  content: {
    priority: 'ROUTINE',
    regimes: ['ITI'],
    illicitGrounds: ['ILL_NATLAW'],
    legalBasis: 'Firearms Act 16:01, section 6',
    intendedUse: 'INVESTIGATION',
    acquisitionMode: 'SEIZED',
    channel: 'BILATERAL',
    items: [
      {
        number: 1,
        kind: 'ARM',
        type: 'PISTOL_SELFLOADING',
        serial: { asObserved: 'АВ1234', part: 'SLIDE', condition: 'INTACT' },
      },
    ],
  },
};

async function requestingDesk(command: TracingRequestCommand): Promise<void> {
  await app.get(CommandBus).execute(new RequestingCommand(requestId, command, { meta: metaOf(command.by) }));
  await loops.settled();
}
async function respondingDesk(command: TraceCaseCommand): Promise<void> {
  await app.get(CommandBus).execute(new RespondingCommand(requestId, command, { meta: metaOf(command.by) }));
  await loops.settled();
}
const act = (by: string) => ({ by, at: now, now });
const request = async () => (await app.get(QueryBus).execute(new GetRequest(requestId))).request;
const answers = async () => {
  const found = await request();
  return isSubmitted(found) ? answersOf(found.book.heard) : [];
};
const received = async () => (await app.get(QueryBus).execute(new GetCase(requestId))).found;
const statuses = async () => [(await request()).status, (await received()).status];
const figures = async () => {
  const [line] = await app.get(QueryBus).execute(new ListPairs({ party: null, asOf: now, limit: 10 }));
  return line?.figures;
};
const fallenDue = async (): Promise<readonly Pick<RecordedFact, 'type' | 'occurredAt'>[]> => {
  const { events } = await exchange.log.store.readFacts({ after: 0, categories: ['deadlineLedger'] });
  return events.map(({ type, occurredAt }) => ({ type, occurredAt }));
};

describe('a request between two desks', () => {
  test('is sent, received, acknowledged, answered and closed, and both desks and oversight see it', async () => {
    await requestingDesk(submit);
    expect(await statuses()).toEqual(['received', 'received']);
    now += hour;
    await respondingDesk({ type: 'AcknowledgeCase', ...act('USA') });
    expect(await statuses()).toEqual(['acknowledged', 'acknowledged']);
    now += 9 * day;
    const answer = {
      item: 1,
      outcome: 'TRACED_LAST_HOLDER',
      lastLegalHolder: 'Retailer, Miami',
      documentReference: 'Form 4473 of 2019',
    } as const;
    await respondingDesk({ type: 'AnswerCase', ...act('USA'), answers: [answer] });
    expect(await statuses()).toEqual(['answered', 'answered']);
    expect(await answers()).toEqual([answer]);
    now += hour;
    await requestingDesk({ type: 'CloseRequest', ...act('TTO'), conclusion: 'POINT_OF_DIVERSION_KNOWN' });
    expect(await statuses()).toEqual(['closed', 'closed']);
    expect(await figures()).toMatchObject({
      submitted: 1,
      delivered: 1,
      acknowledged: 1,
      answeredInFull: 1,
      unanswered: 0,
      overdue: 0,
      medianDaysToAnswer: 9 + 1 / 24,
      onTime: { numerator: 1, denominator: 1, share: 1 },
    });
    expect(await fallenDue()).toEqual([]);
    const lines = [new ListRequests({ state: 'TTO', limit: 5 }), new ListCases({ state: 'USA', limit: 5 })];
    for (const list of lines) {
      expect(await app.get(QueryBus).execute<typeof list, readonly object[]>(list)).toMatchObject([
        { id: requestId, requestingState: 'TTO', respondingState: 'USA', status: 'closed' },
      ]);
    }
  });

  test('runs on the clock that the responding desk has registered', async () => {
    const pointOfContact = {
      body: 'National Tracing Center',
      email: 'ntc@usa.example',
      timeZone: 'America/New_York',
      weekend: [6, 0],
    } as const;
    const register = { type: 'RegisterPointOfContact', state: 'USA', ...act('USA'), pointOfContact } as const;
    await app.get(CommandBus).execute(new DirectoryCommand(register, { meta: metaOf('USA') }));
    await loops.settled();
    await requestingDesk(submit);
    const board = await app.get(QueryBus).execute(new ListDeadlines({ party: 'TTO', limit: 10 }));
    expect(board.map(({ clock, due }) => [clock, new Date(due.at).toISOString()])).toEqual([
      ['acknowledgement', '2026-03-06T05:00:00.000Z'],
      // Summer time has begun in New York by then.
      ['answer', '2026-04-02T04:00:00.000Z'],
    ]);
  });

  test('falls due when nobody answers, is dated when it did, and a late answer does not undo it', async () => {
    await requestingDesk(submit);
    now = monday + 40 * day;
    await loops.settled();
    const breaches = [
      { type: 'AcknowledgementFellDue', occurredAt: Date.UTC(2026, 2, 6) },
      { type: 'AnswerFellDue', occurredAt: Date.UTC(2026, 3, 2) },
    ];
    expect(await fallenDue()).toEqual(breaches);
    expect(await figures()).toMatchObject({ unanswered: 1, overdue: 1, medianDaysToAnswer: null });
    await respondingDesk({
      type: 'AnswerCase',
      by: 'USA',
      at: monday + day,
      now,
      answers: [{ item: 1, outcome: 'NO_TRANSFER_RECORD' }],
    });
    expect(await statuses()).toEqual(['answered', 'answered']);
    expect(await fallenDue()).toEqual(breaches);
    expect(await figures()).toMatchObject({ answeredInFull: 1, negative: 1, overdue: 0 });
  });

  test('asks for consent with a clock of its own, which runs out though nobody watched for a week', async () => {
    await requestingDesk(submit);
    await respondingDesk({ type: 'AnswerCase', ...act('USA'), answers: [{ item: 1, outcome: 'COPY' }] });
    now += day;
    const asking = { type: 'AskConsent', items: [1], recipient: 'BRA', purpose: 'To ask there.' } as const;
    await requestingDesk({ ...asking, ...act('TTO') });
    const board = () => app.get(QueryBus).execute(new ListDeadlines({ party: 'USA', limit: 10 }));
    const dueAt = Date.UTC(2026, 2, 18);
    const question = { clock: 'consent', consent: 1, submittedAt: now, receivedAt: now, due: { at: dueAt } };
    expect(await board()).toMatchObject([question]);
    await loops.stop();
    now = dueAt + 7 * day;
    loops = startLoopsHere(exchange, () => undefined);
    await loops.settled();
    const fellDue = [{ type: 'ConsentFellDue', occurredAt: dueAt }];
    expect([await fallenDue(), await board()]).toMatchObject([fellDue, [question]]);
    await respondingDesk({ type: 'DenyConsent', ...act('USA'), consent: 1, reason: 'Under inquiry.' });
    expect([await fallenDue(), await board()]).toEqual([fellDue, []]);
  });

  test('sent twice keeps its first clock', async () => {
    await requestingDesk(submit);
    const before = await received();
    const [sent] = await exchange.log.store.read(`tracingRequest-${requestId}`);
    now += 20 * day;
    const again = encode({
      kind: 'request-submitted',
      id: '01980000-0000-7000-8000-0000000000b2',
      ...parties,
      from: 'TTO',
      occurredAt: now,
      correlationId: sent?.meta.correlationId ?? '',
      data: submit.content,
    });
    await exchange.transport.publish('tracing-requests', [{ id: 'again', key: requestId, body: again }]);
    await loops.settled();
    expect(await received()).toEqual(before);
    expect(await statuses()).toEqual(['received', 'received']);
  });

  test('that is withdrawn while its answer is on the way keeps both', async () => {
    await requestingDesk(submit);
    await loops.stop();
    const by = (state: string) => ({ by: state, at: now, now });
    const meta = { meta: metaOf('USA') };
    await app
      .get(CommandBus)
      .execute(
        new RespondingCommand(
          requestId,
          { type: 'AnswerCase', ...by('USA'), answers: [{ item: 1, outcome: 'COPY' }] },
          meta,
        ),
      );
    await app
      .get(CommandBus)
      .execute(
        new RequestingCommand(
          requestId,
          { type: 'WithdrawRequest', ...by('TTO'), reason: 'Returned.' },
          meta,
        ),
      );
    loops = startLoopsHere(exchange, () => undefined);
    await loops.settled();
    expect(await statuses()).toEqual(['withdrawn', 'withdrawn']);
    expect(await answers()).toEqual([{ item: 1, outcome: 'COPY' }]);
  });

  test('goes on although what nobody understands stands before it on both channels', async () => {
    const poison = ['', '{"type":{"toString":null}}', '[]'].map((body, index) => ({
      id: `poison ${String(index)}`,
      key: requestId,
      body,
    }));
    await exchange.transport.publish('tracing-requests', poison);
    await exchange.transport.publish('tracing-replies', poison);
    await requestingDesk(submit);
    await respondingDesk({ type: 'AcknowledgeCase', ...act('USA') });
    expect(await statuses()).toEqual(['acknowledged', 'acknowledged']);
    const { events } = await exchange.log.store.readAll<MessageRefused>({
      after: 0,
      categories: ['refusedRequest', 'refusedReply'],
    });
    expect(events.map(({ stream, event }) => `${stream} ${event.data.code}`).toSorted()).toEqual([
      'refusedReply-poison%200 not-json',
      'refusedReply-poison%201 unknown-type',
      'refusedReply-poison%202 unknown-type',
      'refusedRequest-poison%200 not-json',
      'refusedRequest-poison%201 unknown-type',
      'refusedRequest-poison%202 unknown-type',
    ]);
  });
});
