import * as fc from 'fast-check';
import type { Handling } from './onward';
import { mayRelease } from './release';
import { anyConditions, anyHandling, anyInstant, anyReader, anyWayOut } from './testing/any-handling';
import { tighten } from './tighten';

describe('on their way from hop to hop', () => {
  test('bodies, roles and purposes shrink to those that both name, and the earlier day counts', () => {
    const parent = [
      { kind: 'EXPIRES', on: '2026-12-31' },
      { kind: 'NEED_TO_KNOW', authorities: ['Customs', 'Prosecutor'] },
      { kind: 'PURPOSE_ONLY', purposes: ['INVESTIGATION', 'PROSECUTION'] },
    ] as const;
    const child = [
      { kind: 'PURPOSE_ONLY', purposes: ['PROSECUTION', 'STATISTICS'] },
      { kind: 'NO_ONWARD' },
      { kind: 'NEED_TO_KNOW', authorities: ['Prosecutor'], roles: ['officer'] },
      { kind: 'EXPIRES', on: '2026-06-30' },
      { kind: 'OTHER', text: 'Ask before use in court.' },
    ] as const;
    expect(tighten(parent, child)).toEqual([
      { kind: 'NEED_TO_KNOW', authorities: ['Prosecutor'], roles: ['officer'] },
      { kind: 'PURPOSE_ONLY', purposes: ['PROSECUTION'] },
      { kind: 'NO_ONWARD' },
      { kind: 'EXPIRES', on: '2026-06-30' },
      { kind: 'OTHER', text: 'Ask before use in court.' },
    ]);
  });

  test('it does not matter in which order conditions are met', () => {
    fc.assert(
      fc.property(anyConditions, anyConditions, anyConditions, (one, two, three) => {
        expect(tighten(tighten(one, two), three)).toEqual(tighten(one, tighten(two, three)));
        expect(tighten(one, two)).toEqual(tighten(two, one));
      }),
    );
  });

  test('the same conditions once more change nothing', () => {
    fc.assert(
      fc.property(anyConditions, anyConditions, (one, two) => {
        const met = tighten(one, two);
        expect(tighten(met, met)).toEqual(met);
        expect(tighten(met, two)).toEqual(met);
      }),
    );
  });

  test('nothing is released that either denies, and nothing denied that both release', () => {
    fc.assert(
      fc.property(
        anyHandling,
        anyConditions,
        anyWayOut,
        anyReader,
        anyInstant,
        (handling, added, wayOut, reader, at) => {
          const releases = (conditions: Handling['conditions']) =>
            mayRelease({ ...handling, conditions }, wayOut, reader, at).released;
          expect(releases(tighten(handling.conditions, added))).toBe(
            releases(handling.conditions) && releases(added),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
