import { clocksByRequest, lineClock } from './line-clock';

const running = {
  requestId: 'one',
  requestingState: 'JAM',
  respondingState: 'USA',
  clock: 'answer',
  submittedAt: null,
  receivedAt: '2026-01-01T00:00:00Z',
  dueAt: '2026-02-01T00:00:00Z',
  overdue: true,
  consent: null,
  suspended: null,
  explained: false,
  regime: 'VESTIGO_TARGET',
  nature: 'target',
  imported: false,
} as const;

describe('a clock on the list', () => {
  test('that runs says when it falls due, and by which rule', () => {
    expect(lineClock('answer', 'received', [running])).toEqual({
      kind: 'due',
      at: '2026-02-01T00:00:00Z',
      overdue: true,
      regime: 'VESTIGO_TARGET',
      nature: 'target',
    });
  });

  test('that stands still says that we owe information', () => {
    const questions = [1];
    const since = '2026-01-10T00:00:00Z';
    const suspended = { since, reason: 'INFORMATION_OWED', clause: 'ITI 21', questions } as const;
    expect(lineClock('answer', 'information-requested', [{ ...running, dueAt: null, suspended }])).toEqual({
      kind: 'still',
      says: 'requesting.clockOwed',
    });
  });

  test.each([
    ['answer', 'draft', 'requesting.clockNotSent'],
    ['answer', 'sent', 'requesting.clockNotReceived'],
    ['answer', 'information-requested', 'requesting.clockOwed'],
    ['acknowledgement', 'in-search', 'requesting.clockAcknowledged'],
    ['answer', 'answered', 'requesting.clockAnswered'],
    ['answer', 'refused', 'requesting.clockRefused'],
    ['answer', 'withdrawn', 'requesting.clockEnded'],
  ] as const)('of %s that does not run on what is %s says why', (clock, status, says) => {
    expect(lineClock(clock, status, [])).toEqual({ kind: 'still', says });
  });

  test('is found by its request', () => {
    expect(clocksByRequest([running]).get('one')).toEqual([running]);
  });
});
