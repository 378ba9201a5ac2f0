import type { paths } from '@vestigo/api';

type Asked = NonNullable<paths['/v1/cases']['get']['parameters']['query']>;

export const DUES = ['OPEN', 'OVERDUE', 'WITHIN_3_DAYS', 'SUSPENDED'] as const;
export const PRIORITIES = ['URGENT', 'ROUTINE'] as const;

type Search = Readonly<Record<string, unknown>>;

/** What lists of both desks are narrowed to. It stands in the address, so that a link shows somebody else of the desk the same list. */
export type DocketFilter = Pick<Asked, 'priority' | 'due'>;

/** What an address says of it; what it says wrongly is left out. */
export function docketFilterIn(search: Search): DocketFilter {
  const priority = PRIORITIES.find((one) => one === search['priority']);
  const due = DUES.find((one) => one === search['due']);
  return { ...(priority && { priority }), ...(due && { due }) };
}

export type StateCode = NonNullable<Asked['requesting']>;

/** The service knows which States there are; it refuses the others. */
export const isState = (value: unknown): value is StateCode =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value);

/** The same for the same filter, in whatever order its members stand. */
export const keyOf = (filter: object): string => JSON.stringify(Object.entries(filter).toSorted());

export const isSame = (one: object, other: object): boolean => keyOf(one) === keyOf(other);
