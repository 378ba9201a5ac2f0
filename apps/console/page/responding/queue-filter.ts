import type { paths } from '@vestigo/api';
import { docketFilterIn, isState } from '../matters/docket-filter';

type Asked = NonNullable<paths['/v1/cases']['get']['parameters']['query']>;

/** What the queue is narrowed to. */
export type QueueFilter = Pick<Asked, 'status' | 'requesting' | 'priority' | 'due' | 'order'>;

export const STATUSES = [
  ...(['received', 'acknowledged', 'information-requested', 'in-search', 'clarification-open'] as const),
  ...(['answered', 'refused', 'redirected', 'withdrawn', 'lapsed', 'closed', 'duplicate'] as const),
] as const;

/** What an address says; what it says wrongly is left out. */
export function filterIn(search: Readonly<Record<string, unknown>>): QueueFilter {
  const status = STATUSES.find((one) => one === search['status']);
  const { requesting, order } = search;
  return {
    ...(status && { status }),
    ...(isState(requesting) && { requesting }),
    ...docketFilterIn(search),
    ...(order === 'newest' && { order }),
  };
}

/** The filter with one member set, or taken out by ''. */
export function changed(filter: QueueFilter, name: string, value: string): QueueFilter {
  return filterIn({ ...filter, [name]: value });
}
