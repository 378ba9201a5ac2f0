import { type Changes, changesIn, isTouched, joined } from './changes';

const nothing: Changes = { again: false, requests: [], cases: [], oversight: [], imports: [] };
const [one, other] = ['01989898-0000-7000-8000-000000000001', '01989898-0000-7000-8000-000000000002'];

describe('what is read again', () => {
  it.each([
    [['requests', 'list', { status: 'answered' }], { requests: [one] }, true],
    [['requests', one], { requests: [one] }, true],
    [['requests', other], { requests: [one] }, false],
    [['requests', 'list'], { cases: [one] }, false],
    [['cases', one, 'cross-hits'], { cases: [one] }, true],
    [['oversight', 'pairs'], { oversight: [one] }, true],
    [['oversight', 'pairs'], { cases: [one] }, false],
    [['traces', other], { requests: [one] }, true],
    [['directory', 'JAM'], { again: true }, false],
    [['imports', other], { again: true }, true],
    [[], { again: true }, false],
  ] as const)('%j after %j: %s', (key, changes, expected) => {
    expect(isTouched(key, { ...nothing, ...changes })).toBe(expected);
  });

  it('is told once, however often it changed', () => {
    const first = { ...nothing, requests: [one], cases: [one] };
    expect(joined(first, { ...nothing, again: true, requests: [other, one] })).toEqual({
      ...nothing,
      again: true,
      requests: [one, other],
      cases: [one],
    });
  });

  it('is understood from what the exchange says, and nothing else', () => {
    expect(changesIn({ again: true, cases: ['a', 1], more: 'x' })).toEqual({
      ...nothing,
      again: true,
      cases: ['a'],
    });
    expect(changesIn('changed')).toBeUndefined();
  });
});
