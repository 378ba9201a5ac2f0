import { consentClockDetail, type KnownPhotographs, photographDetails, timelineOf } from '@vestigo/http';
import { type Actor, isInForce } from '@vestigo/identity';
import type { Instant } from '@vestigo/kernel';
import { shownAct, shownChecks, shownReplies } from '@vestigo/lifecycle';
import {
  actKindOf,
  type ClockRules,
  consentClocksOf,
  type DraftContent,
  isSubmitted,
  type SubmittedRequest,
  type TracingRequest,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';
import type { KnownDirectory } from './known-directory';
import type { FoundRequest } from './request.query';
import { unknownRequest } from './requesting-desk';
import type { RequestDetail } from './requests.dto';

/** A request that somebody may see. */
type Seen = Exclude<TracingRequest, { readonly status: 'unknown' }>;

/** Whether the actor is one of those who see the drafts of their own State. */
export const seesDrafts = ({ role, state }: Actor): boolean => role === 'officer' && state !== null;

/** Whether the actor may see that there is this request. A draft is seen at its own desk, by officers. */
export async function maySee(
  actor: Actor,
  request: TracingRequest,
  directory: KnownDirectory,
  at: Instant,
): Promise<boolean> {
  const { role, state, desk } = actor;
  if (request.status === 'unknown') return false;
  const { requestingState } = request.parties;
  if (!isSubmitted(request)) return seesDrafts(actor) && state === requestingState;
  if (role === 'coordinator') return true;
  if (role !== 'liaison-desk') return state === requestingState;
  const delegations = await directory.delegationsOf([requestingState]);
  return delegations.some((delegation) => delegation.desk === desk && isInForce(delegation, at));
}

/** Who reads a request, when, and what limits are derived from. */
export interface Reading {
  readonly actor: Actor;
  readonly at: Instant;
  readonly rules: ClockRules;
  readonly photographs: KnownPhotographs;
}

/** Status, codes and clocks for all who may see the request; what was written only for officers. */
export async function requestDetail(
  id: string,
  found: FoundRequest,
  { actor, at, rules, photographs }: Reading,
): Promise<RequestDetail> {
  const { request, history } = found;
  if (request.status === 'unknown') throw unknownRequest();
  const isOfficer = actor.role === 'officer';
  const { requestingState, respondingState, imported } = request.parties;
  const { photographs: shown = [] } = request.content;
  return {
    id,
    version: history.length,
    status: request.status,
    requestingState,
    respondingState,
    imported,
    ...(isSubmitted(request)
      ? {
          ...submittedDetail(request, found.crossHits, actor, at),
          consents: consentClocksOf({ request, history }, rules).map(consentClockDetail),
        }
      : draftDetail(request, actor, at)),
    ...(isOfficer && { photographs: await photographDetails(shown, requestingState, photographs) }),
    timeline: timelineOf(history, (event: TracingRequestEvent) => {
      const act = actKindOf(event);
      return act ? shownAct(act, event.data, isOfficer) : {};
    }),
  };
}

function submittedDetail(request: SubmittedRequest, crossHits: readonly number[], actor: Actor, at: Instant) {
  const { parties, content, addressedTo = null, book, matter } = request;
  const { status: _, ...standing } = matter;
  if (actor.role !== 'officer') return { matter: standing };
  const said = { asked: book.own, replied: book.heard };
  const reader = { ...actor, purpose: content.intendedUse };
  const to = { wayOut: 'read', reader, at } as const;
  const { checks, heldChecks } = shownChecks(content, parties.requestingState, parties, to);
  return {
    ...{ matter: standing, addressedTo, content: { ...content, ...checks }, heldChecks, crossHits },
    ...shownReplies(parties, said, matter, to),
  };
}

function draftDetail(request: Exclude<Seen, SubmittedRequest>, actor: Actor, at: Instant) {
  const { parties, content, authors, approvedBy = null } = request;
  const { intendedUse: purpose } = content;
  const reader = { ...actor, ...(purpose !== undefined && { purpose }) };
  const to = { wayOut: 'read', reader, at } as const;
  const { checks } = shownChecks(content, parties.requestingState, parties, to);
  return { draft: { content: { ...written(content), ...checks }, authors, approvedBy } };
}

/** What nobody has written yet is left out, and so reads as the form in which it can be sent again. */
const written = (content: DraftContent) =>
  Object.fromEntries(Object.entries(content).filter(([, said]) => said !== '' && !isEmptyList(said)));

const isEmptyList = (said: unknown) => Array.isArray(said) && said.length === 0;
