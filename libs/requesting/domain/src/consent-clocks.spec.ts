import { regimeProfiles } from '@vestigo/deadlines';
import { consentClocksOf } from './consent-clocks';
import { leadsTo, rejectionOf, sampleDesk } from './testing/sample-desk';
import { arm, content } from './testing/sample-trail';

const minute = 60_000;
const day = 86_400_000;
const rules = {
  profiles: regimeProfiles,
  deskClock: () => ({ timeZone: 'UTC', weekend: [6, 0] as const }),
};

/** Jamaica was answered by the USA and asks whether it may ask Colombia on the first arm. */
function asking() {
  const desk = sampleDesk('JAM');
  const id = desk.send('USA', content([arm(1), arm(2)]));
  desk.hear(id, ...leadsTo(1, 'COL'), ...leadsTo(2).slice(1));
  desk.act(id, { type: 'AskConsent', items: [1], recipient: 'COL', purpose: 'To ask further.' });
  const clocks = () => desk.kept().flatMap((kept) => consentClocksOf(kept, rules));
  return { desk, id, clocks, askedAt: desk.now() };
}

describe('a question for consent at the desk that asks', () => {
  test('has no clock until the State asked has said that it received it', () => {
    const { clocks, askedAt } = asking();
    expect(clocks()).toEqual([
      {
        ...{ consent: 1, items: [1], askedAt },
        ...{ receivedAt: null, decidedAt: null, decision: null, due: null },
      },
    ]);
  });

  test('has the clock of the State asked from its receipt there', () => {
    const { desk, id, clocks, askedAt } = asking();
    desk.delivered(id, 1);
    expect(clocks()).toEqual([
      {
        ...{ consent: 1, items: [1], askedAt },
        ...{ receivedAt: askedAt + minute, decidedAt: null, decision: null },
        // Ten working days after Thursday, 1 January 1970.
        due: { at: 15 * day, regime: 'EXCHANGE_TARGET', nature: 'target' },
      },
    ]);
  });

  test('says when and how it was decided, be its receipt told or not', () => {
    const { desk, id, clocks, askedAt } = asking();
    desk.hear(id, { kind: 'deny-consent', said: { consent: 1, reason: 'Not yet.' } });
    desk.act(id, { type: 'AskConsent', items: [1], recipient: 'COL', purpose: 'Once more.' });
    desk.delivered(id, 2);
    desk.hear(id, { kind: 'give-consent', said: { consent: 2 } });
    expect(clocks()).toMatchObject([
      { consent: 1, receivedAt: null, decidedAt: askedAt + minute, decision: 'DENIED', due: null },
      { consent: 2, decidedAt: askedAt + 4 * minute, decision: 'GIVEN', due: { at: 15 * day } },
    ]);
  });

  test('was received once: a second word of it changes nothing', () => {
    const { desk, id, clocks } = asking();
    desk.delivered(id, 1);
    const once = clocks();
    desk.delivered(id, 1);
    expect(clocks()).toEqual(once);
    expect(
      desk.kept()[0]?.history.filter(({ event }) => event.type === 'ConsentQuestionDelivered'),
    ).toHaveLength(1);
  });

  test('cannot be received when it was not asked', () => {
    const { desk, id } = asking();
    expect(rejectionOf(() => desk.delivered(id, 2))).toEqual(['consent-not-asked', undefined]);
  });
});
