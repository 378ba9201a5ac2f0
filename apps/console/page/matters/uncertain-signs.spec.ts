import { candidatesIn, signsOf, withSign } from './uncertain-signs';

describe('the signs of a serial number', () => {
  const serial = { asObserved: 'A8?', uncertainPositions: [{ position: 2, candidates: ['8', 'B'] }] };

  test('are certain until the examiner marks one', () => {
    expect(
      signsOf(serial).map(({ sign, isUncertain, candidates }) => [sign, isUncertain, candidates]),
    ).toEqual([
      ['A', false, []],
      ['8', true, ['8', 'B']],
      ['?', false, []],
    ]);
  });

  test('are marked and unmarked one by one', () => {
    const signs = signsOf(serial);
    expect(withSign(signs, 3, [])).toEqual([
      { position: 2, candidates: ['8', 'B'] },
      { position: 3, candidates: [] },
    ]);
    expect(withSign(signs, 2, undefined)).toEqual([]);
  });

  test('may each be several, however they are written side by side', () => {
    expect([candidatesIn('B, 8'), candidatesIn('B8B'), candidatesIn('٣، ٥')]).toEqual([
      ['B', '8'],
      ['B', '8'],
      ['٣', '٥'],
    ]);
  });
});
