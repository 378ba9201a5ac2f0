import type { TracingRequest, TracingRequestCommand } from '@vestigo/requesting/domain';
import type { TraceCase, TraceCaseCommand } from '@vestigo/responding/domain';

const requestId = '01980000-0000-7000-8000-0000000000a1';
export const parties = { requestId, requestingState: 'TTO', respondingState: 'USA', imported: false };
const instant = Date.UTC(2026, 2, 2);
export const act = { at: instant, now: instant };
const answer = { outcome: 'TRACED_LAST_HOLDER', remarks: 'One holder.' } as const;
const refusal = { ground: 'ITI22_INVESTIGATION', reason: 'Under way.' } as const;

export const requesterActs = {
  submit: {
    type: 'SubmitRequest',
    by: 'TTO',
    ...act,
    ...parties,
    content: {
      priority: 'ROUTINE',
      regimes: ['ITI'],
      illicitGrounds: ['ILL_NATLAW'],
      legalBasis: 'Firearms Act 16:01, section 6',
      intendedUse: 'INVESTIGATION',
      acquisitionMode: 'SEIZED',
      channel: 'OTHER',
      items: [{ number: 1, kind: 'ARM', type: 'REVOLVER' }],
    },
  },
  withdraw: { type: 'WithdrawRequest', by: 'TTO', ...act, reason: 'The arm was returned.' },
  close: { type: 'CloseRequest', by: 'TTO', ...act, conclusion: 'LEAD_EXHAUSTED' },
} as const satisfies Readonly<Record<string, TracingRequestCommand>>;
export const responderActs = {
  acknowledge: { type: 'AcknowledgeCase', by: 'USA', ...act },
  answer: { type: 'AnswerCase', by: 'USA', ...act, answer },
  refuse: { type: 'RefuseCase', by: 'USA', ...act, refusal },
} as const satisfies Readonly<Record<string, TraceCaseCommand>>;
type RequesterAct = keyof typeof requesterActs;
type ResponderAct = keyof typeof responderActs;

export const isRequesterAct = (name: string): name is RequesterAct => name in requesterActs;
export const isResponderAct = (name: string): name is ResponderAct => name in responderActs;

/** What both States hold must fit together once every message has arrived. */
export function expectAgreement(request: TracingRequest, held: TraceCase): void {
  if (request.status === 'unknown' || held.status === 'unknown') {
    expect([request.status, held.status]).toEqual(['unknown', 'unknown']);
    return;
  }
  expect(held.parties).toEqual(request.parties);
  expect(held.content).toEqual(request.content);
  expect(request.answer).toEqual(held.answer);
  expect(request.refusal).toEqual(
    held.refusal && { ground: held.refusal.ground, reason: held.refusal.reason },
  );
  const replied = held.answer ? 'answered' : held.refusal ? 'refused' : undefined;
  // An answer that crossed the withdrawal stands with the State that gave it.
  const expected = {
    received: 'delivered',
    acknowledged: 'acknowledged',
    answered: request.status === 'withdrawn' ? 'withdrawn' : 'answered',
    refused: request.status === 'withdrawn' ? 'withdrawn' : 'refused',
    withdrawn: 'withdrawn',
    closed: 'closed',
  }[held.status];
  expect(request.status).toBe(expected);
  if (held.status === 'withdrawn') expect(replied).toBeUndefined();
}
