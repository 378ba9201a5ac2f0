import * as fc from 'fast-check';
import { historyId } from './history-id';

const anyInstant = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) });

describe('the id of a piece of history', () => {
  test('is a UUID of version 7 with the instant of the history for its time', () => {
    fc.assert(
      fc.property(anyInstant, fc.string(), (at, name) => {
        const id = historyId(at, name);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
      }),
    );
  });

  test('is always the same, so that an import meets its own ids', () => {
    expect(historyId(Date.UTC(2021, 5, 1), 'TTO USA 2021 0')).toBe('0179c4de-b400-7f25-9b8b-f8c2d1af9604');
  });

  test('differs by name and by instant, and grows with time', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, fc.string(), fc.string(), (at, later, name, other) => {
        fc.pre(at < later && name !== other);
        expect(historyId(at, name)).not.toBe(historyId(at, other));
        expect(historyId(at, name) < historyId(later, other)).toBe(true);
      }),
    );
  });
});
