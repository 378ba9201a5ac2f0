import { regimeProfiles } from '@vestigo/deadlines';
import type { Reader } from '@vestigo/handling';
import { followOnOf } from './follow-on';
import { shownTrail } from './shown-trail';
import { leadsTo, type SampleDesk, sampleDesk } from './testing/sample-desk';
import { arm, content } from './testing/sample-trail';
import { trailsOf } from './trail';

const minute = 60_000;
const rules = {
  profiles: regimeProfiles,
  deskClock: () => ({ timeZone: 'UTC', weekend: [6, 0] as const }),
};
const officer = (state: string): Reader => ({ state, role: 'officer' });
const coordinator: Reader = { state: null, role: 'coordinator' };

function read(desk: SampleDesk, requestId: string, reader: Reader, at = desk.now()) {
  return trailsOf(requestId, desk.kept()).flatMap((trail) => shownTrail(trail, { ...rules, reader, at }));
}

/** Jamaica asked the USA, who led to Colombia under a condition; Colombia led to Brazil, who has not received it. */
function threeHops(conditions: readonly { readonly kind: string }[] = []) {
  const desk = sampleDesk('JAM');
  const first = desk.send('USA', content([arm(1)]));
  desk.hear(
    first,
    { kind: 'receive', said: {} },
    { kind: 'acknowledge', said: {} },
    {
      kind: 'answer',
      said: {
        answers: [
          {
            item: 1,
            outcome: 'TRACED_EXPORTED_ON',
            onwardState: 'COL',
            lastLegalHolder: 'CANARY',
            remarks: 'CANARY',
            conditions: [...conditions],
          },
        ],
        answerClass: 'FULL',
      },
    },
  );
  const second = follow(first, 'COL');
  desk.hear(second, ...leadsTo(1, 'BRA'));
  const third = follow(second, 'BRA');
  return { desk, first, second, third };

  function follow(requestId: string, state: string): string {
    const hop = trailsOf(requestId, desk.kept())[0]?.hops.find((each) => each.requestId === requestId);
    if (!hop) throw new Error('no hop');
    return desk.send(state, followOnOf(hop, state, desk.writing()));
  }
}

describe('a trail as the State reads it that follows it', () => {
  test('has the clocks of each hop, who owes what, and the time of the whole', () => {
    const { desk, first, second, third } = threeHops([{ kind: 'NO_ONWARD' }]);
    const [trail, ...others] = read(desk, second, officer('JAM'), 60 * minute);
    expect(others).toEqual([]);
    expect({ ...trail, hops: trail?.hops.map(({ clocks: _, ...hop }) => hop) }).toEqual({
      startedAt: minute,
      endedAt: null,
      elapsed: 59 * minute,
      before: [],
      owed: [{ hop: 3, act: 'RECEIVE', state: 'BRA', due: null }],
      hops: [
        {
          ...{ number: 1, follows: null, requestId: first, item: 1, requestingState: 'JAM', imported: false },
          ...{ respondingState: 'USA', status: 'answered', result: 'FULL', outcomes: ['TRACED_EXPORTED_ON'] },
          ...{ furtherStates: ['COL'], conditions: [{ kind: 'NO_ONWARD' }] },
        },
        {
          ...{ number: 2, follows: 1, requestId: second, item: 1, requestingState: 'JAM', imported: false },
          ...{ respondingState: 'COL', status: 'answered', result: 'FULL', outcomes: ['TRACED_EXPORTED_ON'] },
          ...{ furtherStates: ['BRA'], conditions: [] },
        },
        {
          ...{ number: 3, follows: 2, requestId: third, item: 1, requestingState: 'JAM', imported: false },
          ...{ respondingState: 'BRA', status: 'sent', result: null, outcomes: [] },
          ...{ furtherStates: [], conditions: [] },
        },
      ],
    });
    expect(trail?.hops.map(({ clocks: { acknowledgeDue: _, answerDue: __, ...clocks } }) => clocks)).toEqual([
      {
        ...{ submittedAt: minute, receivedAt: 2 * minute, acknowledgedAt: 3 * minute },
        ...{ answeredAt: 4 * minute, lastAnsweredAt: 4 * minute, consents: [] },
      },
      {
        ...{ submittedAt: 5 * minute, receivedAt: 6 * minute, acknowledgedAt: 7 * minute },
        ...{ answeredAt: 7 * minute, lastAnsweredAt: 7 * minute, consents: [] },
      },
      {
        ...{ submittedAt: 8 * minute, receivedAt: null, acknowledgedAt: null },
        ...{ answeredAt: null, lastAnsweredAt: null, consents: [] },
      },
    ]);
  });

  test('ends with the last answer when nobody owes anything', () => {
    const { desk, third } = threeHops();
    desk.hear(third, ...leadsTo(1));
    const [trail] = read(desk, third, officer('JAM'), 99 * minute);
    expect(trail).toMatchObject({ endedAt: 10 * minute, elapsed: 9 * minute, owed: [] });
  });

  test('says that a named State is still to be asked, and no longer once the request is closed', () => {
    const desk = sampleDesk('JAM');
    const first = desk.send('USA', content([arm(1)]));
    desk.hear(first, ...leadsTo(1, 'COL'));
    const owed = () => read(desk, first, officer('JAM'))[0]?.owed;
    expect(owed()).toEqual([{ hop: 1, act: 'ASK_NEXT', state: 'JAM', towards: 'COL', due: null }]);
    desk.act(first, { type: 'CloseRequest', conclusion: 'LEAD_EXHAUSTED' });
    expect(owed()).toEqual([]);
  });

  test('says what the State asked and the requesting State owe each other, and until when', () => {
    const desk = sampleDesk('JAM');
    const first = desk.send('USA', content([arm(1)]));
    const owed = () => read(desk, first, officer('JAM'))[0]?.owed.map(({ act, state }) => [act, state]);
    desk.hear(first, { kind: 'receive', said: {} });
    const [trail] = read(desk, first, officer('JAM'));
    const { acknowledgeDue = null, answerDue = null } = trail?.hops[0]?.clocks ?? {};
    expect(trail?.owed).toEqual([
      { hop: 1, act: 'ACKNOWLEDGE', state: 'USA', due: acknowledgeDue },
      { hop: 1, act: 'ANSWER', state: 'USA', due: answerDue },
    ]);
    expect(acknowledgeDue?.at).toBeGreaterThan(0);
    desk.hear(first, { kind: 'acknowledge', said: {} });
    desk.hear(first, { kind: 'request-information', said: { question: 1, text: 'Which slide?' } });
    expect(owed()).toEqual([
      ['SUPPLY_INFORMATION', 'JAM'],
      ['ANSWER', 'USA'],
    ]);
    desk.act(first, { type: 'SupplyInformation', question: 1, information: 'The marked one.' });
    desk.hear(first, ...leadsTo(1).slice(1));
    desk.act(first, { type: 'AskConsent', items: [1], recipient: 'COL', purpose: 'To ask further.' });
    expect(owed()).toEqual([['DECIDE_CONSENT', 'USA']]);
    desk.delivered(first, 1);
    const [asking] = read(desk, first, officer('JAM'));
    const [consent] = asking?.hops[0]?.clocks.consents ?? [];
    expect(asking?.owed).toEqual([{ hop: 1, act: 'DECIDE_CONSENT', state: 'USA', due: consent?.due }]);
    expect(consent?.due?.at).toBeGreaterThan(0);
    desk.hear(first, { kind: 'deny-consent', said: { consent: 1, reason: 'Not yet.' } });
    expect(owed()).toEqual([]);
  });
});

