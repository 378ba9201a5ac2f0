import { bodyOf, marksOf } from './request-body';

describe('the request that is sent', () => {
  test('says of a serial number where it stands and how it is read, as usual where the officer does not say', () => {
    const { items } = bodyOf({
      items: [
        { kind: 'ARM', serial: { asObserved: 'AB?4' } },
        { kind: 'ARM', make: 'Colt' },
      ],
    });
    expect(items).toEqual([
      { kind: 'ARM', serial: { asObserved: 'AB?4', part: 'FRAME_RECEIVER', condition: 'PARTIAL' } },
      { kind: 'ARM', make: 'Colt' },
    ]);
  });

  test('keeps what the officer says of it', () => {
    const serial = { part: 'SLIDE', condition: 'OBLITERATED' };
    expect(bodyOf({ items: [{ kind: 'PART', serial }] })).toEqual({ items: [{ kind: 'PART', serial }] });
  });
});

test('a thing is told by what its kind has, though it was thought another kind first', () => {
  const written = { make: 'PPU', type: 'REVOLVER', serial: { asObserved: 'A1' }, lot: '88-4', quantity: 3 };
  const sentAs = (kind: string) => bodyOf({ items: [{ kind, ...written }] })['items'];
  expect(sentAs('AMMUNITION')).toEqual([{ kind: 'AMMUNITION', make: 'PPU', lot: '88-4', quantity: 3 }]);
  expect(sentAs('PART')).toMatchObject([{ make: 'PPU', serial: { asObserved: 'A1' }, quantity: 3 }]);
  expect(sentAs('PART')).not.toMatchObject([{ lot: '88-4' }]);
  expect(sentAs('ARM')).toMatchObject([{ type: 'REVOLVER', serial: { asObserved: 'A1' } }]);
  expect(sentAs('ARM')).not.toMatchObject([{ quantity: 3 }]);
});

test('proof marks are sent line by line, without what is empty', () => {
  const sent = (proofMarks: readonly string[]) => bodyOf({ items: [{ kind: 'ARM', proofMarks }] })['items'];
  expect(sent([' BNP', '', 'crown '])).toEqual([{ kind: 'ARM', proofMarks: ['BNP', 'crown'] }]);
  expect(sent(['', ''])).toEqual([{ kind: 'ARM' }]);
});

test('coordinates are sent as numbers, and what is none as it was written', () => {
  const place = (latitude: string, longitude: string) =>
    bodyOf({ items: [], recoveredAt: { state: 'JAM', latitude, longitude } })['recoveredAt'];
  expect(place('17.05', '-76,8')).toEqual({ state: 'JAM', latitude: 17.05, longitude: -76.8 });
  expect(place('17°', '')).toEqual({ state: 'JAM', latitude: '17°', longitude: '' });
  expect(bodyOf({ items: [] })).toEqual({ items: [] });
});

test('numbers on other parts are sent as far as they say something', () => {
  const partSerials = [{ part: 'SLIDE' }, { part: 'BARREL', asObserved: '77?1' }];
  expect(bodyOf({ items: [{ kind: 'ARM', partSerials }] })).toEqual({
    items: [{ kind: 'ARM', partSerials: [{ part: 'BARREL', asObserved: '77?1', condition: 'PARTIAL' }] }],
  });
  expect(bodyOf({ items: [{ kind: 'ARM', partSerials: [{ part: 'SLIDE' }] }] })).toEqual({
    items: [{ kind: 'ARM' }],
  });
});

describe('what tells whom to ask', () => {
  test('are the marks of the first arm, and nothing while there are none', () => {
    expect(marksOf({ items: [{ kind: 'ARM', make: 'Colt' }] })).toBeUndefined();
    const arm = {
      kind: 'ARM',
      countryOfManufacture: 'BRA',
      importMarks: [{ country: 'USA', year: 2010 }],
      otherMarks: [{ kind: 'OTHER', text: 'Made in Brazil' }, { kind: 'UNIT' }],
    };
    expect(marksOf({ items: [arm] })).toEqual({
      countryOfManufacture: 'BRA',
      importMarks: [{ country: 'USA', year: 2010 }],
      otherMarks: ['Made in Brazil'],
    });
  });
});
