import { consentQuestions, standingOf } from './consent-standing';

const asked = {
  consent: 1,
  askedAt: '2026-03-02T09:00:00Z',
  receivedAt: null,
  decidedAt: null,
  decision: null,
  due: null,
};
const due = {
  at: '2026-03-16T05:00:00Z',
  regime: 'EXCHANGE_TARGET',
  nature: 'target',
  suspendedSince: null,
} as const;
const received = { ...asked, receivedAt: '2026-03-02T09:01:00Z', due };

describe('a question for consent', () => {
  test('is on its way until its receipt is told: nobody is late', () => {
    expect(standingOf(asked)).toEqual({ kind: 'on-its-way' });
  });

  test('is owed from then on, until its limit if there is one', () => {
    expect(standingOf(received)).toEqual({ kind: 'owed', dueAt: due.at });
    expect(standingOf({ ...received, due: null })).toEqual({ kind: 'owed', dueAt: null });
  });

  test.each([
    ['2026-03-16T04:59:59Z', false],
    ['2026-03-16T05:00:00Z', true],
  ])('decided at %s is late: %s', (at, late) => {
    expect(standingOf({ ...received, decidedAt: at, decision: 'DENIED' })).toEqual({
      ...{ kind: 'decided', at, given: false, late },
    });
  });

  test('comes with what was asked, and before those that are decided', () => {
    const decided = { ...received, decidedAt: '2026-03-03T09:00:00Z', decision: 'GIVEN' } as const;
    const timeline = [1, 2].map((consent) => ({
      what: 'ConsentAsked',
      act: 'ask-consent',
      occurredAt: '2026-03-02T09:00:00Z',
      recordedAt: '2026-03-02T09:00:00Z',
      byState: 'JAM',
      said: { consent, items: [consent], ...(consent === 2 && { recipient: 'Colombian police' }) },
    }));
    expect(consentQuestions([decided, { ...received, consent: 2 }], timeline)).toEqual([
      { clock: { ...received, consent: 2 }, items: [2], recipient: 'Colombian police' },
      { clock: decided, items: [1] },
    ]);
  });
});
