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
