import { join } from 'node:path';
import { Rejection } from '@vestigo/kernel';
import { goldenFaults } from '@vestigo/kernel/testing';
import { type TrailEvent, trailOrder } from './announcement';
import { lapsedAnnouncement } from './lapsed-announcement';
import { commands, drafted, histories, stateOf, submit } from './testing/sample-request';
import { tracingRequest } from './tracing-request';
import type { TracingRequestEvent } from './tracing-request.events';

const announced = (requestId: string): TrailEvent => ({
  type: 'FollowOnAnnounced',
  occurredAt: 900,
  clock: null,
  data: { requestId },
});
const lapsed = (announcement: string): TracingRequestEvent => ({
  type: 'AnnouncementLapsed',
  occurredAt: 900,
  clock: null,
  data: { announcement },
});
const lapse = (announcement: string, history: readonly TracingRequestEvent[]) =>
  lapsedAnnouncement.decide({ type: 'LapseAnnouncement', at: 900, announcement }, stateOf(history));
const codeOf = (decided: unknown) => (decided instanceof Rejection ? decided.code : undefined);

describe('a request that is announced on its trail', () => {
  test('stands there after those that were announced before it', () => {
    expect(trailOrder.decide({ type: 'AnnounceFollowOn', at: 900, requestId: 'b' }, ['a'])).toEqual([
      announced('b'),
    ]);
    expect(['a', 'b'].map(announced).reduce(trailOrder.evolve, trailOrder.initial)).toEqual(['a', 'b']);
  });

  test('is sent no more under an announcement that has lapsed, and under another one it is', () => {
    for (const [history, command] of [
      [[], submit()],
      [[drafted], { ...commands.SubmitDraft, reviewRequired: false }],
    ] as const) {
      const state = stateOf([...history, lapsed('one')]);
      expect(codeOf(tracingRequest.decide({ ...command, announcement: 'one' }, state))).toBe(
        'announcement-lapsed',
      );
      expect(tracingRequest.decide({ ...command, announcement: 'two' }, state)).toMatchObject([
        { type: 'RequestSubmitted' },
      ]);
    }
  });

  test('lapses once, and not when it was sent', () => {
    for (const history of [histories.unknown, histories.draft, histories.approved]) {
      expect(lapse('one', history)).toEqual([lapsed('one')]);
      expect(lapse('one', [...history, lapsed('one')])).toEqual([]);
      expect(lapse('two', [...history, lapsed('one')])).toEqual([lapsed('two')]);
    }
    expect(lapse('one', histories.answered)).toEqual([]);
  });

  test('stays the draft that it was, also once it is written anew', () => {
    const { lapsed: _, ...draft } = { lapsed: [], ...stateOf([drafted, lapsed('one')]) };
    expect(draft).toEqual(stateOf([drafted]));
    const revised = tracingRequest.decide(commands.ReviseDraft, stateOf([drafted, lapsed('one')]));
    if (revised instanceof Rejection) throw revised;
    expect(stateOf([drafted, lapsed('one'), ...revised])).toMatchObject({ lapsed: ['one'] });
  });
});

test('every event of a trail is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      folder: join(__dirname, '..', 'golden', 'trails'),
      decider: trailOrder,
      forms: { upcasts: new Map() },
      types: { FollowOnAnnounced: true },
      written: [announced('b')],
    }),
  ).toEqual([]);
});
