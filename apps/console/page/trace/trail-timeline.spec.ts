import type { Hop } from './trace.query';
import { timelineOf } from './trail-timeline';

const hop = (clocks: Partial<Hop['clocks']>): Hop => ({
  ...{
    number: 1,
    follows: null,
    respondingState: 'USA',
    requestId: 'r',
    item: 1,
    requestingState: 'JAM',
    imported: false,
  },
  ...{ status: 'received', result: null, outcomes: [], furtherStates: [], conditions: [] },
  clocks: {
    ...{ submittedAt: '2026-01-01T00:00:00.000Z', receivedAt: null, acknowledgedAt: null, answeredAt: null },
    ...{ lastAnsweredAt: null, acknowledgeDue: null, answerDue: null, consents: [] },
    ...clocks,
  },
});
const trail = (endedAt: string | null, ...hops: Hop[]) => ({
  ...{ startedAt: '2026-01-01T00:00:00.000Z', endedAt, elapsedSeconds: 1, before: [], hops, owed: [] },
});
const now = '2026-01-11T00:00:00.000Z';

describe('the trail of an arm as a timeline', () => {
  test('runs to now while it goes on', () => {
    const { to, lanes } = timelineOf(trail(null, hop({ receivedAt: '2026-01-06T00:00:00.000Z' })), now);
    expect([to, lanes.map(({ from, to: end, isOpen, ticks }) => [from, end, isOpen, ticks])]).toEqual([
      now,
      [[0, 1, true, [{ kind: 'received', at: '2026-01-06T00:00:00.000Z', place: 0.5 }]]],
    ]);
  });

  test('reaches to a limit that lies ahead', () => {
    const at = '2026-01-21T00:00:00.000Z';
    const answerDue = { at, regime: 'ITI', nature: 'target' as const, suspendedSince: null };
    const { to, lanes } = timelineOf(trail(null, hop({ answerDue })), now);
    expect([to, lanes[0]?.to]).toEqual([answerDue.at, 0.5]);
  });

  test('ends with the last answer', () => {
    const answered = '2026-01-05T00:00:00.000Z';
    const { to } = timelineOf(trail(answered, hop({ answeredAt: answered, lastAnsweredAt: answered })), now);
    expect(to).toBe(answered);
  });
});
