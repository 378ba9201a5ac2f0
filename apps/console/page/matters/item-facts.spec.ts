import { factsOf, type Item } from './item-facts';

test('an arm is told by its numbers and marks first, and by nothing that is not known', () => {
  const item: Item = {
    ...{ number: 1, kind: 'ARM', type: 'REVOLVER', make: 'S&W', countryOfManufacture: 'USA' },
    serial: { asObserved: 'AB12?', part: 'FRAME_RECEIVER', condition: 'PARTIAL' },
    markTampering: true,
    importMarks: [{ country: 'JAM', year: 1998, text: 'JA' }],
    otherMarks: [{ kind: 'STATE_STOCK', text: 'JDF 12' }],
  };
  expect(factsOf(item)).toEqual([
    { label: 'responding.serial', kind: 'markedPart', code: 'FRAME_RECEIVER', text: 'AB12?' },
    { label: 'responding.serialCondition', kind: 'serialCondition', code: 'PARTIAL' },
    { label: 'responding.markTampering', says: 'responding.yes' },
    { label: 'responding.make', text: 'S&W' },
    { label: 'responding.countryOfManufacture', state: 'USA' },
    { label: 'responding.importMark', state: 'JAM' },
    { label: 'responding.importMarkText', text: '1998 JA' },
    { label: 'responding.mark', kind: 'markKind', code: 'STATE_STOCK', text: 'JDF 12' },
  ]);
});

test('ammunition is told by its headstamp and lot', () => {
  const headstamp = { marks: [{ clock: 12, text: 'PPU' }], year: '88' };
  expect(factsOf({ number: 2, kind: 'AMMUNITION', headstamp, lot: '88-4', quantity: 40 })).toEqual([
    { label: 'responding.headstamp', text: '12h PPU, 88' },
    { label: 'responding.lot', text: '88-4' },
    { label: 'responding.quantity', number: 40 },
  ]);
});
