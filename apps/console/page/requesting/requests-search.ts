import { STATUSES } from './code-lists';

/** What the inbox is narrowed to; it stands in the address. */
export interface RequestsSearch {
  readonly status?: (typeof STATUSES)[number];
}

/** What an address says of it. The router keeps the rest of an address beside this, so the screen reads it by this as well. */
export function requestsSearchOf({ status }: Readonly<Record<string, unknown>>): RequestsSearch {
  const named = STATUSES.find((one) => one === status);
  return named === undefined ? {} : { status: named };
}
