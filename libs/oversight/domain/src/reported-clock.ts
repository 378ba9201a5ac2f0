import { type Decider, type DomainEvent, type Instant, Rejection } from '@vestigo/kernel';
import { requestingFactTypes, respondingFactTypes } from './clock-facts';

/** What a desk that keeps its own log says happened there. */
export interface ReportFact {
  readonly type: 'ReportFact';
  /** The State that reports (ISO 3166-1 alpha-3). */
  readonly by: string;
  readonly fact: string;
  readonly code: string;
  readonly occurredAt: Instant;
  readonly request: {
    readonly requestId: string;
    readonly requestingState: string;
    readonly respondingState: string;
    readonly imported: boolean;
  };
}

/**
 * Stream `reportedClock-<request id>`: clock facts of desks whose log oversight does not see, under the names that they have
 * there. A State reports of its own desk alone; a fact that no clock depends on is passed over.
 */
export const reportedClock: Decider<null, ReportFact, DomainEvent<string, object>> = {
  category: 'reportedClock',
  initial: null,
  decide({ by, fact, code, occurredAt, request }) {
    const speaker = speakers.get(fact);
    if (speaker === undefined) return [];
    if (request[speaker] !== by) {
      return new Rejection('forbidden', 'wrong-speaker', `${by} cannot report ${fact} on this request.`);
    }
    return [{ type: fact, occurredAt, clock: { ...request, code }, data: {} }];
  },
  evolve: () => null,
};

const speakers = new Map<string, 'requestingState' | 'respondingState'>([
  ...requestingFactTypes.map((type) => [type, 'requestingState'] as const),
  ...respondingFactTypes.map((type) => [type, 'respondingState'] as const),
]);
