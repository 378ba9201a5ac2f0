import { join } from 'node:path';
import { goldenFaults } from '@vestigo/kernel/testing';
import { crossHitNotice, type CrossHitNoticeEvent } from './cross-hit-notice';
import { parties } from './testing/sample-case';

const noted = (...items: readonly number[]): CrossHitNoticeEvent => ({
  type: 'CrossHitNoted',
  occurredAt: 900,
  clock: null,
  data: { parties, items },
});
const note = (items: readonly number[], ...history: readonly CrossHitNoticeEvent[]) =>
  crossHitNotice.decide(
    { type: 'NoteCrossHit', at: 900, parties, items },
    history.reduce(crossHitNotice.evolve, crossHitNotice.initial),
  );

test('a State is told of each of its items once, and no coordinator by a clock fact', () => {
  expect(note([1, 2])).toEqual([noted(1, 2)]);
  expect(note([1, 2], noted(1))).toEqual([noted(2)]);
  expect(note([1], noted(1, 2))).toEqual([]);
});

test('every event of a cross-hit is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      folder: join(__dirname, '..', 'golden', 'cross-hits'),
      decider: crossHitNotice,
      forms: { upcasts: new Map() },
      types: { CrossHitNoted: true },
      written: [noted(1)],
    }),
  ).toEqual([]);
});
