import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Words that only officers of the two States may ever read, one for each protected field. */
const canary = (field: string) => `CANARY-${field}`;

export const requestWithCanaries = {
  respondingState: 'USA',
  reference: canary('reference'),
  priority: 'URGENT',
  justification: canary('justification'),
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: canary('legal-basis'),
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  recoveryPlace: canary('recovery-place'),
  circumstances: canary('circumstances'),
  arm: {
    type: 'PISTOL_SELFLOADING',
    make: canary('make'),
    model: canary('model'),
    calibre: canary('calibre'),
    serial: { asObserved: canary('serial'), part: 'FRAME_RECEIVER', condition: 'INTACT' },
    otherMarks: canary('other-marks'),
  },
} as const;

export const answerWithCanaries = {
  outcome: 'TRACED_LAST_HOLDER',
  lastLegalHolder: canary('last-legal-holder'),
  documentReference: canary('document-reference'),
  remarks: canary('remarks'),
  chain: [
    {
      role: 'EXPORTED',
      date: '2019-05',
      state: 'USA',
      from: canary('chain-from'),
      to: canary('chain-to'),
      documentReference: canary('chain-document'),
      licence: { reference: canary('chain-licence'), issuedOn: '2019-01', expiresOn: '2019-12-31' },
      receiptConfirmed: true,
    },
  ],
  stolenLostMatch: { register: 'IARMS', reference: canary('stolen-lost-reference') },
  pointOfDiversion: { cause: 'STATE_STOCK_LEAK', from: '2019-06', place: canary('diversion-place') },
  restriction: { ground: 'ITI22_CONFIDENTIALITY_LAW', reason: canary('restriction-reason') },
} as const;

export const refusalWithCanary = { ground: 'ITI22_INVESTIGATION', reason: canary('refusal-reason') } as const;

export const withdrawalWithCanary = { reason: canary('withdrawal-reason') } as const;

/** Every canary in a text, in order, each once. */
export function canariesIn(text: string): readonly string[] {
  return [...new Set(text.match(/CANARY-[a-z-]+/g))].sort();
}

/** The canaries in the events of a service. In its files, what is longer than a page lies in pieces. */
export function canariesLogged(folder: string): readonly string[] {
  const log = new DatabaseSync(join(folder, 'log.db'), { readOnly: true });
  const rows = log.prepare('SELECT data FROM event').all();
  log.close();
  return canariesIn(JSON.stringify(rows));
}

const ground = 'ITI22_INVESTIGATION';

/** What is said in each act of the requesting desk, by the noun of its route. */
export const requestActsWithCanaries = {
  draft: { ...requestWithCanaries, arm: undefined, items: [{ kind: 'ARM', type: 'UNKNOWN_SMALL' }] },
  approval: {},
  submission: {},
  information: { question: 1, information: canary('information') },
  'information-refusal': { question: 1, reason: canary('information-refusal') },
  reminders: { text: canary('reminder') },
  clarifications: { text: canary('clarification') },
  consents: { items: [1], recipient: 'COL', purpose: canary('consent-purpose') },
  'disclosure-notices': {
    items: [1],
    recipient: canary('notice-recipient'),
    reason: canary('notice-reason'),
  },
  withdrawal: withdrawalWithCanary,
  closure: { conclusion: 'LEAD_EXHAUSTED' },
  reopening: { reason: canary('reopening-reason') },
  lapse: { reason: canary('lapse-reason') },
  duplicate: { duplicateOf: '01980000-0000-7000-8000-0000000000d1' },
  resending: {},
} as const;

/** What is said in each act of the desk of the State asked. */
export const caseActsWithCanaries = {
  acknowledgement: {},
  questions: { text: canary('question') },
  search: {},
  delays: { ground, reason: canary('delay-reason'), expectedOn: '2030-01-01' },
  answer: answerWithCanaries,
  answers: { answers: [{ item: 1, ...answerWithCanaries }] },
  supplements: { answers: [{ item: 1, outcome: 'STATE_STOCK_CONFIRMED', remarks: canary('supplement') }] },
  corrections: {
    corrects: 2,
    answers: [{ item: 1, outcome: 'TRACED_LAST_HOLDER', lastLegalHolder: canary('correction') }],
  },
  restrictions: { items: [1], ground, reason: canary('restriction') },
  'restrictions/lifting': { items: [1], reason: canary('lifting') },
  refusal: refusalWithCanary,
  'clarifications/{number}': { text: canary('clarification-reply') },
  redirection: { state: 'CAN', body: canary('competent-body'), reason: canary('redirection-reason') },
  'consents/{number}': { decision: 'GIVEN', terms: canary('consent-terms') },
} as const;
