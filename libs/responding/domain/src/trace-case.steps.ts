import { never, Rejection } from '@vestigo/kernel';
import {
  afterOwn,
  isOutsideInstrument,
  type ItemAnswer,
  matterOfCase,
  nextNumber,
  Permit,
  type RespondingAct,
  type RespondingStep,
  rollUpOf,
  type Words,
} from '@vestigo/lifecycle';
import type { ReceivedCase } from './trace-case';
import type { Parties, Refusal, StepCommand } from './trace-case.commands';
import { type Flag, type Stamp, STEP_EVENTS, type StepEvent, type TraceCaseEvent } from './trace-case.events';
import { answerable, flagOf, justified } from './trace-case.policy';

type Decided = readonly TraceCaseEvent[] | Rejection;

/** What the desk of the State asked does with a case, as far as its matter permits it. */
export function step(command: StepCommand, state: ReceivedCase): Decided {
  const { parties, content, matter } = state;
  const { regimes } = content;
  const act = actIn(state, command.at);
  switch (command.type) {
    case 'AcknowledgeCase':
      return matter.acknowledged && isOpen(state) ? [] : act('acknowledge', {});
    case 'RequestInformation': {
      const question = 1 + state.book.own.filter(({ kind }) => kind === 'request-information').length;
      return act('request-information', { question, text: command.text }, String(question));
    }
    case 'StartSearch':
      return state.status === 'in-search' ? [] : act('start-search', {});
    case 'NotifyDelay': {
      const { ground, reason, expectedOn } = command;
      return (
        justified(command, 'delay', regimes) ??
        act('notify-delay', { ground, reason, expectedOn }, ground, heldBackOn(command))
      );
    }
    case 'AnswerCase':
      return (
        answerable(command.answers, parties.respondingState, regimes) ??
        answer(state, command.at, command.answers)
      );
    case 'SupplementAnswer': {
      const { answers } = command;
      return (
        answerable(answers, parties.respondingState, regimes) ??
        act(
          'supplement',
          { answers },
          classAfter(state, { kind: 'supplement', said: { answers } }),
          flag(answers),
        )
      );
    }
    case 'CorrectAnswer': {
      const { answers, corrects } = command;
      const said = { answers, corrects };
      return (
        answerable(answers, parties.respondingState, regimes) ??
        act('correct', said, classAfter(state, { kind: 'correct', said }), flag(answers))
      );
    }
    case 'ImposeRestriction': {
      const { items, ground, reason } = command;
      const said = { items, ground, reason };
      return (
        justified(command, 'restriction', regimes) ??
        act('restrict', said, classAfter(state, { kind: 'restrict', said }), heldBackOn(command))
      );
    }
    case 'LiftRestriction': {
      const { items, reason } = command;
      const said = { items, reason };
      return act('lift', said, classAfter(state, { kind: 'lift', said }));
    }
    case 'RefuseCase': {
      const { ground, reason } = command.refusal;
      return (
        justified(command.refusal, 'refusal', regimes) ??
        act('refuse', { ground, reason }, ground, heldBackOn(command.refusal))
      );
    }
    case 'RefuseItems': {
      const { items, refusal } = command;
      const said = { items, ...refusal };
      return (
        justified(refusal, 'refusal', regimes) ??
        act('refuse-items', said, classAfter(state, { kind: 'refuse-items', said }), heldBackOn(refusal))
      );
    }
    case 'GiveClarification': {
      const { clarification, text } = command;
      return act('clarify', { clarification, text });
    }
    case 'RedirectCase': {
      const { state: other, body, reason } = command;
      return act('redirect', { state: other, body, reason }, other);
    }
    case 'GiveConsent': {
      const { consent, terms } = command;
      return act('give-consent', { consent, ...(terms !== undefined && { terms }) }, String(consent));
    }
    case 'DenyConsent': {
      const { consent, reason } = command;
      return act('deny-consent', { consent, reason }, String(consent));
    }
    default:
      throw never(command, 'command');
  }
}

/** ITI 20. An answer is the acknowledgement, too, where there was none. */
function answer(state: ReceivedCase, at: number, answers: readonly ItemAnswer[]): Decided {
  const answerClass = classAfter(state, { kind: 'answer', said: { answers, answerClass: '' } });
  return actIn(state, at)('answer', { answers, answerClass }, answerClass, flag(answers));
}

/** Roll-up class of the whole request once this has been said. */
function classAfter({ book }: ReceivedCase, act: RespondingAct): string {
  return rollUpOf(matterOfCase(afterOwn(book, act)).result);
}

const heldBackOn = ({ ground }: Refusal): Flag => ({ outsideInstrument: isOutsideInstrument(ground) });

function flag(answers: readonly ItemAnswer[]): Flag {
  const outsideInstrument = flagOf(answers);
  return outsideInstrument === undefined ? {} : { outsideInstrument };
}

/** An act of this desk is written down with a permit, and not without. */
function actIn({ matter, book, parties }: ReceivedCase, occurredAt: number) {
  return <Kind extends RespondingStep>(kind: Kind, said: Words[Kind], code = '', kept: Flag = {}) => {
    const permit = Permit.for(kind, said, matter, nextNumber(book));
    if (permit instanceof Rejection) return permit;
    const { number: act } = permit;
    return [stepEvent(permit, said, occurredAt, { ...parties, code }, { ...kept, act })];
  };
}

function stepEvent<Kind extends RespondingStep>(
  { kind }: Permit<Kind>,
  said: Words[Kind],
  occurredAt: number,
  clock: Parties & { readonly code: string },
  kept: Stamp & Flag,
): StepEvent<Kind> {
  return { type: STEP_EVENTS[kind], occurredAt, clock, data: { ...said, ...kept } };
}

/** Where acknowledging again asks for what is already the case. */
function isOpen({ matter: { status, result } }: ReceivedCase): boolean {
  return result === null && status !== 'withdrawn' && status !== 'lapsed' && status !== 'closed';
}
