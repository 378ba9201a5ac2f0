import * as fc from 'fast-check';
import { answersOf, OUTCOMES, refusalOf } from '@vestigo/lifecycle';
import { isSubmitted, type SubmitRequest, type TracingRequest } from '@vestigo/requesting/domain';
import type { StepCommand as RequestingCommand } from '@vestigo/requesting/domain';
import type { StepCommand as RespondingCommand, TraceCase } from '@vestigo/responding/domain';

const requestId = '01980000-0000-7000-8000-0000000000a1';
export const parties = { requestId, requestingState: 'TTO', respondingState: 'USA', imported: false };
const instant = Date.UTC(2026, 2, 2);
export const act = { at: instant, now: instant };
const desk = { by: 'TTO', ...act };
const asked = { by: 'USA', ...act };
const held = { ground: 'ITI22_INVESTIGATION', reason: 'Under way.' } as const;

export const submit: SubmitRequest = {
  type: 'SubmitRequest',
  ...desk,
  ...parties,
  content: {
    priority: 'ROUTINE',
    regimes: ['ITI'],
    illicitGrounds: ['ILL_NATLAW'],
    legalBasis: 'Firearms Act 16:01, section 6',
    intendedUse: 'INVESTIGATION',
    acquisitionMode: 'SEIZED',
    channel: 'OTHER',
    items: [
      { number: 1, kind: 'ARM', type: 'REVOLVER' },
      { number: 2, kind: 'PART', part: 'BARREL' },
    ],
  },
};

const number = fc.integer({ min: 1, max: 3 });
const items = fc.constantFrom([1], [2], [1, 2], [3]);
const answers = fc
  .record({ items, outcome: fc.constantFrom(...OUTCOMES), restricted: fc.boolean() })
  .map((given) =>
    given.items.map((item) => ({
      item,
      outcome: given.outcome,
      onwardState: 'BRA',
      ...(given.restricted && { restriction: held }),
    })),
  );

/** Whatever the requesting desk may try, be it permitted or not. */
export const anyRequestingStep: fc.Arbitrary<RequestingCommand> = fc.oneof(
  number.map((question) => ({ type: 'SupplyInformation', ...desk, question, information: '4417' }) as const),
  number.map((question) => ({ type: 'DeclineInformation', ...desk, question, reason: 'Gone.' }) as const),
  fc.constant({ type: 'SeekClarification', ...desk, text: 'Why?' } as const),
  fc.constant({ type: 'SendReminder', ...desk } as const),
  fc.constant({ type: 'WithdrawRequest', ...desk, reason: 'The arm was returned.' } as const),
  fc.constant({ type: 'CloseRequest', ...desk, conclusion: 'LEAD_EXHAUSTED' } as const),
  fc.constant({ type: 'LapseRequest', ...desk, reason: 'Two years of silence.' } as const),
  fc.constant({ type: 'ReopenRequest', ...desk, reason: 'A second arm.' } as const),
  fc.constant({
    type: 'MarkDuplicate',
    ...desk,
    duplicateOf: '01980000-0000-7000-8000-0000000000a2',
  } as const),
  items.map(
    (given) => ({ type: 'AskConsent', ...desk, items: given, recipient: 'BRA', purpose: 'Ask.' }) as const,
  ),
  items.map(
    (given) =>
      ({ type: 'GiveDisclosureNotice', ...desk, items: given, recipient: 'Court', reason: 'Law.' }) as const,
  ),
);

/** Whatever the desk of the State asked may try. */
export const anyRespondingStep: fc.Arbitrary<RespondingCommand> = fc.oneof(
  fc.constant({ type: 'AcknowledgeCase', ...asked } as const),
  fc.constant({ type: 'RequestInformation', ...asked, text: 'Which mark?' } as const),
  fc.constant({ type: 'StartSearch', ...asked } as const),
  fc.constant({ type: 'NotifyDelay', ...asked, ...held, expectedOn: '2026-06-30' } as const),
  answers.map((given) => ({ type: 'AnswerCase', ...asked, answers: given }) as const),
  answers.map((given) => ({ type: 'SupplementAnswer', ...asked, answers: given }) as const),
  fc
    .record({ corrects: fc.integer({ min: 2, max: 6 }), answers })
    .map((given) => ({ type: 'CorrectAnswer', ...asked, ...given }) as const),
  items.map((given) => ({ type: 'ImposeRestriction', ...asked, ...held, items: given }) as const),
  items.map((given) => ({ type: 'LiftRestriction', ...asked, items: given, reason: 'Over.' }) as const),
  fc.constant({ type: 'RefuseCase', ...asked, refusal: held } as const),
  items.map((given) => ({ type: 'RefuseItems', ...asked, items: given, refusal: held }) as const),
  number.map(
    (clarification) => ({ type: 'GiveClarification', ...asked, clarification, text: 'So.' }) as const,
  ),
  fc.constant({ type: 'RedirectCase', ...asked, state: 'CAN', body: 'RCMP', reason: 'Theirs.' } as const),
  number.map((consent) => ({ type: 'GiveConsent', ...asked, consent }) as const),
  number.map((consent) => ({ type: 'DenyConsent', ...asked, consent, reason: 'No.' }) as const),
);

/** What both States hold must fit together once every message has arrived. */
export function expectAgreement(request: TracingRequest, found: TraceCase): void {
  if (!isSubmitted(request) || found.status === 'unknown') {
    expect([request.status, found.status]).toEqual(['unknown', 'unknown']);
    return;
  }
  expect(found.parties).toEqual(request.parties);
  expect(found.content).toEqual(request.content);
  expect(request.matter).toEqual(found.matter);
  expect(request.status).toBe(found.status);
  expect(answersOf(request.book.heard)).toEqual(answersOf(found.book.own));
  expect(refusalOf(request.book.heard)).toEqual(refusalOf(found.book.own));
  expect(numbersOf(request.book.own)).toEqual(numbersOf(found.book.heard));
  expect(numbersOf(request.book.heard)).toEqual(numbersOf(found.book.own));
  const questions = found.book.heard.flatMap((word) =>
    word.kind === 'ask-consent' ? word.said.consent : [],
  );
  expect(request.consentsDelivered.toSorted(ascending)).toEqual(questions);
  expect([request.book.early, found.book.early]).toEqual([[], []]);
}

const ascending = (one: number, other: number) => one - other;

const numbersOf = (acts: readonly { readonly kind: string; readonly seq: number; readonly seen: number }[]) =>
  acts.map(({ kind, seq, seen }) => [kind, seq, seen]);
