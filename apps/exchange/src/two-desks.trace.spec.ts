import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handle, type Traced } from '@vestigo/kernel';
import { sampleMeta } from '@vestigo/kernel/testing';
import { encode } from '@vestigo/protocol';
import { tracingRequest } from '@vestigo/requesting/domain';
import { traceCase } from '@vestigo/responding/domain';
import { startLoopsHere } from '@vestigo/service';
import { openExchange } from './exchange';

const requestId = '01980000-0000-7000-8000-0000000000a1';
const traceparentOf = (name: string) => `00-${name.repeat(32)}-00f067aa0ba902b7-01`;
const asking = { traceparent: traceparentOf('a') };
const answering = { traceparent: traceparentOf('b') };

test('the trace of what each desk does can be followed through the log, across to the other desk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const exchange = openExchange({ data: folder });
  const loops = startLoopsHere(exchange, (line) => {
    throw new Error(line);
  });
  const { log } = exchange;
  const metaOf = (trace: Traced) => ({ ...sampleMeta, ...trace });
  const act = (by: string) => ({ by, at: Date.now(), now: Date.now() });
  try {
    const content = {
      priority: 'ROUTINE',
      regimes: ['ITI'],
      illicitGrounds: ['ILL_NATLAW'],
      legalBasis: 'Firearms Act 16:01, section 6',
      intendedUse: 'INVESTIGATION',
      acquisitionMode: 'SEIZED',
      channel: 'OTHER',
      items: [{ number: 1, kind: 'ARM', type: 'REVOLVER' }],
    } as const;
    const parties = { requestId, requestingState: 'TTO', respondingState: 'USA', imported: false };
    const submit = { type: 'SubmitRequest', ...act('TTO'), ...parties, content } as const;
    await handle(log, tracingRequest, requestId, submit, { meta: metaOf(asking) });
    await loops.settled();
    const answers = [{ item: 1, outcome: 'NO_TRANSFER_RECORD' }] as const;
    const answered = { type: 'AnswerCase', ...act('USA'), answers } as const;
    await handle(log, traceCase, requestId, answered, { meta: metaOf(answering) });
    const notUnderstood = encode({
      kind: 'request-withdrawn',
      id: '01980000-0000-7000-8000-0000000000c1',
      ...parties,
      requestId: '01980000-0000-7000-8000-0000000000a2',
      from: 'TTO',
      occurredAt: Date.now(),
      correlationId: 'c',
      data: { reason: '' },
      ...asking,
    });
    const refused = { id: 'refused', key: requestId, body: notUnderstood };
    await exchange.transport.publish('tracing-requests', [refused]);
    await loops.settled();
    const { events } = await log.store.readAll({ after: 0 });
    const found = events.map(({ event, meta }) => [event.type, meta.traceparent]);
    expect(found.slice(0, 3)).toEqual([
      ['RequestSubmitted', asking.traceparent],
      ['CaseReceived', asking.traceparent],
      ['RequestDelivered', asking.traceparent],
    ]);
    // The receipt for what was not understood is refused in turn: nobody submitted that request. There is no order between the two.
    expect(found.slice(3).toSorted()).toEqual([
      ['AnswerReceived', answering.traceparent],
      ['CaseAnswered', answering.traceparent],
      ['MessageRefused', asking.traceparent],
      ['MessageRefused', asking.traceparent],
    ]);
  } finally {
    await loops.stop();
    await exchange.close();
    rmSync(folder, { recursive: true });
  }
});
