import { randomBytes } from 'node:crypto';
import { eventually } from '@vestigo/kernel/testing';
import { answerWithCanaries, canariesIn, requestWithCanaries } from './canaries';
import type { Desk } from './desk';
import { type Matter, matterAt, type MatterState } from './matters';
import { refusalIn } from './problem';
import { separateServices, type Services } from './separate-services';
import { processesEnd, type ServiceProcess } from './service-process';
import { type SeenSpan, type StandInCollector, startStandInCollector } from './stand-in-collector';
import { withKafka } from './with-kafka';

jest.setTimeout(300_000);
afterAll(processesEnd);

/** Somebody who asks, and traces what they do themselves. */
const callersTrace = () => {
  const traceId = randomBytes(16).toString('hex');
  return { traceId, traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` };
};

withKafka('what three services tell of a journey over Kafka', () => {
  let collector: StandInCollector;
  let services: Services;
  let processes: readonly ServiceProcess[];
  let jamaica: Desk;
  let usa: Desk;
  let answered: Matter;
  const asking = callersTrace();
  const answering = callersTrace();

  beforeAll(async () => {
    collector = await startStandInCollector();
    services = await separateServices({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      OTEL_BSP_SCHEDULE_DELAY: '100',
      VESTIGO_LOG_LEVEL: 'debug',
    });
    const [requesting, responding, oversight] = await Promise.all([
      services.start('requesting'),
      services.start('responding'),
      services.start('oversight'),
    ]);
    processes = [requesting, responding, oversight];
    jamaica = await services.desk(requesting, 'officer', 'JAM');
    usa = await services.desk(responding, 'officer', 'USA');
    answered = await journey();
  });

  afterAll(() => collector.close());

  /** A request with canaries in every protected field is sent, received, acknowledged and answered; some things are refused. */
  async function journey(): Promise<Matter> {
    const { traceparent } = asking;
    const sent = await jamaica.post<MatterState>('/v1/requests', requestWithCanaries, { traceparent });
    expect([sent.status, sent.text]).toEqual([201, expect.any(String)]);
    const { id } = sent.body;
    const found = `/v1/cases/${id}`;
    await eventually(() => matterAt(usa, found, 'received'));
    await usa.post(`${found}/acknowledgement`, {}, { traceparent: 'CANARY-traceparent' });
    await usa.post(`${found}/answer`, answerWithCanaries, { traceparent: answering.traceparent });
    const again = { ...answerWithCanaries, remarks: 'CANARY-second-remarks' };
    expect(refusalIn(await usa.post(`${found}/answer`, again))).toEqual([409, 'already-answered']);
    await usa.post(`${found}/answer`, { outcome: 'CANARY-outcome' });
    await usa.get('/v1/cases?status=CANARY-status');
    await usa.get('/CANARY-path?CANARY-query');
    return eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
  }

  const spansOf = (traceId: string) => collector.spans.filter((span) => span.traceId === traceId);
  const named = ({ service, name }: SeenSpan) => `${service}: ${name}`;

  test('is one trace through requesting, responding and oversight and back', async () => {
    expect(answered.status).toBe('answered');
    await eventually(() => {
      expect([...new Set(spansOf(asking.traceId).map(named))].toSorted()).toEqual([
        'vestigo-oversight: append',
        'vestigo-oversight: receive clock-facts',
        'vestigo-oversight: reportedClock ReportFact',
        'vestigo-requesting: POST /v1/requests',
        'vestigo-requesting: append',
        'vestigo-requesting: publish clock-facts',
        'vestigo-requesting: publish tracing-requests',
        'vestigo-requesting: receive tracing-replies',
        'vestigo-requesting: tracingRequest RecordReply',
        'vestigo-requesting: tracingRequest SubmitRequest',
        'vestigo-responding: append',
        'vestigo-responding: publish clock-facts',
        'vestigo-responding: publish tracing-replies',
        'vestigo-responding: receive tracing-requests',
        'vestigo-responding: traceCase ReceiveRequest',
      ]);
    });
    await eventually(() => {
      expect(spansOf(answering.traceId).map(named)).toContain(
        'vestigo-requesting: tracingRequest RecordReply',
      );
    });
  });

  test('has no span without the one that it goes on from', async () => {
    await eventually(() => {
      const spans = spansOf(asking.traceId);
      const known = new Set(spans.map(({ spanId }) => spanId));
      const orphans = spans.filter(({ parentSpanId = '' }) => !known.has(parentSpanId));
      expect(orphans.map(named)).toEqual(['vestigo-requesting: POST /v1/requests']);
      expect(orphans.map(({ parentSpanId }) => parentSpanId)).toEqual([asking.traceparent.slice(36, 52)]);
    });
  });

  test('speaks of routes, commands and channels as OpenTelemetry names them', async () => {
    const find = (name: string) =>
      eventually(() => {
        const found = spansOf(asking.traceId).find((span) => named(span) === name);
        if (!found) throw new Error(`no ${name}`);
        return found.attributes;
      });
    expect(await find('vestigo-requesting: POST /v1/requests')).toEqual({
      'http.request.method': 'POST',
      'http.route': '/v1/requests',
      'http.response.status_code': 201,
      'url.scheme': 'http',
    });
    expect(await find('vestigo-responding: traceCase ReceiveRequest')).toEqual({
      'vestigo.category': 'traceCase',
      'vestigo.command': 'ReceiveRequest',
    });
    expect(await find('vestigo-responding: receive tracing-requests')).toEqual({
      'messaging.system': 'kafka',
      'messaging.operation.type': 'process',
      'messaging.operation.name': 'receive',
      'messaging.destination.template': 'tracing-requests',
      'messaging.consumer.group.name': 'responding',
      'messaging.message.id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      'messaging.batch.message_count': 1,
    });
  });

  test('is told in lines of JSON that name the conversation and the trace', () => {
    const lines = processes.flatMap(({ err }) =>
      err
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    );
    const submitted = lines.filter(({ command }) => command === 'SubmitRequest');
    const correlationId = String(submitted[0]?.['correlationId']);
    expect(submitted).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
        service: 'requesting',
        message: 'command done',
        category: 'tracingRequest',
        command: 'SubmitRequest',
        milliseconds: expect.any(Number) as number,
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        traceId: asking.traceId,
      },
    ]);
    const conversation = lines.filter((line) => line['correlationId'] === correlationId);
    expect(conversation.map(({ service, command = '' }) => `${String(service)} ${String(command)}`)).toEqual(
      expect.arrayContaining([
        'requesting SubmitRequest',
        'requesting ',
        'responding ReceiveRequest',
        'requesting RecordReply',
        'oversight ReportFact',
      ]),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ message: 'command refused', code: 'already-answered' }),
    );
  });

  test('holds nothing that only officers of the two States may read', async () => {
    const metrics = await Promise.all(
      processes.map(async (one) => (await one.bearer().get('/metrics')).text),
    );
    expect(metrics.join('\n')).toContain(
      'vestigo_commands_refused_total{category="traceCase",code="already-answered"} 1',
    );
    await Promise.all(processes.map((one) => one.end('SIGTERM')));
    const told = [collector.text, ...metrics, ...processes.flatMap(({ out, err }) => [out, err])];
    for (const text of told) expect(text).toMatch(/\w/);
    expect(canariesIn(told.join('\n'))).toEqual([]);
    expect(told.join('\n')).not.toMatch(/CANARY/i);
  });
});
