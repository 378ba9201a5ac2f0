import type { RecordedEvent } from '@vestigo/kernel';
import { heldAnswers, type Result } from '@vestigo/lifecycle';
import type { SubmittedRequest } from './tracing-request';
import type { TracingRequestEvent } from './tracing-request.events';

/** A request that its desk has sent, with everything that its stream says. */
export interface KeptRequest {
  readonly request: SubmittedRequest;
  readonly history: readonly RecordedEvent<TracingRequestEvent>[];
}

/** One question about one arm: a request by which one State asks another, and the item under which it asks. */
export interface Hop extends KeptRequest, HopKey {
  /** The question whose answer led to this one; null for the first. */
  readonly follows: HopKey | null;
}

export interface HopKey {
  readonly requestId: string;
  /** Number of the item within the request. */
  readonly item: number;
}

/** The questions of these requests, one for each item. What follows from a request that is not among them begins a trail. */
export function hopsOf(requests: readonly KeptRequest[]): readonly Hop[] {
  const known = new Map(requests.map((kept) => [idOf(kept), kept]));
  return requests.flatMap((kept) =>
    kept.request.content.items.map(({ number, followsItem = number }): Hop => {
      const { parentRequestId } = kept.request.content;
      const parent = parentRequestId === undefined ? undefined : known.get(parentRequestId);
      const follows =
        parent && isLed(kept, parent) && asksAbout(parent, followsItem)
          ? { requestId: idOf(parent), item: followsItem }
          : null;
      return { ...kept, requestId: idOf(kept), item: number, follows };
    }),
  );
}

/** Words that came before one that they follow do not count yet. */
export function countedEvents({
  history,
  request,
}: KeptRequest): readonly RecordedEvent<TracingRequestEvent>[] {
  const heard = new Set(request.book.heard.map(({ seq }) => seq));
  return history.filter(({ event: { data } }) => {
    if (!('respondedAt' in data) || !('act' in data) || !data.act) return true;
    return heard.has(data.act.seq);
  });
}

const idOf = ({ request }: KeptRequest) => request.parties.requestId;

/** A State goes on with what it was answered itself. */
const isLed = ({ request }: KeptRequest, parent: KeptRequest) =>
  parent.request.parties.requestingState === request.parties.requestingState;

export function asksAbout({ request }: KeptRequest, item: number): boolean {
  return request.content.items.some(({ number }) => number === item);
}

export function isSameHop(one: HopKey, other: HopKey): boolean {
  return one.requestId === other.requestId && one.item === other.item;
}

/** How its item stands. */
export function resultOfHop({ request, item }: Hop): Result | null {
  return request.matter.items.find((standing) => standing.item === item)?.result ?? null;
}

/** The outcome codes of the answers that hold, in the order in which they were given. */
export function outcomesOf(hop: Hop): readonly string[] {
  return [...new Set(answersIn(hop).map(({ outcome }) => outcome))];
}

/**
 * The States that are to be asked next: those that the answers name, or at which the chain of custody ends; and the one to which the
 * request was redirected (ITI 25).
 */
export function furtherStates(hop: Hop): readonly string[] {
  const { requestingState, respondingState } = hop.request.parties;
  const named = answersIn(hop).flatMap(
    ({ onwardState, chain = [] }) => onwardState ?? chain.at(-1)?.state ?? [],
  );
  const redirected = hop.request.book.heard.flatMap((act) => (act.kind === 'redirect' ? act.said.state : []));
  const others = [...named, ...redirected].filter(
    (state) => state !== respondingState && state !== requestingState,
  );
  return [...new Set(others)];
}

export function answersIn({ request, item }: Hop) {
  const { own: asked, heard: replied } = request.book;
  return heldAnswers(item, { asked, replied }).map(({ answer }) => answer);
}
