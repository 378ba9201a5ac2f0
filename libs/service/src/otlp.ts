import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { type Tracing, tracingBy } from './tracing';

/**
 * Sends spans to the collector of `OTEL_EXPORTER_OTLP_ENDPOINT` (OTLP/HTTP with JSON). The other variables of OpenTelemetry for sampling,
 * batching and headers hold as well. Loaded only where that one is set.
 */
export function startOtlp(service: string): Tracing {
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': `vestigo-${service}`, 'service.namespace': 'vestigo' }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  trace.setGlobalTracerProvider(provider);
  return tracingBy(trace.getTracer('vestigo'), () => provider.shutdown());
}
