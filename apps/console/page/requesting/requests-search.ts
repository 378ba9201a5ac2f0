import type { paths } from '@vestigo/api';
import { docketFilterIn, isState } from '../matters/docket-filter';
import { STATUSES } from './code-lists';

type Asked = NonNullable<paths['/v1/requests']['get']['parameters']['query']>;

/** What the inbox is narrowed to; it stands in the address. */
export type RequestsSearch = Pick<Asked, 'status' | 'responding' | 'priority' | 'due' | 'order' | 'text'>;

/** What an address says of it. The router keeps the rest of an address beside this, so the screen reads it by this as well. */
export function requestsSearchOf(search: Readonly<Record<string, unknown>>): RequestsSearch {
  const status = STATUSES.find((one) => one === search['status']);
  const { responding, order } = search;
  const text = textIn(search['text']);
  return {
    ...(status && { status }),
    ...(isState(responding) && { responding }),
    ...docketFilterIn(search),
    ...(order === 'due' && { order }),
    ...(text !== '' && { text }),
  };
}

/** A number of digits alone comes out of an address as a number. */
const textIn = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 128) : '';
