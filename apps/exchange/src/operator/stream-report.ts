import {
  categoryOf,
  currentVersion,
  inCurrentForm,
  type RecordedEvent,
  type StreamForms,
  UnknownForm,
} from '@vestigo/kernel';

/** One event as it is stored and as it is read; of what it says only the form. */
export interface EventReport {
  readonly version: number;
  readonly type: string;
  /** Version of its form: as stored, and as readers of today see it. */
  readonly form: { readonly stored: number; readonly current: number };
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly by: { readonly state: string | null; readonly role: string };
  readonly id: string;
  readonly correlationId: string;
  readonly clock: RecordedEvent['event']['clock'];
  readonly stored: unknown;
  /** Absent when it is read as it is stored. */
  readonly current?: unknown;
}

export function streamReport(
  events: readonly RecordedEvent[],
  forms: readonly StreamForms[],
): readonly EventReport[] {
  return events.map((recorded) => {
    const its = forms.find(({ category }) => category === categoryOf(recorded.stream));
    const { version, event, meta, recordedAt, id } = recorded;
    const form = { stored: meta.schema ?? 1, current: its ? currentVersion(its, event.type) : 1 };
    return {
      ...{ version, type: event.type, form },
      occurredAt: new Date(event.occurredAt).toISOString(),
      recordedAt: new Date(recordedAt).toISOString(),
      by: { state: meta.state, role: meta.role },
      ...{ id, correlationId: meta.correlationId, clock: event.clock },
      stored: withoutContent(event.data),
      ...(its && form.stored !== form.current && { current: currentFormOf(recorded, its) }),
    };
  });
}

function currentFormOf(recorded: RecordedEvent, forms: StreamForms): unknown {
  try {
    return withoutContent(inCurrentForm(recorded, forms).event.data);
  } catch (error) {
    if (error instanceof UnknownForm) return 'not known to this version of the software';
    throw error;
  }
}

/** The names of fields are ours; one that is not may be content itself. */
const fieldName = /^[a-z][A-Za-z0-9]{0,39}$/;

/** What kind of value stands in each field, and nothing of the value. */
export function withoutContent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutContent);
  if (typeof value !== 'object' || value === null) return value === null ? null : kinds[typeof value];
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [fieldName.test(name) ? name : '…', withoutContent(part)]),
  );
}

const kinds: Readonly<Partial<Record<string, string>>> = {
  string: 'text',
  number: 'number',
  boolean: 'true or false',
};
