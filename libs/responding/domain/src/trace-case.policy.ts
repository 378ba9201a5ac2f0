import { type Fault, Rejection } from '@vestigo/kernel';
import {
  groundsOf,
  type HoldingBack,
  isOutsideInstrument,
  type ItemAnswer,
  type Restriction,
} from '@vestigo/lifecycle';
import { faultsOf } from './answer-rules';

/** What answers must carry for their outcomes to mean something. */
export function answerable(
  answers: readonly ItemAnswer[],
  respondingState: string,
  regimes: readonly string[],
): Rejection | undefined {
  const faults = answers.flatMap((answer, index) =>
    [...faultsOf(answer, respondingState), ...groundOfRestriction(answer, regimes)].map(
      ({ pointer, detail }): Fault => ({ pointer: `/answers/${String(index)}${pointer}`, detail }),
    ),
  );
  if (faults.length === 0) return undefined;
  return new Rejection(
    'invalid',
    'answer-incomplete',
    'The answer lacks what its outcome calls for.',
    faults,
  );
}

function groundOfRestriction({ restriction }: ItemAnswer, regimes: readonly string[]): readonly Fault[] {
  if (!restriction || groundsOf(regimes, 'restriction').includes(restriction.ground)) return [];
  return [{ pointer: '/restriction/ground', detail: notOfRegime }];
}

/** ITI 22, 23: whoever delays, restricts or refuses names a ground of the instruments that the request names, and says why. */
export function justified(
  { ground, reason }: Restriction,
  act: HoldingBack,
  regimes: readonly string[],
): Rejection | undefined {
  if (reason.trim() === '') {
    return new Rejection('invalid', 'reason-missing', `A ${act} must give its reason (ITI 23).`, [
      { pointer: '/reason', detail: `must say why there is a ${act}` },
    ]);
  }
  if (groundsOf(regimes, act).includes(ground)) return undefined;
  return new Rejection('invalid', 'ground-not-of-regime', `No ${act} rests on this ground here.`, [
    { pointer: '/ground', detail: notOfRegime },
  ]);
}

const notOfRegime = 'must be a ground of an instrument that the request names, or OTHER_NOT_IN_TEXT';

/** Whether anything is held back on a ground that no instrument knows; undefined when nothing is. */
export function flagOf(answers: readonly ItemAnswer[]): boolean | undefined {
  const grounds = answers.flatMap(({ restriction }) => restriction?.ground ?? []);
  return grounds.length === 0 ? undefined : grounds.some(isOutsideInstrument);
}
