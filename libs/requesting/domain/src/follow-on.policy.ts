import { type Fault, Rejection } from '@vestigo/kernel';
import { type Hop, hopsOf, isSameHop, resultOfHop } from './hop';
import { hopAt } from './owed-acts';
import { hopsBefore, trailThrough } from './trail';
import type { SubmitRequest } from './tracing-request.commands';

/**
 * What keeps a request from being sent as one that follows from another: its parent must be an answered request of the same State, and no
 * State is asked twice about one arm on one trail. History that is taken over stays as it was.
 */
export function followable(command: SubmitRequest): Rejection | undefined {
  if (command.imported) return undefined;
  const { parentRequestId, items } = command.content;
  if (parentRequestId === undefined) {
    const index = items.findIndex(({ followsItem }) => followsItem !== undefined);
    return index < 0 ? undefined : followsNothing(index);
  }
  const { trail = [], requestId, respondingState } = command;
  const hops = hopsOf(trail);
  if (!hops.some((hop) => hop.requestId === parentRequestId && isOfState(hop, command)))
    return unknownParent();
  for (const [index, { number, followsItem = number }] of items.entries()) {
    const parent = hops.find((hop) => isSameHop(hop, { requestId: parentRequestId, item: followsItem }));
    if (!parent) return followsNothing(index);
    const refusal = followableFrom(parent, hops, { requestId, respondingState });
    if (refusal) return refusal;
  }
  return undefined;
}

/**
 * Of a request that may be sent, what no other one may ask beside it: a State about an arm, told by the first question about it. Nothing
 * where it follows from no other.
 */
export function asksOnTrails(command: SubmitRequest): readonly string[] {
  const { content, trail = [], respondingState, imported } = command;
  const { parentRequestId, items } = content;
  if (parentRequestId === undefined || imported) return [];
  const hops = hopsOf(trail);
  return items.flatMap(({ number, followsItem = number }) => {
    const parent = hops.find((hop) => isSameHop(hop, { requestId: parentRequestId, item: followsItem }));
    const first = parent && trailThrough(parent, hops).hops[0];
    return first ? [`${respondingState} ${first.requestId} ${String(first.item)}`] : [];
  });
}

/** Why a State is not to be asked next in this request, after this question. */
export function followableFrom(
  parent: Hop,
  hops: readonly Hop[],
  next: { readonly requestId: string; readonly respondingState: string },
): Rejection | undefined {
  const before = [parent, ...hopsBefore(parent, hops)];
  const itself = before.findIndex(({ requestId }) => requestId === next.requestId);
  if (itself >= 0) return ring(before.length - itself, next.requestId);
  if (resultOfHop(parent) === null && parent.request.status !== 'redirected') return notAnswered(parent);
  const trail = trailThrough(parent, hops);
  const asked = hopAt(next.respondingState, trail.hops);
  return asked && askedBefore(trail.hops.indexOf(asked) + 1, asked);
}

const isOfState = ({ request }: Hop, { requestingState }: SubmitRequest) =>
  request.parties.requestingState === requestingState;

function unknownParent(): Rejection {
  return rejected(
    'invalid',
    'parent-not-found',
    'Your State has sent no request with the id of the parent.',
    {
      pointer: '/parentRequestId',
      detail: 'must be the id of a request that your State has sent',
    },
  );
}

function followsNothing(index: number): Rejection {
  return rejected('invalid', 'item-follows-nothing', 'An item follows from an item of the parent request.', {
    pointer: `/items/${String(index)}/followsItem`,
    detail: 'must be the number of an item of the parent request',
  });
}

function notAnswered({ requestId, item }: Hop): Rejection {
  return rejected('conflict', 'parent-not-answered', 'Where to ask next is known from an answer.', {
    pointer: '/parentRequestId',
    detail: `item ${String(item)} of request ${requestId} is not answered yet`,
  });
}

function askedBefore(number: number, { requestId, request }: Hop): Rejection {
  return rejected(
    'conflict',
    'already-asked-on-trail',
    'This State was asked about this arm on this trail before.',
    {
      pointer: '/respondingState',
      detail: `${request.parties.respondingState} was asked in hop ${String(number)}, request ${requestId}`,
    },
  );
}

function ring(number: number, requestId: string): Rejection {
  return rejected('conflict', 'parent-follows-from-it', 'A request cannot lead to itself.', {
    pointer: '/parentRequestId',
    detail: `follows from this very request, which is hop ${String(number)}, request ${requestId}`,
  });
}

const rejected = (kind: 'invalid' | 'conflict', code: string, text: string, fault: Fault) =>
  new Rejection(kind, code, text, [fault]);
