import type { SubmitRequestDto } from './request-content.dto';

const least = {
  respondingState: 'USA',
  priority: 'ROUTINE',
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act, section 20',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  items: [{ kind: 'ARM', type: 'UNKNOWN_SMALL' }],
} as const satisfies SubmitRequestDto;

const usual = {
  ...least,
  reference: 'FTM-2026-0417',
  recoveredOn: '2026-03-14',
  circumstances: 'Found in a vehicle at a checkpoint.',
  informationSought: ['LAST_LEGAL_HOLDER', 'EXPORT_LICENCE'],
  items: [
    {
      kind: 'ARM',
      type: 'PISTOL_SELFLOADING',
      calibre: '9x19',
      serial: { asObserved: 'AB 1234', part: 'FRAME_RECEIVER', condition: 'INTACT' },
    },
  ],
} as const satisfies SubmitRequestDto;

/** Bodies that are taken as they are, for the description of the API. */
export const requestExamples = {
  least: { summary: 'The least that ITI 17 asks for', value: least },
  usual: { summary: 'One arm with its marks', value: usual },
};
