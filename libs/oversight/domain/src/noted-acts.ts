import type { Instant, RecordedFact } from '@vestigo/kernel';
import type { NotedFactType } from './clock-facts';

/** An act that is kept as it was told, so that what was known of it at any instant can be said again. */
export interface NotedAct {
  readonly type: NotedFactType;
  readonly code: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** Most requests have none. */
export const noActs: readonly NotedAct[] = [];

/** The acts of one desk after one more, in the order of its stream; the same list when it says nothing new. */
export function noted(
  acts: readonly NotedAct[],
  type: NotedFactType,
  { code, occurredAt, recordedAt }: RecordedFact,
): readonly NotedAct[] {
  return isNew(acts, type, code) ? [...acts, { type, code, occurredAt, recordedAt }] : acts;
}

/** Acts that give the request a class are compared with its columns before, and so are always new here. */
function isNew(acts: readonly NotedAct[], type: NotedFactType, code: string): boolean {
  switch (type) {
    // Lapsing and reopening take turns; a request that was closed can be reopened without having lapsed.
    case 'RequestLapsed':
      return !isLapsed(acts, Infinity);
    case 'RequestReopened':
      return isLapsed(acts, Infinity);
    // `code` is the number of the question, be it for information or for consent.
    case 'InformationRequested':
    case 'InformationSupplied':
    case 'InformationDeclined':
    case 'ConsentAsked':
    case 'ConsentRequested':
    case 'ConsentGiven':
    case 'ConsentDenied':
      return !acts.some((act) => act.type === type && act.code === code);
    case 'RequestMarkedDuplicate':
    case 'DelayNotified':
    case 'CaseRedirected':
      return !acts.some((act) => act.type === type);
    case 'CaseAnswered':
    case 'AnswerSupplemented':
    case 'AnswerCorrected':
    case 'ItemsRefused':
    case 'RestrictionImposed':
    case 'RestrictionLifted':
      return true;
  }
}

/** The first act of a type, as far as known at `asOf`. */
export function firstOf(acts: readonly NotedAct[], type: NotedFactType, asOf: Instant) {
  if (acts.length === 0) return undefined;
  return acts.find((act) => act.type === type && act.recordedAt <= asOf);
}

/** Whether the last that was known at `asOf` is that the request had lapsed. */
export function isLapsed(acts: readonly NotedAct[], asOf: Instant): boolean {
  if (acts.length === 0) return false;
  const last = acts.findLast(({ type, recordedAt }) => lapseOrReturn.has(type) && recordedAt <= asOf);
  return last?.type === 'RequestLapsed';
}

const lapseOrReturn = new Set<NotedFactType>(['RequestLapsed', 'RequestReopened']);

/** The code of the last act of some types, as far as known at `asOf`. */
export function lastCode(
  acts: readonly NotedAct[],
  isWanted: (type: NotedFactType) => boolean,
  asOf: Instant,
): string | undefined {
  return acts.findLast(({ type, recordedAt }) => isWanted(type) && recordedAt <= asOf)?.code;
}
