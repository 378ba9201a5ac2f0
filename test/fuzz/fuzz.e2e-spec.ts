import fc from 'fast-check';
import { eventually } from '@vestigo/kernel/testing';
import { ExchangeProcess, processesEnd, temporaryFolder } from '../e2e/exchange-process';
import { type ApiDocument, operationsOf } from './api-document';
import { type PlannedRequest, requestsTo } from './planned-request';
import { Sender } from './sender';
import { type Answered, Judge } from './verdict';

/** How many requests, and from which seed: set VESTIGO_FUZZ_SEED to what a run printed to send the same again. */
const total = Number(process.env['VESTIGO_FUZZ_REQUESTS'] ?? (process.env['CI'] === 'true' ? 10_000 : 3000));
const seed = Number(process.env['VESTIGO_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const atOnce = 16;
const planSize = 500;
const mostComplaints = 10;

afterAll(processesEnd);

test(`${String(total)} requests of every kind, seed ${String(seed)}: no fault, and nothing that the document does not say`, async () => {
  const exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
  const { body: document } = await exchange.bearer().get<ApiDocument>('/openapi.json');
  const operations = operationsOf(document);
  const actors = [
    ...[await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')],
    ...[await exchange.desk('liaison', 'USA'), await exchange.desk('coordinator', null)],
  ];
  const tokens = actors.map(({ token = '' }) => token);
  const paths = operations.flatMap(({ parameters }) => parameters.filter((one) => one.in === 'path'));
  const names = new Set([...paths.map(({ name }) => name), 'next']);
  const sender = new Sender(
    exchange.address,
    [...tokens.slice(0, 2), ...tokens.slice(0, 2), ...tokens],
    atOnce,
    names,
  );
  const plans = plansOf(fc.oneof(...operations.map((one) => requestsTo(one, new Set(['JAM', 'USA']), 8))));
  const judge = new Judge();
  const complaints = new Map<string, string>();
  const reached = new Set<string>();

  async function sendOn(): Promise<void> {
    for (const planned of plans) {
      if (complaints.size >= mostComplaints) return;
      const answered = await sender.send(planned);
      for (const complaint of judge.complaints(planned, answered)) {
        const kind = `${planned.operation.operationId} ${complaint.replace(/\d+/g, '0').slice(0, 80)}`;
        complaints.set(kind, told(planned, answered, complaint));
      }
      if (isPastForm(answered)) reached.add(planned.operation.operationId);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sendOn));
  sender.close();

  expect([...complaints.values()]).toEqual([]);
  if (total >= 10_000) {
    expect([...reached].sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  }
  const coordinator = await exchange.desk('coordinator', null);
  await eventually(async () => {
    const { body } = await coordinator.get<{ readonly behind: Readonly<Record<string, number>> }>(
      '/health/ready',
    );
    expect(Object.values(body.behind).filter((left) => left > 0)).toEqual([]);
  });
  // What one desk was allowed to say, the other one understood.
  const { body: undelivered } = await coordinator.get<object>('/v1/requests?status=undeliverable');
  expect(undelivered).toEqual({ items: [], next: null });
  expect(exchange.err).not.toMatch(/failed|fault/i);
  await exchange.end('SIGTERM');
}, 300_000);

/**
 * Neither the token nor the form was in the way: it was done, or a rule stood against it. Chance seldom brings a matter to where a
 * later act can be done; that each can be done is for the table of access and the journeys to show.
 */
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
