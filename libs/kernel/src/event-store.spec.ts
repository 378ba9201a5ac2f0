import fc from 'fast-check';
import { categoryOf } from './event-store';

describe('the category of a stream', () => {
  it('ends at the first hyphen', () => {
    const word = fc.string().map((text) => text.replaceAll('-', ''));
    fc.assert(
      fc.property(word, fc.string(), (category, id) => {
        expect(categoryOf(`${category}-${id}`)).toBe(category);
        expect(categoryOf(category)).toBe(category);
      }),
    );
  });

  it('leaves the hyphens of a UUID to the id', () => {
    expect(categoryOf('traceCase-0198a1b2-0000-7000-8000-000000000001')).toBe('traceCase');
  });
});
