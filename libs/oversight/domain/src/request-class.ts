import type { Instant } from '@vestigo/kernel';
import { classFactTypes, type NotedFactType } from './clock-facts';
import { lastCode } from './noted-acts';
import type { RequestClock } from './request-clock';

/** NEGATIVE: the registers were searched and hold nothing, which is an answer. */
export type AnswerClass = 'FULL' | 'PARTIAL' | 'NEGATIVE';

/** How a whole request was answered after an act; '' while nothing is. */
export type RequestClass = AnswerClass | 'REFUSED' | '';

/** A class that is not known here is an answer all the same, and nothing says that it is a full one. */
export function requestClassOf(code: string): RequestClass {
  return code === '' || code === 'FULL' || code === 'NEGATIVE' || code === 'REFUSED' ? code : 'PARTIAL';
}

/** The columns that say how a request was answered. */
export type ClassColumns = Pick<
  RequestClock,
  'answeredRecordedAt' | 'answerClass' | 'refusedRecordedAt' | 'respondingActs'
>;

/** The class of the whole request as known at `asOf`. An answer that follows a refusal takes its place. */
export function classKnownAt(row: ClassColumns, asOf: Instant): RequestClass {
  const first = firstClass(row, asOf);
  if (first === '' || row.respondingActs.length === 0) return first;
  const later = lastCode(row.respondingActs, givesClass, asOf);
  return later === undefined ? first : requestClassOf(later);
}

function firstClass({ answeredRecordedAt, answerClass, refusedRecordedAt }: ClassColumns, asOf: Instant) {
  if (answeredRecordedAt !== null && answeredRecordedAt <= asOf) return answerClass ?? 'PARTIAL';
  return refusedRecordedAt !== null && refusedRecordedAt <= asOf ? 'REFUSED' : '';
}

const classTypes = new Set<NotedFactType>(classFactTypes);
const givesClass = (type: NotedFactType) => classTypes.has(type);
