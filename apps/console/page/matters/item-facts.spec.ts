import { factsOf } from './item-facts';

test('an arm is told by its numbers and marks first, and by nothing that is not known', () => {
  const serial = { asObserved: 'AB12?', part: 'FRAME_RECEIVER', condition: 'PARTIAL' };
  const item = {
    ...{ number: 1, kind: 'ARM', type: 'REVOLVER', make: 'S&W', countryOfManufacture: 'USA', serial },
    ...{ action: 'REVOLVING', factoryMark: 'STAR', proofMarks: ['BNP', 'crown'], conversion: 'NONE' },
    markTampering: true,
    importMarks: [{ country: 'JAM', year: 1998, text: 'JA' }],
    otherMarks: [{ kind: 'STATE_STOCK', text: 'JDF 12', location: 'slide' }],
  };
  expect(factsOf(item)).toEqual([
    { label: 'matters.serial', serial },
    { label: 'matters.markTampering', says: 'matters.yes' },
    { label: 'matters.make', text: 'S&W' },
    { label: 'matters.action', kind: 'action', code: 'REVOLVING' },
    { label: 'matters.countryOfManufacture', state: 'USA' },
    { label: 'matters.factoryMark', kind: 'factoryMark', code: 'STAR' },
    { label: 'matters.importMark', state: 'JAM', text: '1998, JA' },
    { label: 'matters.mark', kind: 'markKind', code: 'STATE_STOCK', text: 'JDF 12, slide' },
    { label: 'matters.proofMarks', text: 'BNP, crown' },
    { label: 'matters.conversion', kind: 'conversion', code: 'NONE' },
  ]);
});

test('ammunition is told by its headstamp, its lot and its packaging', () => {
  const headstamp = { marks: [{ clock: 12, text: 'PPU' }], year: '88' };
  const packaging = [{ kind: 'CRATE', lot: '88-4', quantity: 1440, contractNumber: 'K 7' }];
  const item = { kind: 'AMMUNITION', headstamp, packaging, lot: '88-4', caseMaterial: 'BRASS', quantity: 40 };
  expect(factsOf(item)).toEqual([
    { label: 'matters.headstamp', text: '12h PPU, 88' },
    { label: 'matters.lot', text: '88-4' },
    { label: 'matters.caseMaterial', kind: 'caseMaterial', code: 'BRASS' },
    { label: 'matters.packaging', kind: 'packaging', code: 'CRATE', text: '88-4, 1440, K 7' },
    { label: 'matters.quantity', number: 40 },
  ]);
});

test('a draft is told as far as it is written', () => {
  const draft = { kind: 'ARM', yearOfManufacture: '19?', importMarks: [{ country: '', text: 'JA' }] };
  expect(factsOf(draft)).toEqual([
    { label: 'matters.yearOfManufacture', text: '19?' },
    { label: 'matters.importMark', text: 'JA' },
  ]);
});
