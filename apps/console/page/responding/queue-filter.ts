import type { paths } from '@vestigo/api';

type Asked = NonNullable<paths['/v1/cases']['get']['parameters']['query']>;

/** What the queue is narrowed to. It stands in the address, so that a link shows somebody else of the desk the same queue. */
export type QueueFilter = Pick<Asked, 'status' | 'requesting' | 'priority' | 'due' | 'order'>;

export const DUES = ['OPEN', 'OVERDUE', 'WITHIN_3_DAYS', 'SUSPENDED'] as const;
export const PRIORITIES = ['URGENT', 'ROUTINE'] as const;
export const STATUSES = [
  ...(['received', 'acknowledged', 'information-requested', 'in-search', 'clarification-open'] as const),
  ...(['answered', 'refused', 'redirected', 'withdrawn', 'lapsed', 'closed', 'duplicate'] as const),
] as const;

/** What an address says; what it says wrongly is left out. */
export function filterIn(search: Readonly<Record<string, unknown>>): QueueFilter {
  const status = STATUSES.find((one) => one === search['status']);
  const priority = PRIORITIES.find((one) => one === search['priority']);
  const due = DUES.find((one) => one === search['due']);
  const { requesting, order } = search;
  return {
    ...(status && { status }),
    ...(isState(requesting) && { requesting }),
    ...(priority && { priority }),
    ...(due && { due }),
    ...(order === 'newest' && { order }),
  };
}

/** The service knows which States there are; it refuses the others. */
const isState = (value: unknown): value is NonNullable<QueueFilter['requesting']> =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value);

/** The filter with one member set, or taken out by ''. */
export function changed(filter: QueueFilter, name: keyof QueueFilter, value: string): QueueFilter {
  return filterIn({ ...filter, [name]: value });
}

export const isSame = (one: QueueFilter, other: QueueFilter): boolean => keyOf(one) === keyOf(other);

/** The same for the same filter, in whatever order its members stand. */
export const keyOf = (filter: QueueFilter): string => JSON.stringify(Object.entries(filter).toSorted());
