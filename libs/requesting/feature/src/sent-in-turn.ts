import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CommandContext,
  type EventMetadata,
  fold,
  handle,
  type Handled,
  type Instant,
  type Log,
  type RecordedEvent,
  Rejection,
  VersionConflict,
} from '@vestigo/kernel';
import {
  ANNOUNCEMENT_LAPSED,
  isSubmitted,
  type KeptRequest,
  lapsedAnnouncement,
  type SubmitDraft,
  type SubmitRequest,
  type TracingRequest,
  tracingRequest,
  type TracingRequestEvent,
  type TrailEvent,
  trailOrder,
} from '@vestigo/requesting/domain';
import { keptRequest, type TrailOf } from './trails';

export interface SendingParts {
  readonly log: Log;
  readonly trailOf: TrailOf;
  readonly now: () => Instant;
  /** Milliseconds for which a request that was announced is waited for. */
  readonly patience?: number;
}

type Sending = SubmitRequest | SubmitDraft;

const attempts = 16;

/**
 * Sends a request. One that follows from another is announced on the trail first, and then decided on by what became of all that were announced
 * before it: so of two that leave at one instant, in whatever process, the later knows of the earlier. Throws as `handle` does.
 */
export async function sentInTurn(
  parts: SendingParts,
  requestId: string,
  command: Sending,
  context: CommandContext,
): Promise<Handled<TracingRequest>> {
  const { log, trailOf, now } = parts;
  const stream = `${tracingRequest.category}-${requestId}`;
  if (standsAlone(command)) {
    // Without a key the id was made for this request alone.
    const isNew = context.messageId === undefined;
    return handle(log, tracingRequest, requestId, command, { ...context, isNew });
  }
  for (let attempt = 1; ; attempt += 1) {
    const history = await log.store.read<TracingRequestEvent>(stream);
    const state = fold(tracingRequest, history);
    const parent = parentOf(command, state);
    if (parent === undefined) return handle(log, tracingRequest, requestId, command, context);
    const announcement = log.newId();
    const decidedBy = (trail: readonly KeptRequest[]) => {
      const inTurn = { ...command, trail, announcement };
      return { inTurn, decided: tracingRequest.decide(inTurn, state) };
    };
    const refused = (rejection: Rejection, inTurn: Sending) =>
      handle(log, { ...tracingRequest, decide: () => rejection }, requestId, inTurn, context);

    const first = await firstRequestOf(log, parent, command.by);
    const announced = await log.store.read<TrailEvent>(`${trailOrder.category}-${first}`);
    const known = await trailOf(parent);
    const early = decidedBy(known);
    if (early.decided instanceof Rejection) return refused(early.decided, early.inTurn);
    if (context.expected !== undefined && context.expected !== history.length) {
      throw new VersionConflict(stream, context.expected, history.length);
    }
    const others = announced.filter(({ event }) => event.data.requestId !== requestId);
    const { inTurn, decided } = decidedBy(await withThose(others, known, parts, context.meta));
    if (decided instanceof Rejection) return refused(decided, inTurn);
    try {
      const announce = { type: 'AnnounceFollowOn', at: now(), requestId } as const;
      const asSeen = { meta: context.meta, expected: announced.length, messageId: announcement };
      await handle(log, trailOrder, first, announce, asSeen);
      return await handle(log, tracingRequest, requestId, inTurn, context);
    } catch (error) {
      if (!isOvertaken(error, stream) || attempt === attempts) throw error;
    }
  }
}

/** It follows from no other request, whatever is known of it already; history that is taken over stays as it was. */
const standsAlone = (command: Sending): boolean =>
  command.type === 'SubmitRequest' && (command.imported || command.content.parentRequestId === undefined);

/** The parent of a request that is still to be sent. */
function parentOf(command: Sending, state: TracingRequest): string | undefined {
  if (isSubmitted(state)) return undefined;
  if (command.type === 'SubmitRequest') return command.content.parentRequestId;
  return state.status === 'unknown' ? undefined : state.content.parentRequestId;
}

/** Id of the first request of the trail, as far as the State itself asked: the same from wherever on the trail it is looked for. */
async function firstRequestOf(log: Log, parent: string, state: string): Promise<string> {
  const path = [parent];
  for (let [at, kept] = [parent, await keptRequest(log, parent)]; ;) {
    const before = kept?.request.content.parentRequestId;
    if (before === undefined) return at;
    // Requests that were taken over from elsewhere may name each other in a ring.
    if (path.includes(before)) return path.slice(path.indexOf(before)).toSorted()[0] ?? at;
    kept = await keptRequest(log, before);
    if (kept && kept.request.parties.requestingState !== state) return at;
    path.push(before);
    at = before;
  }
}

/** The trail with all requests that were announced on it and sent. */
async function withThose(
  announced: readonly RecordedEvent<TrailEvent>[],
  known: readonly KeptRequest[],
  parts: SendingParts,
  meta: EventMetadata,
): Promise<readonly KeptRequest[]> {
  const sent = new Map(known.map((kept) => [kept.request.parties.requestId, kept]));
  for (const each of announced) {
    const { requestId } = each.event.data;
    const kept = sent.has(requestId) ? undefined : await settled(each, parts, meta);
    if (kept) sent.set(requestId, kept);
  }
  return [...sent.values()];
}

/** What became of a request that was announced: sent, or else never to be sent under this announcement (undefined). */
async function settled(
  { id: announcement, event }: RecordedEvent<TrailEvent>,
  { log, now, patience = 1000 }: SendingParts,
  meta: EventMetadata,
): Promise<KeptRequest | undefined> {
  const { requestId } = event.data;
  for (const since = performance.now(); performance.now() - since < patience;) {
    const history = await log.store.read<TracingRequestEvent>(`${tracingRequest.category}-${requestId}`);
    const request = fold(tracingRequest, history);
    if (isSubmitted(request)) return { request, history };
    if (request.lapsed?.includes(announcement)) return undefined;
    await sleep(10);
  }
  const command = { type: 'LapseAnnouncement', at: now(), announcement } as const;
  const { state } = await handle(log, lapsedAnnouncement, requestId, command, { meta });
  return isSubmitted(state) ? keptRequest(log, requestId) : undefined;
}

/** Another request of the trail was announced in between, or took the turn of this one. */
function isOvertaken(error: unknown, stream: string): boolean {
  if (error instanceof VersionConflict) return error.stream !== stream;
  return error instanceof Rejection && error.code === ANNOUNCEMENT_LAPSED;
}