describe('others see of a trail', () => {
  test('as coordinators its clocks and codes, and of a condition no more than its kind', () => {
    const { desk, third } = threeHops([{ kind: 'NEED_TO_KNOW', authorities: ['CANARY'] } as never]);
    const [trail] = read(desk, third, coordinator);
    expect(trail?.hops.map(({ respondingState, conditions }) => [respondingState, conditions])).toEqual([
      ['USA', [{ kind: 'NEED_TO_KNOW' }]],
      ['COL', []],
      ['BRA', []],
    ]);
    expect(JSON.stringify(trail)).not.toContain('CANARY');
  });

  test('as a State that was asked their own hop, and the States before it', () => {
    const { desk, second, third } = threeHops();
    const states = (state: string) =>
      read(desk, third, officer(state)).map(({ before, hops }) => [
        before.map(({ respondingState }) => respondingState),
        hops.map(({ requestId, number, follows }) => [requestId, number, follows]),
      ]);
    expect(states('BRA')).toEqual([[['USA', 'COL'], [[third, 1, null]]]]);
    expect(states('COL')).toEqual([[['USA'], [[second, 1, null]]]]);
    expect(states('KEN')).toEqual([]);
  });

  test('as a State that was asked nothing of those before a condition that denies', () => {
    const { desk, first, third } = threeHops([{ kind: 'NO_ONWARD' }]);
    const before = (state: string) => read(desk, third, officer(state))[0]?.before;
    const colombia = { requestingState: 'JAM', respondingState: 'COL' };
    expect(before('BRA')).toEqual([colombia]);
    expect(before('COL')).toEqual([]);
    desk.act(first, { type: 'AskConsent', items: [1], recipient: 'BRA', purpose: 'To ask further.' });
    desk.hear(first, { kind: 'give-consent', said: { consent: 1 } });
    expect(before('BRA')).toEqual([{ requestingState: 'JAM', respondingState: 'USA' }, colombia]);
    expect(before('COL')).toEqual([]);
  });

  test('as a liaison of a State that was asked no other State', () => {
    const { desk, third } = threeHops();
    expect(read(desk, third, { state: 'BRA', role: 'liaison' }).map(({ before }) => before)).toEqual([[]]);
  });
});
