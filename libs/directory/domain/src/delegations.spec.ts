import * as fc from 'fast-check';
import { specificationOf } from '@vestigo/kernel/testing';
import type { DelegateDesk, EndDelegation } from './delegations';
import { participant, type SetReviewPolicy } from './participant';
import type { DelegableAct, DeskDelegation, ParticipantEvent } from './participant.events';

const { given } = specificationOf(participant);
const act = { by: 'JAM', state: 'JAM', at: 900, now: 1_000 } as const;
const delegation: DeskDelegation = {
  desk: 'NCB-KINGSTON',
  body: 'INTERPOL National Central Bureau Kingston',
  acts: ['remind', 'comment'],
  from: 900,
};
const delegate = (change: Partial<DeskDelegation> = {}): DelegateDesk => ({
  type: 'DelegateDesk',
  ...act,
  delegation: { ...delegation, ...change },
});
const delegated = (change: Partial<DeskDelegation> = {}): ParticipantEvent => ({
  type: 'DeskDelegated',
  occurredAt: 900,
  clock: null,
  data: { ...delegation, ...change },
});
const end = (to: number): EndDelegation => ({ type: 'EndDelegation', ...act, number: 1, to });
const ended = (to: number): ParticipantEvent => ({
  type: 'DelegationEnded',
  occurredAt: 900,
  clock: null,
  data: { number: 1, to },
});

describe('a State that delegates to a liaison desk', () => {
  test('says what the desk may do, and when', () => {
    given([])
      .when(delegate({ to: 5_000 }))
      .then([delegated({ to: 5_000 })]);
    given([delegated()])
      .when(delegate({ acts: ['comment', 'remind'] }))
      .then([]);
    given([delegated()])
      .when(delegate({ from: 950 }))
      .then([delegated({ from: 950 })]);
  });

  test.each<Partial<DeskDelegation>>([
    { acts: [] },
    { acts: ['remind', 'remind'] },
    { to: 900 },
    { acts: ['answer'] as unknown as readonly DelegableAct[] },
  ])('cannot say %j', (change) => {
    given([]).when(delegate(change)).then('delegation-invalid');
  });

  test('ends a delegation, sooner than planned and not in the past', () => {
    given([delegated()])
      .when(end(900))
      .then([ended(900)]);
    given([delegated({ to: 5_000 })])
      .when(end(4_000))
      .then([ended(4_000)]);
    given([delegated(), ended(4_000)])
      .when(end(4_000))
      .then([]);
    given([delegated(), ended(4_000)])
      .when(end(4_001))
      .then('delegation-ended');
    given([delegated()]).when(end(899)).then('delegation-invalid');
    given([]).when(end(900)).then('entry-not-found');
  });

  test('is nobody else, the secretariat included', () => {
    fc.assert(
      fc.property(fc.option(fc.string()), (by) => {
        fc.pre(by !== 'JAM');
        for (const command of [delegate(), end(900), review(true)]) {
          given([delegated()])
            .when({ ...command, by })
            .then('not-your-state');
        }
      }),
    );
  });
});

const review = (reviewRequired: boolean): SetReviewPolicy => ({
  type: 'SetReviewPolicy',
  ...act,
  reviewRequired,
});

test('a State says whether its requests are reviewed before they are sent', () => {
  const set = (reviewRequired: boolean): ParticipantEvent => ({
    type: 'ReviewPolicySet',
    occurredAt: 900,
    clock: null,
    data: { reviewRequired },
  });
  given([]).when(review(false)).then([]);
  given([])
    .when(review(true))
    .then([set(true)]);
  given([set(true)])
    .when(review(true))
    .then([]);
  given([set(true)])
    .when(review(false))
    .then([set(false)]);
});
