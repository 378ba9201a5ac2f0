import type { Decider, DomainEvent, Instant } from '@vestigo/kernel';
import type { Parties } from './trace-case.commands';

/** The requesting State is told that another request at this desk asks about the same arm, and nothing of that request. */
export type CrossHitNoticeEvent = DomainEvent<
  'CrossHitNoted',
  {
    readonly parties: Parties;
    /** Numbers of the items of its own request. */
    readonly items: readonly number[];
  }
>;

export interface NoteCrossHit {
  readonly type: 'NoteCrossHit';
  readonly at: Instant;
  readonly parties: Parties;
  readonly items: readonly number[];
}

/** The items of a case on which the requesting State has been told so: on each once, however many other requests there are. */
export type ToldItems = readonly number[];

/** Beside the case, so that a notice changes neither its version nor its clocks. */
export const crossHitNotice: Decider<ToldItems, NoteCrossHit, CrossHitNoticeEvent> = {
  category: 'crossHitNotice',
  initial: [],
  decide({ at: occurredAt, parties, items: named }, told) {
    const items = named.filter((item) => !told.includes(item));
    if (items.length === 0) return [];
    // No clock facts: coordinators do not learn who asks about the same arm.
    return [{ type: 'CrossHitNoted', occurredAt, clock: null, data: { parties, items } }];
  },
  evolve: (told, { data }) => [...told, ...data.items],
};
