import type { MessageId } from '../messages/areas';
import type { RequestDetail } from './request.query';

/** What an act asks its officer for. */
export type ActField =
  | {
      readonly kind: 'text';
      readonly at: string;
      readonly label: MessageId;
      readonly required?: boolean;
      readonly maxLength: number;
    }
  | { readonly kind: 'question' | 'conclusion' | 'items' | 'state' };

/** Something the requesting desk may do with its request. */
export interface Act {
  /** Last part of its address: `/v1/requests/<id>/<path>`. */
  readonly path: string;
  readonly label: MessageId;
  /** What it does, in one sentence, with its clause. */
  readonly says: MessageId;
  readonly fields: readonly ActField[];
  readonly from: readonly RequestDetail['status'][];
}

const waiting = ['received', 'acknowledged', 'information-requested', 'in-search'] as const;
const open = ['sent', 'undeliverable', ...waiting] as const;
const answerAtHand = ['answered', 'clarification-open', 'closed', 'withdrawn', 'duplicate'] as const;
const reason = {
  kind: 'text',
  at: '/reason',
  label: 'requesting.reason',
  required: true,
  maxLength: 4000,
} as const;
const question = { kind: 'question' } as const;
const items = { kind: 'items' } as const;

/** In the order in which they come up. The service judges each again; an act that is not offered would be refused there too. */
export const ACTS: readonly Act[] = [
  {
    path: 'resending',
    label: 'requesting.resend',
    says: 'requesting.resendSays',
    fields: [],
    from: ['undeliverable'],
  },
  {
    path: 'information',
    label: 'requesting.supply',
    says: 'requesting.supplySays',
    fields: [
      question,
      { kind: 'text', at: '/information', label: 'requesting.information', required: true, maxLength: 8000 },
    ],
    from: ['information-requested', 'clarification-open', 'answered'],
  },
  {
    path: 'information-refusal',
    label: 'requesting.decline',
    says: 'requesting.declineSays',
    fields: [question, reason],
    from: ['information-requested', 'clarification-open', 'answered'],
  },
  {
    path: 'reminders',
    label: 'requesting.remind',
    says: 'requesting.remindSays',
    fields: [{ kind: 'text', at: '/text', label: 'requesting.words', maxLength: 4000 }],
    from: ['sent', ...waiting, 'clarification-open'],
  },
  {
    path: 'clarifications',
    label: 'requesting.clarify',
    says: 'requesting.clarifySays',
    fields: [
      { kind: 'text', at: '/text', label: 'requesting.whatIsUnclear', required: true, maxLength: 4000 },
    ],
    from: [...waiting, 'answered', 'refused'],
  },
  {
    path: 'consents',
    label: 'requesting.consent',
    says: 'requesting.consentSays',
    fields: [
      items,
      { kind: 'state' },
      { kind: 'text', at: '/purpose', label: 'requesting.purpose', required: true, maxLength: 4000 },
    ],
    from: answerAtHand,
  },
  {
    path: 'disclosure-notices',
    label: 'requesting.notice',
    says: 'requesting.noticeSays',
    fields: [
      items,
      { kind: 'text', at: '/recipient', label: 'requesting.toWhom', required: true, maxLength: 200 },
      reason,
    ],
    from: answerAtHand,
  },
  {
    path: 'closure',
    label: 'requesting.close',
    says: 'requesting.closeSays',
    fields: [{ kind: 'conclusion' }],
    from: ['answered', 'refused', 'redirected', 'clarification-open'],
  },
  {
    path: 'reopening',
    label: 'requesting.reopen',
    says: 'requesting.reopenSays',
    fields: [reason],
    from: ['lapsed', 'closed'],
  },
  {
    path: 'withdrawal',
    label: 'requesting.withdraw',
    says: 'requesting.withdrawSays',
    fields: [reason],
    from: [...open, 'clarification-open', 'redirected', 'lapsed'],
  },
];

/** What may be done now: a question is answered only while there is one, and only a delay, a restriction or a refusal clarified (ITI 23). */
export function actsOn({ status, matter }: Pick<RequestDetail, 'status' | 'matter'>): readonly Act[] {
  const { openQuestions = [], delayed = false, items: standing = [], result: said = null } = matter ?? {};
  const isUnclear = delayed || standing.some(({ result }) => result === 'RESTRICTED' || result === 'REFUSED');
  return ACTS.filter(
    ({ from, fields, path }) =>
      from.includes(status) &&
      (openQuestions.length > 0 || !fields.includes(question)) &&
      (isUnclear || path !== 'clarifications') &&
      (said === null || path !== 'withdrawal'),
  );
}
