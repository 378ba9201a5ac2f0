import type { KnownDirectory } from '../known-directory';

/** A directory in which no State has said anything. */
export const emptyDirectory: KnownDirectory = {
  contactFor: () => Promise.resolve(undefined),
  reviewRequired: () => Promise.resolve(false),
  lapsePolicies: () => Promise.resolve(new Map()),
  delegationsOf: () => Promise.resolve([]),
};
