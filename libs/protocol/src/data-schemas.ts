import { ANSWER_CLASS } from './answer-v1.upcast';
import { ITEM_ANSWER_SCHEMA } from './answer-schema';
import type { MessageKind } from './messages';
import { requestSchema } from './request-schema';
import { record, state, text, uuid } from './schema-parts';

const reason = text(4000);
const ground = text(64);
const restriction = record({ ground, reason }, ['ground', 'reason']);
const number = { type: 'integer', minimum: 1, maximum: 1_000_000 } as const;
const items = { type: 'array', minItems: 1, maxItems: 1000, uniqueItems: true, items: number } as const;
const answers = { type: 'array', minItems: 1, maxItems: 1000, items: ITEM_ANSWER_SCHEMA } as const;
const clarification = record({ clarification: number, text: text(8000) }, ['clarification', 'text']);

/** The data of every kind of message in its current version. */
export const DATA_SCHEMAS: Readonly<Record<MessageKind, object>> = {
  'request-submitted': requestSchema,
  'request-withdrawn': record({ reason }, ['reason']),
  'request-closed': record({ conclusion: text(64) }, ['conclusion']),
  'request-delivered': record({}, []),
  'request-acknowledged': record({}, []),
  'request-answered': record({ answers, answerClass: ANSWER_CLASS }, ['answers', 'answerClass']),
  'request-refused': restriction,
  'clock-fact-reported': record(
    {
      fact: { type: 'string', pattern: '^[A-Z][A-Za-z]{2,63}$' },
      code: text(4000),
      recordedAt: { type: 'string', format: 'date-time' },
    },
    ['fact', 'recordedAt'],
  ),
  'message-refused': record({ messageId: text(128), code: text(128), reason: text(4000) }, [
    'messageId',
    'code',
    'reason',
  ]),
  'request-information-supplied': record({ question: number, information: text(8000) }, [
    'question',
    'information',
  ]),
  'request-information-declined': record({ question: number, reason }, ['question', 'reason']),
  'request-clarification-sought': clarification,
  'request-reminder-sent': record({ text: text(4000) }, []),
  'request-lapsed': record({ reason }, ['reason']),
  'request-reopened': record({ reason }, ['reason']),
  'request-marked-duplicate': record({ duplicateOf: uuid }, ['duplicateOf']),
  'request-consent-asked': record({ consent: number, items, recipient: state, purpose: text(4000) }, [
    'consent',
    'items',
    'recipient',
    'purpose',
  ]),
  'request-disclosure-notice-given': record({ items, recipient: text(500), reason }, [
    'items',
    'recipient',
    'reason',
  ]),
  'request-information-requested': record({ question: number, text: text(8000) }, ['question', 'text']),
  'request-search-started': record({}, []),
  'request-delay-notified': record({ ground, reason, expectedOn: { type: 'string', format: 'date' } }, [
    'ground',
    'reason',
    'expectedOn',
  ]),
  'request-answer-supplemented': record({ answers }, ['answers']),
  'request-answer-corrected': record({ corrects: number, answers }, ['corrects', 'answers']),
  'request-items-refused': record({ items, ground, reason }, ['items', 'ground', 'reason']),
  'request-restriction-imposed': record({ items, ground, reason }, ['items', 'ground', 'reason']),
  'request-restriction-lifted': record({ items, reason }, ['items', 'reason']),
  'request-clarification-given': clarification,
  'request-redirected': record({ state, body: text(500), reason }, ['state', 'body', 'reason']),
  'request-consent-given': record({ consent: number, terms: text(4000) }, ['consent']),
  'request-consent-denied': record({ consent: number, reason }, ['consent', 'reason']),
  'request-consent-question-delivered': record({ consent: number }, ['consent']),
  'request-cross-hit-noted': record({ items }, ['items']),
};
