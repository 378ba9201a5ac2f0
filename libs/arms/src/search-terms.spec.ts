import { searchTermsOf } from './search-terms';

const serial = (asObserved: string) => ({ asObserved, part: 'FRAME_RECEIVER', condition: 'INTACT' });

test('an arm is looked up by all its numbers, by sight and by sound, and by its make', () => {
  const { keys, make } = searchTermsOf({
    type: 'PISTOL_SELFLOADING',
    make: 'Glock',
    serial: serial('АВ12'),
    partSerials: [serial('AB12'), serial('7??')],
  });
  expect(keys.map(({ certain }) => certain)).toEqual([true, true, false]);
  expect(new Set(keys.map(({ text }) => text)).size).toBe(3);
  expect(make).toBe(searchTermsOf({ type: 'REVOLVER', makeRef: make }).make);
});

test('an arm without anything to read has no key', () => {
  expect(searchTermsOf({ type: 'UNKNOWN_SMALL' })).toEqual({ keys: [], make: '' });
});
