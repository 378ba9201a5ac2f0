import type { Owed } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import type { NotedAct } from './noted-acts';
import type { RequestClock } from './request-clock';

/** The acts that say when information was owed. */
export type QuestionActs = Pick<RequestClock, 'requestingActs' | 'respondingActs'>;

const nothing: readonly Owed[] = [];

/**
 * When the requesting State owed information that the responding desk had asked for (ITI 21), as known at `asOf`: each question from when the
 * one says it asked until the other says that it supplied the information, or declined to.
 */
export function informationOwed(
  { requestingActs, respondingActs }: QuestionActs,
  asOf: Instant,
): readonly Owed[] {
  if (respondingActs.length === 0) return nothing;
  return respondingActs
    .filter((act) => act.type === 'InformationRequested' && act.recordedAt <= asOf)
    .map(({ code, occurredAt }) => {
      const reply = requestingActs.find((act) => isReply(act) && act.code === code && act.recordedAt <= asOf);
      return { from: occurredAt, to: reply?.occurredAt ?? Infinity };
    });
}

/** Numbers of the questions that are open. */
export function openQuestions({ requestingActs, respondingActs }: QuestionActs): readonly number[] {
  const replied = new Set(requestingActs.filter(isReply).map(({ code }) => code));
  return respondingActs.flatMap(({ type, code }) =>
    type === 'InformationRequested' && !replied.has(code) ? [Number(code)] : [],
  );
}

/** When it became known that something was asked, supplied or declined, in order. */
export function questionInstants({ requestingActs, respondingActs }: QuestionActs): readonly Instant[] {
  if (respondingActs.length === 0) return [];
  const instants = [...requestingActs, ...respondingActs].filter(
    (act) => act.type === 'InformationRequested' || isReply(act),
  );
  return [...new Set(instants.map(({ recordedAt }) => recordedAt))].sort((one, other) => one - other);
}

const isReply = ({ type }: NotedAct) => type === 'InformationSupplied' || type === 'InformationDeclined';
