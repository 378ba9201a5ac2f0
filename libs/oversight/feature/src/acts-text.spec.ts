import * as fc from 'fast-check';
import { notedFactTypes } from '@vestigo/oversight/domain';
import { actsOf, actsText } from './acts-text';

describe('acts in a column', () => {
  test('are lines of type, instants and code; none are null', () => {
    const acts = [
      { type: 'InformationRequested', code: '1', occurredAt: 5, recordedAt: 6 },
      { type: 'DelayNotified', code: 'a reason\nin words', occurredAt: -7, recordedAt: 8 },
    ] as const;
    expect(actsText(acts)).toBe('InformationRequested 5 6 1\nDelayNotified -7 8 a%20reason%0Ain%20words');
    expect(actsText([])).toBeNull();
    expect(actsOf(null)).toEqual([]);
  });

  test('are read back as they were', () => {
    const act = fc.record({
      type: fc.constantFrom(...notedFactTypes),
      code: fc.string({ unit: 'grapheme' }),
      occurredAt: fc.maxSafeInteger(),
      recordedAt: fc.maxSafeInteger(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 4 }), (acts) => expect(actsOf(actsText(acts))).toEqual(acts)),
    );
  });

  test('with a code that is no Unicode text are kept with what can be read of it', () => {
    const act = { type: 'DelayNotified', code: 'A\ud800B', occurredAt: 1, recordedAt: 2 } as const;
    expect(actsOf(actsText([act]))).toEqual([{ ...act, code: 'A\ufffdB' }]);
  });

  test('of another kind are not read', () => {
    expect(() => actsOf('ReminderSent 1 2 ')).toThrow('"ReminderSent" is no act that is kept here');
  });
});
