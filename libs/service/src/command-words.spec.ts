import { readWords } from './command-words';
import { InvalidSetting } from './settings';

const read = (...args: readonly string[]) =>
  readWords({ args: [...args], options: { to: { type: 'string' } } }, 'Usage: move --to <place>').values.to;

describe('the words of a command', () => {
  test('are read as options', () => {
    expect([read('--to', 'Kingston'), read()]).toEqual(['Kingston', undefined]);
  });

  test.each([[['--form']], [['here']], [['--to']]])('that are not understood are named: %j', (words) => {
    expect(() => read(...words)).toThrow(InvalidSetting);
    expect(() => read(...words)).toThrow(/'--form'|'here'|'--to/);
    expect(() => read(...words)).toThrow(/Usage: move --to <place>$/);
  });
});
