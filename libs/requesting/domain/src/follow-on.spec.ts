import type { GivenCondition } from '@vestigo/handling';
import { followOnOf } from './follow-on';
import type { Hop } from './hop';
import { leadsTo, rejectionOf, sampleDesk } from './testing/sample-desk';
import { arm, content } from './testing/sample-trail';
import { trailsOf } from './trail';

const canary = 'CANARY importer of Barranquilla';
const photograph = { mediaType: 'image/jpeg', bytes: 9, view: 'MARK' } as const;
const asked = content([arm(1), arm(2, { otherMarks: [{ kind: 'STATE_STOCK', photograph: 'd1' }] })], {
  reference: 'CR-7',
  regimes: ['ITI', 'CIFTA'],
  circumstances: 'Found at a checkpoint.',
  duplicateOf: 'an-earlier-one',
  priorChecks: [{ register: 'NATIONAL_REGISTER', result: 'NOTHING_FOUND' }],
  photographs: [
    { sha256: 'd1', ...photograph, item: 1 },
    { sha256: 'd2', ...photograph, item: 2 },
    { sha256: 'd3', ...photograph },
    { sha256: 'd4', ...photograph, item: 1 },
  ],
});

/** Item 2 was exported to Colombia, and the answer on it is bound by these conditions. */
function answeredUnder(conditions: readonly GivenCondition[]) {
  const desk = sampleDesk('JAM');
  const requestId = desk.send('USA', asked, 'parent');
  desk.hear(
    requestId,
    { kind: 'receive', said: {} },
    {
      kind: 'answer',
      said: {
        answerClass: 'PARTIAL',
        answers: [
          {
            item: 2,
            outcome: 'TRACED_EXPORTED_ON',
            onwardState: 'COL',
            lastLegalHolder: canary,
            documentReference: `${canary} 77/2019`,
            chain: [{ role: 'EXPORTED', date: '2019-05-02', state: 'USA', to: canary }],
            conditions,
          },
        ],
      },
    },
  );
  return { desk, requestId, hop: () => hopOn(2) };

  function hopOn(item: number): Hop {
    const hop = trailsOf(requestId, desk.kept())[item - 1]?.hops[0];
    if (!hop) throw new Error(`no hop on item ${String(item)}`);
    return hop;
  }
}

const writing = (at = 0) => ({ officer: { state: 'JAM', role: 'officer' }, at });
const checksFor = (hop: Hop, state: string, at = 0) => followOnOf(hop, state, writing(at)).priorChecks;
const own = { register: 'NATIONAL_REGISTER', result: 'NOTHING_FOUND' };

test('a follow-on request says what its parent said, of the one arm, and what was answered on it', () => {
  const { hop } = answeredUnder([]);
  expect(followOnOf(hop(), 'COL', writing())).toEqual({
    ...content([
      arm(2, { number: 1, followsItem: 2, otherMarks: [{ kind: 'STATE_STOCK', photograph: 'd1' }] }),
    ]),
    reference: 'CR-7',
    circumstances: 'Found at a checkpoint.',
    parentRequestId: 'parent',
    priorChecks: [
      own,
      {
        register: 'OTHER',
        result: 'FOUND',
        remarks:
          `Answer of USA: TRACED_EXPORTED_ON. EXPORTED on 2019-05-02 in USA to ${canary}. ` +
          `Last legal holder: ${canary} Document: ${canary} 77/2019`,
      },
    ],
    photographs: [
      { sha256: 'd1', ...photograph },
      { sha256: 'd2', ...photograph, item: 1 },
      { sha256: 'd3', ...photograph },
    ],
  });
});

describe('what a condition holds back stays out of a follow-on request', () => {
  test.each<readonly GivenCondition[]>([
    [{ kind: 'NO_ONWARD' }],
    [{ kind: 'COMMERCIAL' }],
    [{ kind: 'OTHER', text: 'Ask first.' }],
    [{ kind: 'EMBASSY_ONLY' }],
    [{ kind: 'NEED_TO_KNOW', authorities: ['Firearms Unit'] }],
    [{ kind: 'PURPOSE_ONLY', purposes: ['STATISTICS'] }],
  ])('under %j', (condition) => {
    const { hop } = answeredUnder([condition]);
    const body = followOnOf(hop(), 'COL', writing());
    expect(body.priorChecks).toEqual([own]);
    expect(JSON.stringify(body)).not.toContain('CANARY');
  });

  test('and goes once the giver has consented, to the State that was named and to no other', () => {
    const { desk, requestId, hop } = answeredUnder([{ kind: 'NO_ONWARD' }]);
    desk.act(requestId, { type: 'AskConsent', items: [2], recipient: 'COL', purpose: 'To ask further.' });
    expect(checksFor(hop(), 'COL')).toEqual([own]);
    desk.hear(requestId, { kind: 'give-consent', said: { consent: 1 } });
    expect(JSON.stringify(checksFor(hop(), 'COL'))).toContain('CANARY');
    expect(checksFor(hop(), 'BRA')).toEqual([own]);
  });

  test('not when consent was given for another item', () => {
    const { desk, requestId, hop } = answeredUnder([{ kind: 'NO_ONWARD' }]);
    desk.hear(requestId, {
      kind: 'supplement',
      said: { answers: [{ item: 1, outcome: 'TRACED_EXPORTED_ON', onwardState: 'COL' }] },
    });
    desk.act(requestId, { type: 'AskConsent', items: [1], recipient: 'COL', purpose: 'To ask further.' });
    desk.hear(requestId, { kind: 'give-consent', said: { consent: 1 } });
    expect(checksFor(hop(), 'COL')).toEqual([own]);
  });

  test('from an officer who may not read the answer', () => {
    const { hop } = answeredUnder([{ kind: 'NEED_TO_KNOW', roles: ['officer'] }]);
    const checks = (role: string) =>
      followOnOf(hop(), 'COL', { officer: { state: 'JAM', role }, at: 0 }).priorChecks;
    expect(checks('officer')).toHaveLength(2);
    expect(checks('liaison')).toEqual([own]);
  });

  test('from the day on which the answer expires', () => {
    const { hop } = answeredUnder([{ kind: 'EXPIRES', on: '2026-01-31' }]);
    expect(checksFor(hop(), 'COL', Date.UTC(2026, 0, 31))).toHaveLength(2);
    expect(checksFor(hop(), 'COL', Date.UTC(2026, 1, 2))).toEqual([own]);
  });
});

