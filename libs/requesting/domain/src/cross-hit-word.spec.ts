import { join } from 'node:path';
import { goldenFaults } from '@vestigo/kernel/testing';
import { crossHitWord, type CrossHitWordEvent } from './cross-hit-word';

const heard = (...items: readonly number[]): CrossHitWordEvent => ({
  type: 'CrossHitNoticeReceived',
  occurredAt: 900,
  clock: null,
  data: { items },
});
const hear = (items: readonly number[], ...history: readonly CrossHitWordEvent[]) =>
  crossHitWord.decide(
    { type: 'RecordCrossHit', at: 900, items },
    history.reduce(crossHitWord.evolve, crossHitWord.initial),
  );

test('word of an item is written down once', () => {
  expect(hear([1])).toEqual([heard(1)]);
  expect(hear([1], heard(1))).toEqual([]);
  expect(hear([2], heard(1))).toEqual([heard(2)]);
});

test('every event of a cross-hit is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      folder: join(__dirname, '..', 'golden', 'cross-hits'),
      decider: crossHitWord,
      forms: { upcasts: new Map() },
      types: { CrossHitNoticeReceived: true },
      written: [heard(1)],
    }),
  ).toEqual([]);
});
