import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as OTLP/JSON writes it, as far as tests look at it. */
export interface SeenSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly kind: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Stands in for a collector of OpenTelemetry: takes OTLP/HTTP with JSON at `/v1/traces` and keeps what it is sent. */
export interface StandInCollector {
  readonly endpoint: string;
  readonly spans: readonly SeenSpan[];
  /** Every body as it came. */
  readonly text: string;
  close(): Promise<void>;
}

type Pairs = readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
interface TracesData {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Pairs };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<SeenSpan, 'service' | 'attributes'> & { readonly attributes: Pairs })[];
    }[];
  }[];
}

export async function startStandInCollector(): Promise<StandInCollector> {
  const bodies: string[] = [];
  const spans: SeenSpan[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      bodies.push(body);
      if (request.url === '/v1/traces') spans.push(...spansIn(JSON.parse(body) as TracesData));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    spans,
    get text() {
      return bodies.join('\n');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function spansIn({ resourceSpans }: TracesData): readonly SeenSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap((scope) =>
      scope.spans.map(({ name, traceId, spanId, parentSpanId, kind, attributes }) => ({
        service: String(valuesIn(resource.attributes)['service.name']),
        ...{ name, traceId, spanId, kind },
        parentSpanId: parentSpanId === '' ? undefined : parentSpanId,
        attributes: valuesIn(attributes),
      })),
    ),
  );
}

const valuesIn = (pairs: Pairs): Readonly<Record<string, unknown>> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]]));
