import { eventually } from '@vestigo/kernel/testing';
import { answerWithCanaries, requestWithCanaries } from './canaries';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { matterAt, submitted } from './matters';
import { startStandInCollector } from './stand-in-collector';

jest.setTimeout(300_000);
afterAll(processesEnd);

test('an exchange in one process tells of both its threads, in one trace for each request, and of no content', async () => {
  const collector = await startStandInCollector();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, VESTIGO_LOG: 'json' };
  const exchange = new ExchangeProcess(['start', '--no-demo'], await temporaryFolder(), env);
  await exchange.said('Ctrl-C stops it.');
  const [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
  const id = await submitted(jamaica, requestWithCanaries);
  await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'received'));
  await usa.post(`/v1/cases/${id}/answer`, answerWithCanaries);
  await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
  await exchange.end('SIGTERM');
  await collector.close();
  const traceOf = (command: string) => collector.spans.find(({ name }) => name === command)?.traceId;
  const asked = collector.spans.filter(({ traceId }) => traceId === traceOf('POST /v1/requests'));
  expect(asked.map(({ name }) => name).toSorted()).toEqual([
    'POST /v1/requests',
    'append',
    'append',
    'append',
    'publish tracing-replies',
    'publish tracing-requests',
    'receive tracing-replies',
    'receive tracing-requests',
    'traceCase ReceiveRequest',
    'tracingRequest RecordReply',
    'tracingRequest SubmitRequest',
  ]);
  const replies = collector.spans.filter(({ name }) => name === 'tracingRequest RecordReply');
  expect(replies.map(({ traceId }) => traceId)).toEqual([
    asked[0]?.traceId,
    traceOf('POST /v1/cases/:id/answer'),
  ]);
  const lines = exchange.err
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly command?: string; readonly traceId?: string });
  expect(lines.find(({ command }) => command === 'RecordReply')?.traceId).toBe(asked[0]?.traceId);
  for (const told of [collector.text, exchange.out, exchange.err]) expect(told).not.toMatch(/CANARY/i);
});
