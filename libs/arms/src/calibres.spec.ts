import { CALIBRE_REFS, calibreRefOf, compareCalibres } from './calibres';

test.each([
  ['9mm Luger', '9X19'],
  ['9 x 19', '9X19'],
  ['9×19 mm', '9X19'],
  ['9х19', '9X19'],
  ['Cal. 9mm Para', '9X19'],
  ['7,62 x 39', '7.62X39'],
  ['7,62 мм х 39', '7.62X39'],
  ['.380 ACP', '9X17'],
  ['380 Auto', '9X17'],
  ['9mm Makarov', '9X18'],
  ['.50 BMG', '12.7X99'],
  ['12/76', '12GA'],
  ['9mm', undefined],
  ['7.62', undefined],
])('%s names %s', (asMarked, ref) => {
  expect(calibreRefOf(asMarked)).toBe(ref);
});

test('each reference names itself', () => {
  expect(CALIBRE_REFS.map(calibreRefOf)).toEqual(CALIBRE_REFS);
});

test.each([
  ['9mm NATO', '9x19', 'SAME'],
  ['5.56x45 NATO', '.223 Rem', 'NEAR'],
  ['.308 Win', '7.62 NATO', 'NEAR'],
  ['.38 Special', '.357 Magnum', 'NEAR'],
  ['9mm Makarov', '.380 ACP', 'DIFFERENT'],
  ['10.4 Vetterli', '10,4mm VETTERLI', 'SAME'],
  ['10.4 Vetterli', '9x19', 'UNKNOWN'],
])('%s beside %s: %s', (one, other, likeness) => {
  const [marked, otherMarked] = [{ calibre: one }, { calibre: other }];
  expect([compareCalibres(marked, otherMarked), compareCalibres(otherMarked, marked)]).toEqual([
    likeness,
    likeness,
  ]);
});

test('nothing marked, nothing compared', () => {
  expect(compareCalibres({}, {})).toBe('UNKNOWN');
  expect(compareCalibres({ calibre: 'as on the box', calibreRef: '9X19' }, { calibre: '9mm Luger' })).toBe(
    'SAME',
  );
});
