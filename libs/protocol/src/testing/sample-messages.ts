import type { AnyTracingMessage, MessageData, MessageKind } from '../messages';
import { speakersOf } from '../speakers';
import { fullItemAnswer } from './sample-answer';
import { photographDigest, sampleItems } from './sample-items';

const data: { readonly [Kind in MessageKind]: MessageData[Kind] } = {
  'request-submitted': {
    reference: 'TTPS-2026-0417',
    priority: 'URGENT',
    justification: 'The arm was used twice within a week.',
    regimes: ['ITI', 'CIFTA'],
    illicitGrounds: ['ILL_NATLAW', 'ILL_TRANSFER'],
    legalBasis: 'Firearms Act 16:01, section 6',
    intendedUse: 'INVESTIGATION',
    acquisitionMode: 'SEIZED',
    intendedUseText: 'For the trial of two persons.',
    contact: {
      unit: 'Firearms Unit',
      officer: 'Desk officer',
      telephone: '+1 868 555 0100',
      email: 'firearms@tto.example',
    },
    channel: 'INTERPOL_I247',
    licitCrime: false,
    recoveredOn: '2026-03',
    recoveryPlace: 'Port of Spain',
    recoveredAt: { state: 'TTO', area: 'Port of Spain', latitude: 10.65, longitude: -61.51 },
    contexts: ['ORGANIZED_CRIME', 'BORDER'],
    circumstances: 'Found behind a false wall, with ammunition.',
    restrictionsProposed: ['NEED_TO_KNOW'],
    cannotComplyWith: ['NO_ONWARD'],
    cannotComplyReason: 'A court may ask for the whole file.',
    informationSought: ['LAST_LEGAL_HOLDER', 'EXPORT_LICENCE'],
    priorChecks: [
      {
        register: 'NATIONAL_REGISTER',
        result: 'NOTHING_FOUND',
        on: '2026-03-14',
        remarks: 'By serial number.',
      },
      {
        register: 'OTHER',
        result: 'FOUND',
        remarks: 'Answer of CZE: TRACED_EXPORTED_ON.',
        handling: { giver: 'CZE', conditions: [{ kind: 'NO_ONWARD' }] },
      },
    ],
    parentRequestId: '01980000-0000-7000-8000-0000000000b1',
    duplicateOf: '01980000-0000-7000-8000-0000000000b2',
    photographs: [
      { sha256: photographDigest, mediaType: 'image/jpeg', bytes: 48_112, view: 'MARK', item: 1 },
    ],
    items: sampleItems,
  },
  'request-withdrawn': { reason: 'The arm was claimed by its owner.' },
  'request-closed': { conclusion: 'POINT_OF_DIVERSION_KNOWN' },
  'request-delivered': {},
  'request-acknowledged': {},
  'request-answered': {
    answers: [fullItemAnswer, { item: 2, outcome: 'NO_TRANSFER_RECORD' }],
    answerClass: 'PARTIAL',
  },
  'request-refused': {
    ground: 'ITI22_INVESTIGATION',
    reason: 'An investigation of our own is under way.',
  },
  'message-refused': {
    messageId: '01980000-0000-7000-8000-00000000000c',
    code: 'schema-violated',
    reason: '/data must have required property',
  },
  'clock-fact-reported': { fact: 'CaseAnswered', code: 'PARTIAL', recordedAt: '2026-03-15T09:31:07.125Z' },
  'request-information-supplied': { question: 1, information: 'The slide bears a second number, 4417.' },
  'request-information-declined': {
    question: 2,
    reason: 'The arm was destroyed before it was photographed.',
  },
  'request-clarification-sought': { clarification: 1, text: 'Which part of the register is closed?' },
  'request-reminder-sent': { text: 'The trial begins in May.' },
  'request-lapsed': { reason: 'Nothing was heard for two years.' },
  'request-reopened': { reason: 'A second arm of the same lot was found.' },
  'request-marked-duplicate': { duplicateOf: '01980000-0000-7000-8000-0000000000a2' },
  'request-consent-asked': {
    consent: 1,
    items: [1],
    recipient: 'PRY',
    purpose: 'To ask where the importer sold it.',
  },
  'request-disclosure-notice-given': {
    items: [1, 2],
    recipient: 'High Court, Port of Spain',
    reason: 'The court orders disclosure to the defence.',
  },
  'request-information-requested': { question: 1, text: 'Is there a number on the slide?' },
  'request-search-started': {},
  'request-delay-notified': {
    ground: 'ITI22_INVESTIGATION',
    reason: 'An investigation of our own is under way.',
    expectedOn: '2026-06-30',
  },
  'request-answer-supplemented': { answers: [{ item: 2, outcome: 'TRACED_LAST_HOLDER' }] },
  'request-answer-corrected': { corrects: 3, answers: [{ item: 2, outcome: 'ID_MISMATCH' }] },
  'request-items-refused': {
    items: [2],
    ground: 'ITI22_NATIONAL_SECURITY',
    reason: 'The lot was made for our own forces.',
  },
  'request-restriction-imposed': {
    items: [1],
    ground: 'ITI22_CONFIDENTIALITY_LAW',
    reason: 'The buyer has been granted anonymity.',
  },
  'request-restriction-lifted': { items: [1], reason: 'The order has been set aside.' },
  'request-clarification-given': { clarification: 1, text: 'That of 1994 to 1998.' },
  'request-redirected': {
    state: 'CAN',
    body: 'Canadian National Firearms Tracing Centre',
    reason: 'The arm was made and sold there.',
  },
  'request-consent-given': { consent: 1, terms: 'For this inquiry alone.' },
  'request-consent-denied': { consent: 2, reason: 'The inquiry is closed.' },
  'request-cross-hit-noted': { items: [1] },
  'request-consent-question-delivered': { consent: 1 },
};

const unnumbered: ReadonlySet<MessageKind> = new Set([
  'request-submitted',
  'request-withdrawn',
  'request-closed',
  'request-delivered',
  'request-acknowledged',
  'request-refused',
  'message-refused',
  'clock-fact-reported',
  'request-cross-hit-noted',
  'request-consent-question-delivered',
]);

export const messageKinds = Object.keys(data) as readonly MessageKind[];

/** A message of a kind with every field that it can have. */
export function sampleMessage<Kind extends MessageKind>(
  kind: Kind,
  more: Partial<AnyTracingMessage> = {},
): AnyTracingMessage & { readonly kind: Kind } {
  const message = {
    kind,
    id: `01980000-0000-7000-8000-${messageKinds.indexOf(kind).toString(16).padStart(12, '0')}`,
    requestId: '01980000-0000-7000-8000-0000000000a1',
    from: speakersOf(kind, 'TTO', 'USA').at(-1),
    requestingState: 'TTO',
    respondingState: 'USA',
    occurredAt: Date.UTC(2026, 2, 15, 9, 30, 0, 250),
    imported: false,
    correlationId: '01980000-0000-7000-8000-0000000000c1',
    // What is sent in its first version since before acts had numbers stands without one.
    ...(!unnumbered.has(kind) && { act: { seq: 4, seen: 3 } }),
    data: data[kind],
    ...more,
  };
  return message as AnyTracingMessage & { readonly kind: Kind };
}
