import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { type EventStore, handle, Rejection, soleLeadership, type Transport } from '@vestigo/kernel';
import {
  eventStoreContract,
  eventually,
  freshStream,
  sampleEvent,
  sampleMeta,
  transportContract,
} from '@vestigo/kernel/testing';
import { observed, observedStore, observedTransport, tracingBy, unwatched } from '@vestigo/service';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const tracing = tracingBy(provider.getTracer('test'), () => provider.shutdown());

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

eventStoreContract('a log that is observed', () => {
  const file = join(newFolder(), 'log.db');
  const handles: EventStore[] = [];
  const open = () => {
    const store = observedStore(openSqliteEventStore({ file }), { ...unwatched(), tracing });
    handles.push(store);
    return store;
  };
  const store = open();
  return Promise.resolve({
    store,
    peek: () => Promise.resolve(open()),
    reopen: async () => {
      await store.close();
      return open();
    },
    dispose: async () => {
      for (const one of handles) await one.close();
    },
  });
});

transportContract('a transport that is observed', () => {
  const file = join(newFolder(), 'transport.db');
  const handles: Transport[] = [];
  const open = () => {
    const transport = observedTransport(openSqliteTransport({ file }), { ...unwatched(), tracing }, 'sqlite');
    handles.push(transport);
    return transport;
  };
  const transport = open();
  return Promise.resolve({
    transport,
    reopen: async () => {
      await transport.close();
      return open();
    },
    dispose: async () => {
      for (const one of handles) await one.close();
    },
  });
});

describe('the parts of a service that is looked at', () => {
  const { measures, journal } = unwatched();
  const folder = newFolder();
  const readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  const parts = observed(
    {
      log: { store: openSqliteEventStore({ file: join(folder, 'log.db') }), newId: createUuidV7() },
      transport: openSqliteTransport({ file: join(folder, 'transport.db') }),
      leadership: soleLeadership(readStore),
    },
    { measures, journal, tracing },
    'sqlite',
  );
  const { log, transport, leadership } = parts;

  beforeEach(() => {
    measures.register.resetMetrics();
    exporter.reset();
  });

  afterAll(async () => {
    await transport.close();
    await log.store.close();
    readStore.close();
  });

  const shown = async (name: string) =>
    (await measures.register.getSingleMetricAsString(name))
      .split('\n')
      .filter((line) => !line.startsWith('#'));
  const spans = () => exporter.getFinishedSpans().map(({ name, status }) => `${name} ${String(status.code)}`);

  test('count appends by what became of them', async () => {
    const stream = freshStream();
    await log.store.append(stream, 0, [sampleEvent()]);
    await expect(log.store.append(stream, 0, [sampleEvent()])).rejects.toThrow('has 1 events, not 0');
    expect(await shown('vestigo_appends_total')).toEqual([
      'vestigo_appends_total{result="ok"} 1',
      'vestigo_appends_total{result="conflict"} 1',
    ]);
    expect(await shown('vestigo_append_seconds')).toContain('vestigo_append_seconds_count 2');
    expect(spans()).toEqual(['append 0', 'append 2']);
  });

  test('count commands that a rule turns down, by its code, and say nothing of their content', async () => {
    const refusing = {
      category: 'register',
      initial: null,
      decide: () => new Rejection('conflict', 'already-answered', 'Answered CANARY before.'),
      evolve: () => null,
    };
    const command = { type: 'AnswerCase', content: 'CANARY' };
    await expect(handle(log, refusing, 'one', command, { meta: sampleMeta })).rejects.toThrow('CANARY');
    expect(await shown('vestigo_commands_refused_total')).toEqual([
      'vestigo_commands_refused_total{category="register",code="already-answered"} 1',
    ]);
    expect(await shown('vestigo_command_seconds')).toContain(
      'vestigo_command_seconds_count{category="register",command="AnswerCase"} 1',
    );
    const [span] = exporter.getFinishedSpans();
    expect([span?.name, span?.attributes, span?.events, span?.status.code]).toEqual([
      'register AnswerCase',
      {
        'vestigo.category': 'register',
        'vestigo.command': 'AnswerCase',
        'vestigo.refusal.code': 'already-answered',
      },
      [],
      0,
    ]);
  });

  test('count messages by the family of their channel, each where it comes from in its own trace', async () => {
    const traceparent = sampleMeta.traceparent ?? '';
    const body = JSON.stringify({ traceparent, data: 'CANARY' });
    const messages = [
      { id: '1', key: 'JAM', body },
      { id: '2', key: 'JAM', body: 'CANARY, and no JSON' },
    ];
    await transport.publish('tracing-requests.USA', messages);
    const stopping = new AbortController();
    let failures = 1;
    await transport.consume(
      ['tracing-requests.USA', 'tracing-requests.JAM'],
      'responding',
      (batch) => {
        if (failures-- > 0) return Promise.reject(new Error('CANARY'));
        if (batch.some(({ id }) => id === '2')) stopping.abort();
        return Promise.resolve();
      },
      stopping.signal,
    );
    expect(await shown('vestigo_messages_published_total')).toEqual([
      'vestigo_messages_published_total{family="tracing-requests"} 2',
    ]);
    expect(await shown('vestigo_messages_received_total')).toEqual([
      'vestigo_messages_received_total{family="tracing-requests"} 2',
    ]);
    expect(await shown('vestigo_delivery_failures_total')).toEqual([
      'vestigo_delivery_failures_total{family="tracing-requests",way="in"} 1',
    ]);
    expect(spans()).toEqual([
      'publish tracing-requests 0',
      'receive tracing-requests 2',
      'receive tracing-requests 0',
    ]);
    const [published] = exporter.getFinishedSpans();
    expect(published?.spanContext().traceId).toBe(traceparent.slice(3, 35));
    expect(published?.parentSpanContext?.spanId).toBe(traceparent.slice(36, 52));
    const all = exporter
      .getFinishedSpans()
      .map(({ attributes, events, status }) => [attributes, events, status]);
    expect(JSON.stringify(all)).not.toContain('CANARY');
  });

  test('show in which task this process leads, for as long as it does', async () => {
    const stopping = new AbortController();
    let held: readonly string[] = [];
    const leading = leadership.lead(
      'outbound:requesting',
      async () => {
        held = await shown('vestigo_lease_held');
      },
      stopping.signal,
    );
    await eventually(() => expect(held).toEqual(['vestigo_lease_held{task="outbound:requesting"} 1']));
    await leading;
    expect(await shown('vestigo_lease_held')).toEqual(['vestigo_lease_held{task="outbound:requesting"} 0']);
  });

  test('leave no span where there is no trace to belong to', async () => {
    const { traceparent: _, ...untraced } = sampleMeta;
    await log.store.append(freshStream(), 0, [sampleEvent({}, untraced)]);
    expect(spans()).toEqual([]);
  });
});
