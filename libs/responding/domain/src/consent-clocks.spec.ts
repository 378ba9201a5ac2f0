import { regimeProfiles } from '@vestigo/deadlines';
import { consentClocksOf } from './consent-clocks';
import { answered, clock, heard, received, stateOf } from './testing/sample-case';
import { traceCase } from './trace-case';
import type { TraceCaseEvent } from './trace-case.events';

const day = 86_400_000;
const meta = { actor: 'desk', state: 'USA', role: 'officer', correlationId: '', causationId: '' };

function clocksAfter(...more: readonly TraceCaseEvent[]) {
  const events = [received, answered, ...more];
  const state = stateOf(events);
  if (state.status === 'unknown') throw new Error('the request has not come');
  const history = events.map((event, index) => ({
    ...{ id: String(index), stream: 'traceCase-1', version: index + 1, position: index + 1, event, meta },
    recordedAt: event.occurredAt,
  }));
  return consentClocksOf(state, history, regimeProfiles);
}

const said = { consent: 1, items: [1], recipient: 'PRY', purpose: 'To ask on.' };
const asked = (occurredAt: number, seq = 2): TraceCaseEvent => ({
  type: 'ConsentRequested',
  occurredAt,
  clock: clock('1'),
  data: { ...said, act: { seq, seen: 2 } },
});
const given: TraceCaseEvent = {
  type: 'ConsentGiven',
  occurredAt: 3 * day,
  clock: clock('1'),
  data: { consent: 1, act: { seq: 3, seen: 2 } },
};

describe('a question for consent at the desk of the State asked', () => {
  test('comes with clock facts, for its clock runs from here', () => {
    const decided = traceCase.decide(heard({ kind: 'ask-consent', said }, 2), stateOf([received, answered]));
    expect(decided).toEqual([
      {
        type: 'ConsentRequested',
        occurredAt: 900,
        clock: clock('1'),
        data: { ...said, act: { seq: 2, seen: 1 } },
      },
    ]);
  });

  test('is due ten working days after its receipt, by the clock of this desk', () => {
    // Thursday evening, 1 January 1970, in New York; ten working days later it is Thursday again.
    expect(clocksAfter(asked(20 * 3_600_000))).toEqual([
      {
        consent: 1,
        receivedAt: 20 * 3_600_000,
        decidedAt: null,
        decision: null,
        due: { at: 15 * day + 5 * 3_600_000, regime: 'EXCHANGE_TARGET', nature: 'target' },
      },
    ]);
  });

  test('says when and how it was decided', () => {
    expect(clocksAfter(asked(day), given)).toMatchObject([{ decidedAt: 3 * day, decision: 'GIVEN' }]);
    const denied: TraceCaseEvent = {
      ...given,
      type: 'ConsentDenied',
      data: { ...given.data, consent: 1, reason: 'No.' },
    };
    expect(clocksAfter(asked(day), denied)).toMatchObject([{ decidedAt: 3 * day, decision: 'DENIED' }]);
  });

  test('is not shown before a word that it follows has come', () => {
    expect(clocksAfter(asked(day, 3))).toEqual([]);
  });
});
