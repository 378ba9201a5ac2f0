import type { RecordedFact } from '@vestigo/kernel';
import type { ClockFactType } from '../clock-facts';
import { evolveClock, type RequestClock } from '../request-clock';

export const day = 86_400_000;
export const basis = 'ROUTINE;ITI;UTC;6,0';

const request = {
  requestId: '01980000-0000-7000-8000-000000000001',
  requestingState: 'TTO',
  respondingState: 'USA',
};

const codes: Partial<Record<ClockFactType, string>> = {
  RequestSubmitted: 'ROUTINE',
  CaseReceived: basis,
  CaseAnswered: 'FULL',
  CaseRefused: 'ITI22_NATIONAL_SECURITY',
};

/** A fact that was recorded when it happened, unless said otherwise. */
export function fact(
  type: ClockFactType,
  occurredAt: number,
  more: Partial<RecordedFact> = {},
): RecordedFact {
  return {
    ...request,
    type,
    stream: `stream-${request.requestId}`,
    position: 1,
    occurredAt,
    recordedAt: occurredAt,
    code: codes[type] ?? '',
    imported: false,
    ...more,
  };
}

/** The row that these facts add up to; there must be one. */
export function clockOf(...facts: readonly RecordedFact[]): RequestClock {
  const row = facts.reduce<RequestClock | undefined>(evolveClock, undefined);
  if (!row) throw new Error('no clock fact among these');
  return row;
}

/** Received on day 0 with more to follow: the usual start. */
export function received(...facts: readonly RecordedFact[]): RequestClock {
  return clockOf(fact('RequestSubmitted', 0), fact('CaseReceived', 0), ...facts);
}
