import { createHash } from 'node:crypto';
import type { NewEvent } from '@vestigo/kernel';

export const callers = 64;

/** Appends that a caller makes to one stream before it goes on to the next. */
export const appendsAStream = 5;

export interface PlannedAppend {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly NewEvent[];
}

/** A caller's `turn`-th append, the same whenever it is asked for: who starts again repeats what was not acknowledged. */
export function plannedAppend(seed: string, caller: number, turn: number): PlannedAppend {
  const first = turn - (turn % appendsAStream);
  const stream = `traceCase-${caller}-${first / appendsAStream}`;
  let expected = 0;
  for (let earlier = first; earlier < turn; earlier += 1) expected += sizeOf(seed, caller, earlier);
  const size = sizeOf(seed, caller, turn);
  const events = Array.from({ length: size }, (_, index) => plannedEvent(seed, caller, turn, index, size));
  return { stream, expected, events };
}

/** Which append an event of the log belongs to. */
export function turnOf({ meta }: NewEvent): { readonly caller: number; readonly turn: number } {
  return { caller: Number(meta.correlationId), turn: Number(meta.causationId) };
}

function sizeOf(seed: string, caller: number, turn: number): number {
  return 1 + (digest(seed, caller, turn).charCodeAt(0) % 4);
}

function plannedEvent(seed: string, caller: number, turn: number, index: number, size: number): NewEvent {
  const word = digest(seed, caller, turn, index);
  const id = `${word.slice(0, 8)}-${word.slice(8, 12)}-8${word.slice(13, 16)}-8${word.slice(17, 20)}-${word.slice(20, 32)}`;
  return {
    id,
    event: {
      type: 'TracingRequestReceived',
      occurredAt: turn,
      clock: { requestId: id, requestingState: 'FRA', respondingState: 'BEL', code: word, imported: false },
      data: { index, size, description: `${word} é𝔙 `.repeat(1 + (turn % 20)) },
    },
    meta: {
      actor: 'writer',
      state: 'BEL',
      role: 'national-point-of-contact',
      correlationId: String(caller),
      causationId: String(turn),
    },
  };
}

function digest(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex');
}
