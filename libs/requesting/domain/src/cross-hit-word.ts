import type { Decider, DomainEvent, Instant } from '@vestigo/kernel';

/** Word of the State asked that another request there asks about the same arm. */
export type CrossHitWordEvent = DomainEvent<'CrossHitNoticeReceived', { readonly items: readonly number[] }>;

export interface RecordCrossHit {
  readonly type: 'RecordCrossHit';
  readonly at: Instant;
  /** Numbers of items of the own request. */
  readonly items: readonly number[];
}

/** The items of a request of which the State asked has said so, each once. Beside the request: no act follows from it. */
export const crossHitWord: Decider<readonly number[], RecordCrossHit, CrossHitWordEvent> = {
  category: 'crossHitWord',
  initial: [],
  decide: ({ at: occurredAt, items }, known) =>
    items.every((item) => known.includes(item))
      ? []
      : [{ type: 'CrossHitNoticeReceived', occurredAt, clock: null, data: { items } }],
  evolve: (known, { data }) => [...new Set([...known, ...data.items])],
};
