import { randomUUID } from 'node:crypto';
import type { ClockFacts, DomainEvent, EventMetadata, NewEvent } from '../event';

export const sampleMeta: EventMetadata = {
  actor: 'officer-17',
  state: 'FRA',
  role: 'national-point-of-contact',
  correlationId: '0198a1b2-0000-7000-8000-00000000c0de',
  causationId: '0198a1b2-0000-7000-8000-00000000cafe',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
};

export const sampleClock: ClockFacts = {
  requestId: '0198a1b2-0000-7000-8000-000000000001',
  requestingState: 'FRA',
  respondingState: 'BEL',
  code: 'full',
  imported: false,
};

/** An event with a fresh id; what a test is about is said by `event`. */
export function sampleEvent(event: Partial<DomainEvent> = {}, meta: EventMetadata = sampleMeta): NewEvent {
  return {
    id: randomUUID(),
    event: {
      type: 'TracingRequestSubmitted',
      occurredAt: 1_761_900_000_000,
      clock: sampleClock,
      data: { serialNumber: 'AB 123' },
      ...event,
    },
    meta,
  };
}

export function sampleEvents(count: number): readonly NewEvent[] {
  return Array.from({ length: count }, (_, index) => sampleEvent({ data: { number: index + 1 } }));
}

/** A stream that no other test writes. */
export function freshStream(category = 'tracingRequest'): string {
  return `${category}-${randomUUID()}`;
}
