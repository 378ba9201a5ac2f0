import { lineClock } from './line-clock';

const still = { acknowledgement: null, answer: null, suspended: false };
const at = '2026-02-01T00:00:00Z';

describe('a clock on the list', () => {
  test('that runs says when it falls due', () => {
    const line = { status: 'received', due: { ...still, answer: at } } as const;
    expect(lineClock('answer', line)).toEqual({ kind: 'due', at });
  });

  test('that stands still says that we owe information; the other runs on', () => {
    const due = { acknowledgement: at, answer: null, suspended: true };
    const line = { status: 'information-requested', due } as const;
    expect(lineClock('answer', line)).toEqual({ kind: 'suspended' });
    expect(lineClock('acknowledgement', line)).toEqual({ kind: 'due', at });
  });

  test.each([
    ['answer', 'draft', 'requesting.clockNotSent'],
    ['answer', 'sent', 'requesting.clockNotReceived'],
    ['acknowledgement', 'received', 'requesting.clockUnknown'],
    ['answer', 'in-search', 'requesting.clockUnknown'],
    ['acknowledgement', 'in-search', 'requesting.clockAcknowledged'],
    ['answer', 'answered', 'requesting.clockAnswered'],
    ['answer', 'refused', 'requesting.clockRefused'],
    ['answer', 'withdrawn', 'requesting.clockEnded'],
  ] as const)('of %s that does not run on what is %s says why', (clock, status, says) => {
    expect(lineClock(clock, { status, due: still })).toEqual({ kind: 'still', says });
  });
});
