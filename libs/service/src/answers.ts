import { SpanKind } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Histogram } from 'prom-client';
import { traceFrom, traceIdOf } from '@vestigo/kernel';
import type { Telemetry } from './telemetry';
import type { OpenSpan, Tracing } from './tracing';

/** Addresses that machines ask all day: they are timed like all others, but leave neither line nor trace. */
const probes = /^\/(health|metrics)\b/;

/** Every HTTP answer by its route, never by its address, which holds ids. */
const routeOf = ({ routeOptions }: FastifyRequest) => routeOptions.url ?? 'unknown';

/** Tells of each request that was refused, before it is answered. */
export type Refused = (request: FastifyRequest, code: string) => void;

/** Times, counts, traces and writes down what is answered. Gives what is to be told of refusals. */
export function watchAnswers(fastify: FastifyInstance, { journal, measures, tracing }: Telemetry): Refused {
  const codes = new WeakMap<FastifyRequest, string>();
  const spans = new WeakMap<FastifyRequest, OpenSpan>();
  const seconds = new Histogram({
    name: 'vestigo_http_answer_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [measures.register],
  });
  if (tracing) {
    fastify.addHook('onRequest', (request, _, done) => {
      const span = begin(tracing, request);
      if (span) spans.set(request, span);
      done();
    });
  }
  fastify.addHook('onResponse', (request, reply, done) => {
    const code = codes.get(request);
    if (code !== undefined) measures.answersRefused.inc({ code });
    const answered = { method: request.method, route: routeOf(request), status: reply.statusCode };
    // A stream lasts as long as its reader stays: that is no slow answer.
    if (!isStream(reply)) seconds.observe(answered, reply.elapsedTime / 1000);
    const level = levelOf(request, reply);
    if (journal.heeds(level)) {
      const said = {
        correlationId: request.id,
        traceId: traceIdOf(traceFrom(request.headers['traceparent'])),
      };
      const milliseconds = Math.round(reply.elapsedTime);
      journal.note(level, 'answered', { ...answered, milliseconds, code, ...said });
    }
    const status = { 'http.response.status_code': reply.statusCode };
    spans.get(request)?.end(status, reply.statusCode >= 500 ? String(reply.statusCode) : undefined);
    done();
  });
  return (request, code) => codes.set(request, code);
}

/** From here on the request carries the trace of our span: what reads its header goes on with it. */
function begin(tracing: Tracing, request: FastifyRequest): OpenSpan | undefined {
  const { method, headers } = request;
  const route = routeOf(request);
  if (probes.test(route)) return undefined;
  const attributes = { 'http.request.method': method, 'http.route': route, 'url.scheme': request.protocol };
  const name = `${method} ${route}`;
  const span = tracing.begin({ name, kind: SpanKind.SERVER, attributes }, traceFrom(headers['traceparent']));
  headers['traceparent'] = span.traced.traceparent;
  return span;
}

const isStream = (reply: FastifyReply) =>
  String(reply.getHeader('content-type')).startsWith('text/event-stream');

function levelOf(request: FastifyRequest, { statusCode }: FastifyReply) {
  if (statusCode >= 500) return 'error';
  const read = request.method === 'GET' || request.method === 'HEAD';
  return read || probes.test(routeOf(request)) ? 'debug' : 'info';
}
