import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  type SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { Rejection, type Traced, traceIdOf } from '@vestigo/kernel';

/** A span without content: its name and attributes are the same for every request of its kind. */
export interface SpanOf {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
}

/** A span that has begun. */
export interface OpenSpan {
  /** What is done within it goes on with this. */
  readonly traced: Traced;
  end(attributes: Attributes, failure?: string): void;
}

/** Makes spans. The trace is handed on by `traceparent` alone, in metadata and messages: nothing is ambient. */
export interface Tracing {
  /** Begins a span in the trace of `parent`, or a trace of its own. */
  begin(span: SpanOf, parent: Traced): OpenSpan;
  /** Does `work` as a span. Without a trace to belong to there is none: work in the background leaves no traces. */
  within<Result>(span: SpanOf, parent: Traced, work: (traced: Traced) => Promise<Result>): Promise<Result>;
  /** Hands over what has not been exported yet. */
  stop(): Promise<void>;
}

export function tracingBy(tracer: Tracer, stop: () => Promise<void>): Tracing {
  const begin = ({ name, kind, attributes }: SpanOf, parent: Traced): OpenSpan => {
    const span = tracer.startSpan(name, { kind, attributes }, contextOf(parent));
    return {
      traced: tracedIn(span),
      end(more, failure) {
        span.setAttributes(more);
        if (failure !== undefined) {
          span.setAttribute('error.type', failure).setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end();
      },
    };
  };
  return {
    begin,
    async within(span, parent, work) {
      if (parent.traceparent === undefined) return work(parent);
      const { traced, end } = begin(span, parent);
      try {
        const result = await work(traced);
        end({});
        return result;
      } catch (error) {
        // Never the sentence of an error, which may quote what it is about.
        if (error instanceof Rejection) end({ 'vestigo.refusal.code': error.code });
        else end({}, error instanceof Error ? error.name : '_OTHER');
        throw error;
      }
    },
    stop,
  };
}

function tracedIn(span: Span): Traced {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return { traceparent: `00-${traceId}-${spanId}-0${String(traceFlags & 1)}` };
}

function contextOf(parent: Traced): Context {
  const traceId = traceIdOf(parent);
  if (traceId === undefined || parent.traceparent === undefined) return ROOT_CONTEXT;
  const spanId = parent.traceparent.slice(36, 52);
  const traceFlags = Number.parseInt(parent.traceparent.slice(53), 16);
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}
