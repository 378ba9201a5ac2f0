import fc from 'fast-check';
import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from '../e2e/desk';
import { ExchangeProcess, processesEnd, temporaryFolder } from '../e2e/exchange-process';
import type { Matter } from '../e2e/matters';
import { type ApiDocument, operationsOf } from './api-document';
import { playOpening } from './opening';
import { type PlannedRequest, requestsTo } from './planned-request';
import { Sender } from './sender';
import { withUnreadableRequest } from './unreadable-request';
import { type Answered, Judge } from './verdict';

/** How many requests, and from which seed: set VESTIGO_FUZZ_SEED to what a run printed to send the same again. */
const total = Number(process.env['VESTIGO_FUZZ_REQUESTS'] ?? 10_000);
const seed = Number(process.env['VESTIGO_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const atOnce = 16;
const planSize = 500;
const mostComplaints = 10;

afterAll(processesEnd);

test(`${String(total)} requests of every kind, seed ${String(seed)}: no fault, nothing that the document does not say, and every operation done`, async () => {
  const folder = await temporaryFolder();
  const undeliverable = await withUnreadableRequest(folder);
  const exchange = await ExchangeProcess.started(folder, '--no-demo');
  const { body: document } = await exchange.bearer().get<ApiDocument>('/openapi.json');
  const operations = operationsOf(document);
  const [requester, responder] = [
    await exchange.desk('officer', 'JAM'),
    await exchange.desk('officer', 'USA'),
  ];
  const others = [await exchange.desk('liaison', 'USA'), await exchange.desk('coordinator', null)];
  const officers = [requester, responder, requester, responder, requester, responder];
  const tokens = [...officers, ...others].map(({ token = '' }) => token);
  const paths = operations.flatMap(({ parameters }) => parameters.filter((one) => one.in === 'path'));
  const names = new Set([...paths.map(({ name }) => name), 'next']);
  const sender = new Sender(exchange.address, tokens, atOnce, names);
  const familiar = new Set(['JAM', 'USA']);
  const plans = plansOf(fc.oneof(...operations.map((one) => requestsTo(one, familiar, tokens.length))));
  const judge = new Judge();
  const complaints = new Map<string, string>();
  const reached = new Set<string>();

  async function send(planned: PlannedRequest): Promise<Answered> {
    const answered = await sender.send(planned);
    for (const complaint of judge.complaints(planned, answered)) {
      const kind = `${planned.operation.operationId} ${complaint.replace(/\d+/g, '0').slice(0, 80)}`;
      complaints.set(kind, told(planned, answered, complaint));
    }
    return answered;
  }
  async function sendOn(): Promise<void> {
    for (const planned of plans) {
      if (complaints.size >= mostComplaints) return;
      const answered = await send(planned);
      if (isPastForm(answered)) reached.add(planned.operation.operationId);
    }
  }
  const notDone = await playOpening({
    ...{ operations, undeliverable, send },
    desks: { requester, responder },
    tokens: { requester: 0, responder: 1, coordinator: tokens.length - 1 },
  });
  expect(notDone).toEqual([]);
  await Promise.all(Array.from({ length: atOnce }, sendOn));
  sender.close();

  expect([...complaints.values()]).toEqual([]);
  if (total >= 10_000) {
    expect([...reached].sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  }
  const [, coordinator = requester] = others;
  for (let left = Infinity; left > 0;) left = await eventually(() => lessBehind(coordinator, left));
  // What one desk was allowed to say, the other one understood.
  const { body } = await coordinator.get<{ readonly items: readonly Matter[] }>(
    '/v1/requests?status=undeliverable',
  );
  expect(body.items.filter(({ id }) => id !== undeliverable)).toEqual([]);
  expect(exchange.err).not.toMatch(/failed|fault/i);
  await exchange.end('SIGTERM');
}, 300_000);

/** How much all loops have before them; fails when it is no less than it was. */
async function lessBehind(desk: Desk, before: number): Promise<number> {
  const { body } = await desk.get<{ readonly behind: Readonly<Record<string, number | null>> }>(
    '/health/ready',
  );
  const left = Object.values(body.behind).reduce<number>((sum, one) => sum + (one ?? Infinity), 0);
  expect(left === 0 || left < before).toBe(true);
  return left;
}

/** Neither the token nor the form was in the way: it was done, or a rule stood against it. */
const isPastForm = ({ status }: Answered) => status < 300 || status === 404 || status === 409;

/** The same requests for the same seed, planned as they are needed. */
function* plansOf(requests: fc.Arbitrary<PlannedRequest>): Generator<PlannedRequest, undefined> {
  for (let planned = 0; planned < total; planned += planSize) {
    yield* fc.sample(requests, { seed: seed + planned, numRuns: Math.min(planSize, total - planned) });
  }
  return undefined;
}

function told(
  { operation, intent, headers, token, query, body }: PlannedRequest,
  answered: Answered,
  complaint: string,
): string {
  const sent = JSON.stringify({ headers, token, query, body: String(body).slice(0, 600) });
  return `${operation.method} ${answered.path.slice(0, 200)} (${intent}) ${sent}\n  ${complaint.slice(0, 1000)}`;
}