describe('what binds an answer goes along with it', () => {
  const terms = 'For this inquiry alone.';
  const onTerms = {
    ...{ kind: 'ON_TERMS', state: 'COL', use: 'INVESTIGATION' },
    ...{ purpose: 'To ask the importer.', terms },
  };

  /** The USA consented that Colombia is told, on terms, and Colombia has led to Brazil. */
  function consented() {
    const first = answeredUnder([{ kind: 'NO_ONWARD' }, { kind: 'EXPIRES', on: '2026-01-31' }]);
    const { desk, requestId, hop } = first;
    const ask = {
      type: 'AskConsent',
      items: [2],
      recipient: 'COL',
      purpose: 'To ask the importer.',
    } as const;
    desk.act(requestId, ask);
    desk.hear(requestId, { kind: 'give-consent', said: { consent: 1, terms } });
    return { desk, hop };
  }

  test('its conditions, and the terms of the consent in words', () => {
    const { hop } = consented();
    const [, check] = checksFor(hop(), 'COL') ?? [];
    expect(check?.handling).toEqual({
      giver: 'USA',
      conditions: [{ kind: 'NO_ONWARD' }, { kind: 'EXPIRES', on: '2026-01-31' }, onTerms],
    });
    expect(checksFor(hop(), 'BRA')).toEqual([own]);
  });

  test('and nothing where nothing binds it', () => {
    const { hop } = answeredUnder([]);
    expect(checksFor(hop(), 'COL')?.[1]).not.toHaveProperty('handling');
  });

  test('so that it goes to the State and for the use that consent was asked for, and to no other', () => {
    const { desk, hop } = consented();
    const written = followOnOf(hop(), 'COL', desk.writing());
    const sent = (state: string, more: object = {}) =>
      rejectionOf(() => desk.send(state, { ...written, ...more }))?.[0];
    expect(sent('BRA')).toBe('check-not-for-this-state');
    expect(sent('COL', { intendedUse: 'STATISTICS' })).toBe('check-not-for-this-state');
    expect(sent('COL')).toBeUndefined();
  });

  test('and it is not handed on a second time by what the next State leads to', () => {
    const { desk, hop } = consented();
    const second = desk.send('COL', followOnOf(hop(), 'COL', desk.writing()));
    desk.hear(second, ...leadsTo(1, 'BRA'));
    const next = trailsOf(second, desk.kept())[0]?.hops.find(({ requestId }) => requestId === second);
    if (!next) throw new Error('no hop');
    const body = followOnOf(next, 'BRA', desk.writing());
    expect(body.priorChecks?.map(({ register, remarks }) => [register, remarks])).toEqual([
      ['NATIONAL_REGISTER', undefined],
      ['OTHER', 'Answer of COL: TRACED_EXPORTED_ON.'],
    ]);
    expect(JSON.stringify(body)).not.toContain('CANARY');
  });

  test('while what binds nobody further goes on', () => {
    const { desk, hop } = answeredUnder([{ kind: 'PURPOSE_ONLY', purposes: ['INVESTIGATION'] }]);
    const second = desk.send('COL', followOnOf(hop(), 'COL', desk.writing()));
    desk.hear(second, ...leadsTo(1, 'BRA'));
    const next = trailsOf(second, desk.kept())[0]?.hops.find(({ requestId }) => requestId === second);
    const checks = next && followOnOf(next, 'BRA', desk.writing()).priorChecks;
    expect(checks?.flatMap(({ handling }) => handling ?? [])).toEqual([
      { giver: 'USA', conditions: [{ kind: 'PURPOSE_ONLY', purposes: ['INVESTIGATION'] }] },
    ]);
  });
});
