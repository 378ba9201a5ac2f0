import type { ItemAnswerData } from '../answer-schema';

const conditions = [
  { kind: 'NEED_TO_KNOW', authorities: ['Firearms Unit'], roles: ['officer'] },
  { kind: 'NO_ONWARD' },
  { kind: 'EXPIRES', on: '2027-12-31' },
];

/** Every field that an answer on one item can have. */
export const fullItemAnswer: Required<ItemAnswerData> = {
  item: 1,
  outcome: 'TRACED_EXPORTED_ON',
  lastLegalHolder: 'Importer in Asunción',
  lastLegalHolderKind: 'COMPANY',
  onwardState: 'PRY',
  documentReference: 'Export licence 77/2019',
  remarks: 'Ask the State named next.',
  chain: [
    { role: 'MANUFACTURED', date: '2018', state: 'USA', to: 'Maker in Springfield' },
    {
      role: 'EXPORTED',
      date: '2019-05-02',
      from: 'Maker in Springfield',
      to: 'Importer in Asunción',
      state: 'USA',
      documentReference: 'Bill of lading 4471',
      licence: { reference: '77/2019', issuedOn: '2019-01', expiresOn: '2019-12-31' },
      receiptConfirmed: true,
    },
  ],
  stolenLostMatch: { register: 'IARMS', reference: '2020/118' },
  pointOfDiversion: { cause: 'STATE_STOCK_LEAK', from: '2019-06', to: '2020', place: 'A depot near Luque' },
  restriction: { ground: 'ITI22_CONFIDENTIALITY_LAW', reason: 'The buyer may not be named.' },
  conditions,
};
