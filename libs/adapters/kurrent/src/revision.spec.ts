import { NO_STREAM, START } from '@eventstore/db-client';
import fc from 'fast-check';
import { placeOf, positionOf, revisionOf, versionOf } from './revision';

const safe = fc.maxSafeNat();

describe('versions and revisions', () => {
  it('differ by one, and a stream without events is no stream', () => {
    expect([revisionOf(0), revisionOf(1), revisionOf(7)]).toEqual([NO_STREAM, 0n, 6n]);
    fc.assert(
      fc.property(safe, (version) => {
        const revision = revisionOf(version);
        expect(typeof revision === 'bigint' ? versionOf(revision) : 0).toBe(version);
      }),
    );
  });
});

describe('positions', () => {
  it('come back from where they stand in the log', () => {
    fc.assert(
      fc.property(safe, (position) => {
        const place = placeOf(position);
        expect(typeof place === 'object' ? positionOf(place) : 0).toBe(position);
      }),
    );
    expect(placeOf(0)).toBe(START);
  });

  it('keep the order of the log', () => {
    const commit = fc.bigInt({ min: 0n, max: BigInt(Number.MAX_SAFE_INTEGER) });
    fc.assert(
      fc.property(commit, commit, (one, other) => {
        const [first, second] = [one, other].map((place) => positionOf({ commit: place, prepare: place }));
        expect(Math.sign((first ?? NaN) - (second ?? NaN))).toBe(one < other ? -1 : one > other ? 1 : 0);
      }),
    );
  });

  it('refuse what a number cannot hold exactly', () => {
    const commit = BigInt(Number.MAX_SAFE_INTEGER) + 1n;
    expect(() => positionOf({ commit, prepare: commit })).toThrow(RangeError);
  });
});
