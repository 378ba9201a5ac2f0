import { SpanKind } from '@opentelemetry/api';
import { type Observer, Rejection, traceIdOf } from '@vestigo/kernel';
import { type Journal, type JournalFormat, journalSettings, openJournal } from './journal';
import type { Report } from './loops';
import { type Measures, openMeasures } from './measures';
import { type Environment, setting } from './settings';
import type { Tracing } from './tracing';

/** How a process tells what it does, and never what that is about. */
export interface Telemetry {
  readonly journal: Journal;
  readonly measures: Measures;
  /** Absent unless somebody collects traces. */
  readonly tracing: Tracing | undefined;
}

/**
 * Reads what `journalSettings` reads and `OTEL_EXPORTER_OTLP_ENDPOINT`. `usual` is the form of the journal where nothing is set. Throws
 * `InvalidSetting`.
 */
export async function openTelemetry(
  service: string,
  env: Environment,
  usual: JournalFormat,
): Promise<Telemetry> {
  const journal = openJournal(service, journalSettings(env, usual));
  const collected = setting(env['OTEL_EXPORTER_OTLP_ENDPOINT'], '') !== '';
  const tracing = collected ? (await import('./otlp.js')).startOtlp(service) : undefined;
  return { journal, measures: openMeasures(), tracing };
}

/** For a service that nobody looks on. */
export const unwatched = (): Telemetry => ({
  journal: openJournal('', { format: 'off', level: 'error' }),
  measures: openMeasures(),
  tracing: undefined,
});

/** Writes down and counts each failure of a loop. */
export function reportTo({ journal, measures }: Telemetry): Report {
  return (sentence, loop) => {
    measures.loopFailures.inc({ loop });
    journal.note('warn', sentence, { loop });
  };
}

/** Times, counts, traces and writes down every command of a service. */
export function observerOf({ journal, measures, tracing }: Telemetry): Observer {
  return {
    async command({ category, type, meta }, work) {
      const started = performance.now();
      const note = (sentence: string, code?: string) => {
        if (!journal.heeds('info')) return;
        const milliseconds = Math.round(performance.now() - started);
        const said = { correlationId: meta.correlationId, traceId: traceIdOf(meta), code };
        journal.note('info', sentence, { category, command: type, milliseconds, ...said });
      };
      const attributes = { 'vestigo.category': category, 'vestigo.command': type };
      const span = { name: `${category} ${type}`, kind: SpanKind.INTERNAL, attributes };
      try {
        const result = await (tracing
          ? tracing.within(span, meta, (traced) => work({ ...meta, ...traced }))
          : work(meta));
        note('command done');
        return result;
      } catch (error) {
        if (error instanceof Rejection) {
          measures.commandsRefused.inc({ category, code: error.code });
          note('command refused', error.code);
        } else note('command failed');
        throw error;
      } finally {
        measures.commandSeconds.observe({ category, command: type }, (performance.now() - started) / 1000);
      }
    },
    messageRefused(category, code, meta) {
      measures.messagesRefused.inc({ category, code });
      const said = { correlationId: meta.correlationId, traceId: traceIdOf(meta) };
      journal.note('warn', 'message refused', { category, code, ...said });
    },
  };
}
