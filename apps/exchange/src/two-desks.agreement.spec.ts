import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directory } from '@vestigo/directory';
import * as fc from 'fast-check';
import { NO_PHOTOGRAPHS } from '@vestigo/http';
import {
  fold,
  handle,
  type Log,
  type Message,
  Rejection,
  type Transport,
  soleLeadership,
} from '@vestigo/kernel';
import { ONE_HOUSE } from '@vestigo/protocol';
import { requesting } from '@vestigo/requesting';
import {
  tracingRequest,
  type TracingRequestCommand,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';
import { responding } from '@vestigo/responding';
import { traceCase, type TraceCaseCommand, type TraceCaseEvent } from '@vestigo/responding/domain';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';
import { settled, startLoops } from '@vestigo/service';
import { anyRequestingStep, anyRespondingStep, expectAgreement, submit } from './testing/agreement';

describe('two services with a transport that repeats itself', () => {
  /** Hands over each batch in pieces that come again, as after a receiver that died before it could say so. */
  function stuttering(transport: Transport): Transport {
    return {
      publish: (channel, messages) => transport.publish(channel, messages),
      consume: (channel, group, receive, signal) =>
        transport.consume(
          channel,
          group,
          async (batch: readonly Message[]) => {
            await receive(batch.slice(0, Math.ceil(batch.length / 2)));
            await receive(batch);
            await receive(batch);
          },
          signal,
        ),
      backlog: (channel, group) => transport.backlog(channel, group),
      close: () => transport.close(),
    };
  }

  const idOf = (index: number) => `01980000-0000-7000-8000-0000000000${String(10 + index)}`;
  const anyAct = fc.record({
    request: fc.nat(4),
    act: fc.oneof(
      { weight: 3, arbitrary: fc.constant(submit) },
      { weight: 4, arbitrary: anyRequestingStep },
      { weight: 6, arbitrary: anyRespondingStep },
    ),
    turns: fc.nat(6),
  });
  type Act = typeof anyAct extends fc.Arbitrary<{ readonly act: infer One }> ? One : never;
  const meta = { actor: 'desk', state: null, role: 'officer', correlationId: 'c', causationId: 'c' };

  async function perform(log: Log, id: string, command: Act): Promise<void> {
    const done =
      command.by === submit.by
        ? handle(log, tracingRequest, id, { ...command, requestId: id } as TracingRequestCommand, { meta })
        : handle(log, traceCase, id, command as TraceCaseCommand, { meta });
    await done.catch((error: unknown) => {
      if (!(error instanceof Rejection)) throw error;
    });
  }

  test('leave both States agreeing, and nothing refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 10, maxLength: 60 }), async (acts) => {
        const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
        const store = openSqliteEventStore({ file: join(folder, 'log.db') });
        const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
        const transport = stuttering(openSqliteTransport({ file: join(folder, 'transport.db') }));
        const log = { store, newId: createUuidV7() };
        const leadership = soleLeadership(readStore);
        const post = { transport, leadership, addressing: ONE_HOUSE, states: ['JAM', 'USA'] };
        const deskClock = () => Promise.resolve({ timeZone: 'UTC', weekend: [6, 0] } as const);
        const common = { log, readStore, post, now: Date.now, deskClock, photographs: NO_PHOTOGRAPHS };
        const parts = { ...common, imports: join(folder, 'imports') };
        const { reading } = directory(parts);
        const services = [requesting({ ...parts, directory: reading }), responding(parts)];
        const lines: string[] = [];
        const loops = services.flatMap((service) => service.loops);
        const running = startLoops(loops, (line) => lines.push(line));
        try {
          for (const { request, act, turns } of acts) {
            await perform(log, idOf(request), act);
            for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
          }
          await settled({ loops, log });
          for (const request of [0, 1, 2, 3, 4]) {
            const sent = await store.read<TracingRequestEvent>(`tracingRequest-${idOf(request)}`);
            const held = await store.read<TraceCaseEvent>(`traceCase-${idOf(request)}`);
            expectAgreement(fold(tracingRequest, sent), fold(traceCase, held));
            for (const history of [sent, held]) {
              const acts = history.flatMap(({ event: { type, data } }) =>
                'act' in data ? [`${type} ${String(data.act.seq)}`] : [],
              );
              expect(new Set(acts).size).toBe(acts.length);
            }
          }
          const categories = ['refusedReply', 'refusedRequest'];
          expect((await store.readAll({ after: 0, categories })).events).toEqual([]);
          expect(lines).toEqual([]);
        } finally {
          await running.stop();
          await transport.close();
          await store.close();
          readStore.close();
          rmSync(folder, { recursive: true });
        }
      }),
      { numRuns: 12 },
    );
  });
});
