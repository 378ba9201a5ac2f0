import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { participant, type RegisterPointOfContact } from '@vestigo/directory/domain';
import { type EventStore, handle, type RecordedEvent } from '@vestigo/kernel';
import { tracingRequest } from '@vestigo/requesting/domain';
import { traceCase } from '@vestigo/responding/domain';
import { startLoopsHere } from '@vestigo/service';
import { openSqliteEventStore } from '@vestigo/sqlite';
import { openExchange } from '../../exchange';
import { act as instants, parties, submit } from '../../testing/agreement';
import { eventsOf } from '../read-log';

const day = 24 * 3_600_000;
const asking = { by: 'TTO', ...instants };
const asked = { by: 'USA', ...instants };
const withdraw = { type: 'WithdrawRequest', ...asking, reason: 'The arm was returned.' } as const;
const close = { type: 'CloseRequest', ...asking, conclusion: 'LEAD_EXHAUSTED' } as const;
const acknowledge = { type: 'AcknowledgeCase', ...asked } as const;
const answer = {
  type: 'AnswerCase',
  ...asked,
  answers: [{ item: 1, outcome: 'TRACED_LAST_HOLDER', remarks: 'One holder.' }],
} as const;
const refusal = { ground: 'ITI22_INVESTIGATION', reason: 'Under way.' } as const;
const refuse = { type: 'RefuseCase', ...asked, refusal } as const;
const begun = submit.at;
const meta = { actor: 'officer', state: 'TTO', role: 'officer', correlationId: 'case 17', causationId: '17' };

/** Logs of their own in a folder that goes with them. */
export class Logs {
  readonly folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  readonly #open: EventStore[] = [];

  open(name: string): EventStore {
    const store = openSqliteEventStore({ file: join(this.folder, `${name}.db`) });
    this.#open.push(store);
    return store;
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((store) => store.close()));
    rmSync(this.folder, { recursive: true });
  }
}

export async function allOf(store: EventStore): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of eventsOf(store)) events.push(event);
  return events;
}

/** Something of everything: two contacts, requests in every state, a deadline that passed. Ends with nothing under way. */
export async function smallExchange(data: string): Promise<void> {
  let now = begun;
  const exchange = openExchange({ data }, () => now);
  const loops = startLoopsHere(exchange, (line) => {
    throw new Error(line);
  });
  const { log } = exchange;
  for (const email of ['npc@usa.example', 'tracing@usa.example']) {
    await handle(log, participant, 'USA', registration(email), { meta });
  }
  await loops.settled();
  for (const { id, acts } of matters) {
    const requestId = `01980000-0000-7000-8000-0000000000${id}`;
    await handle(log, tracingRequest, requestId, { ...submit, ...parties, requestId }, { meta });
    await loops.settled();
    for (const act of acts) {
      if (act.type === 'WithdrawRequest' || act.type === 'CloseRequest') {
        await handle(log, tracingRequest, requestId, act, { meta });
      } else {
        await handle(log, traceCase, requestId, act, { meta });
      }
      await loops.settled();
    }
  }
  now = begun + 200 * day;
  await loops.settled();
  await loops.stop();
  await exchange.close();
}

const matters = [
  { id: 'a1', acts: [acknowledge, answer, close] },
  { id: 'a2', acts: [acknowledge] },
  { id: 'a3', acts: [refuse] },
  { id: 'a4', acts: [withdraw] },
  { id: 'a5', acts: [] },
] as const;

const registration = (email: string): RegisterPointOfContact => ({
  type: 'RegisterPointOfContact',
  by: 'USA',
  state: 'USA',
  at: begun,
  now: begun,
  pointOfContact: {
    body: 'National Tracing Center',
    email,
    timeZone: 'America/New_York',
    weekend: [6, 0],
  },
});
