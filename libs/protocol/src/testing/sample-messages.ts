import type { AnyTracingMessage, MessageData, MessageKind } from '../messages';
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
    outcome: 'TRACED_EXPORTED_ON',
    answerClass: 'PARTIAL',
    lastLegalHolder: 'Importer in Asunción',
    onwardState: 'PRY',
    documentReference: 'Export licence 77/2019',
    remarks: 'Ask the State named next.',
    restriction: { ground: 'ITI22_CONFIDENTIALITY_LAW', reason: 'The buyer may not be named.' },
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
};

const speaker: Readonly<Record<MessageKind, 'TTO' | 'USA'>> = {
  'request-submitted': 'TTO',
  'request-withdrawn': 'TTO',
  'request-closed': 'TTO',
  'request-delivered': 'USA',
  'request-acknowledged': 'USA',
  'request-answered': 'USA',
  'request-refused': 'USA',
  'clock-fact-reported': 'USA',
  'message-refused': 'USA',
};

export const messageKinds = Object.keys(data) as readonly MessageKind[];

/** A message of a kind with every field that it can have. */
export function sampleMessage<Kind extends MessageKind>(
  kind: Kind,
  more: Partial<AnyTracingMessage> = {},
): AnyTracingMessage & { readonly kind: Kind } {
  const message = {
    kind,
    id: `01980000-0000-7000-8000-00000000000${messageKinds.indexOf(kind).toString(16)}`,
    requestId: '01980000-0000-7000-8000-0000000000a1',
    from: speaker[kind],
    requestingState: 'TTO',
    respondingState: 'USA',
    occurredAt: Date.UTC(2026, 2, 15, 9, 30, 0, 250),
    imported: false,
    correlationId: '01980000-0000-7000-8000-0000000000c1',
    data: data[kind],
    ...more,
  };
  return message as AnyTracingMessage & { readonly kind: Kind };
}
