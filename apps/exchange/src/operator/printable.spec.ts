import { printable } from './printable';

test('a text stays on its line and tells a terminal nothing', () => {
  expect(printable(['Ask before use\n  2. JAM > USA closed', 'red \u001b[31m\u202e\u2028', 'Käfer Ж'])).toBe(
    'Ask before use\\u000a  2. JAM > USA closed\nred \\u001b[31m\\u202e\\u2028\nKäfer Ж',
  );
});
