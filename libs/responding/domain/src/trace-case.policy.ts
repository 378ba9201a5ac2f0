import { type Fault, Rejection } from '@vestigo/kernel';
import { type Ground, ITI_22_GROUNDS } from './codes';
import type { Answer, Refusal } from './trace-case.events';

/** What an answer must carry for its outcome to mean something. */
export function answerable(answer: Answer, respondingState: string): Rejection | undefined {
  const faults: Fault[] = [];
  if (answer.outcome === 'TRACED_EXPORTED_ON' && answer.onwardState === undefined) {
    faults.push({ pointer: '/onwardState', detail: 'must name the State to which the arm was exported' });
  }
  if (answer.onwardState === respondingState) {
    faults.push({ pointer: '/onwardState', detail: 'must be another State than the one that answers' });
  }
  if (answer.restriction && answer.restriction.reason.trim() === '') {
    faults.push({ pointer: '/restriction/reason', detail: 'must say why part is held back (ITI 23)' });
  }
  if (faults.length === 0) return undefined;
  return new Rejection(
    'invalid',
    'answer-incomplete',
    'The answer lacks what its outcome calls for.',
    faults,
  );
}

/** ITI 23: whoever refuses must say why. */
export function refusable(refusal: Refusal): Rejection | undefined {
  if (refusal.reason.trim() !== '') return undefined;
  return new Rejection('invalid', 'reason-missing', 'A refusal must give its reason (ITI 23).', [
    { pointer: '/reason', detail: 'must say why the request is refused' },
  ]);
}

/** True for a ground that ITI 22 does not know. */
export function isOutsideInstrument(ground: Ground): boolean {
  return !ITI_22_GROUNDS.some((known) => known === ground);
}
