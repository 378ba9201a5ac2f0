import type { Decider, DomainEvent, Instant } from '@vestigo/kernel';

export type SliceImported = DomainEvent<'SliceImported', { readonly slice: string }>;

export interface RecordSlice {
  readonly slice: string;
  readonly at: Instant;
}

/** Which slices of some history are in the log already, so that an import goes on where it stopped. */
export const importRun: Decider<ReadonlySet<string>, RecordSlice, SliceImported> = {
  category: 'importRun',
  initial: new Set(),
  decide: ({ slice, at }, done) =>
    done.has(slice) ? [] : [{ type: 'SliceImported', occurredAt: at, clock: null, data: { slice } }],
  evolve: (done, { data }) => new Set([...done, data.slice]),
};
