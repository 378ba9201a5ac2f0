import * as fc from 'fast-check';
import { type GivenCondition, mayRelease, WAYS_OUT } from '@vestigo/handling';
import type { RequestingAct, RespondingAct } from './acts';
import type { ReceivedItemAnswer } from './answer-content';
import { handlingOf, heldAnswers, shownItem } from './item-handling';

const parties = { requestingState: 'JAM', respondingState: 'USA' };
const at = Date.UTC(2026, 0, 15);
const officer = (state: string) => ({ state, role: 'officer', purpose: 'INVESTIGATION' });

const anyOutsider = fc.oneof(
  fc.record({ state: fc.constantFrom('JAM', 'USA', null), role: fc.constantFrom('liaison', 'coordinator') }),
  fc.record({ state: fc.constant(null), role: fc.constant('officer') }),
);

const numbered = <Act>(acts: readonly Act[]) =>
  acts.map((act, index) => ({ ...act, seq: index + 1, seen: 0 }));
const said = (replied: readonly RespondingAct[], asked: readonly RequestingAct[] = []) => ({
  asked: numbered<RequestingAct>([{ kind: 'submit', said: { items: [1, 2] } }, ...asked]),
  replied: numbered(replied),
});
const answerOn = (item: number, conditions: readonly GivenCondition[] = []): ReceivedItemAnswer => ({
  item,
  outcome: 'TRACED_LAST_HOLDER',
  lastLegalHolder: 'Importer, Barranquilla',
  conditions,
});
const answer = (...answers: readonly ReceivedItemAnswer[]): RespondingAct => ({
  kind: 'answer',
  said: { answers, answerClass: 'FULL' },
});
const supplement = (...answers: readonly ReceivedItemAnswer[]): RespondingAct => ({
  kind: 'supplement',
  said: { answers },
});
const correct = (corrects: number, ...answers: readonly ReceivedItemAnswer[]): RespondingAct => ({
  kind: 'correct',
  said: { corrects, answers },
});
const noOnward = { kind: 'NO_ONWARD' } as const;
const commercial = { kind: 'COMMERCIAL' } as const;

describe('the conditions on an item', () => {
  test('are those of its own answers, and a supplement without conditions frees nothing', () => {
    const whole = said([answer(answerOn(1, [noOnward]), answerOn(2)), supplement(answerOn(1))]);
    expect(handlingOf(1, parties, whole).conditions).toEqual([noOnward]);
    expect(handlingOf(2, parties, whole).conditions).toEqual([]);
  });

  test('tighten with each supplement', () => {
    const whole = said([answer(answerOn(1, [noOnward])), supplement(answerOn(1, [commercial]))]);
    expect(handlingOf(1, parties, whole).conditions).toEqual([noOnward, commercial]);
  });

  test('are loosened by their giver alone, who corrects what it gave', () => {
    const whole = said([answer(answerOn(1, [{ kind: 'OTHER', text: 'Ask.' }])), correct(1, answerOn(1))]);
    expect(handlingOf(1, parties, whole).conditions).toEqual([]);
    expect(heldAnswers(1, whole)).toEqual([{ givenIn: 2, answer: answerOn(1) }]);
  });

  test('never release what one of the answers alone would not', () => {
    const kinds = fc.subarray([noOnward, commercial, { kind: 'EXPIRES', on: '2026-01-01' }, { kind: 'NEW' }]);
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 1, maxLength: 4 }), ([first, ...others]) => {
        const steps = [answer(answerOn(1, first)), ...others.map((more) => supplement(answerOn(1, more)))];
        const releases = (replied: readonly RespondingAct[]) =>
          mayRelease(handlingOf(1, parties, said(replied)), 'read', officer('JAM'), at).released;
        const alone = [first ?? [], ...others].map((more) => releases([answer(answerOn(1, more))]));
        expect(releases(steps)).toBe(alone.every(Boolean));
      }),
    );
  });
});

describe('acceptance check 7', () => {
  const bound = answer(answerOn(1, [noOnward]), answerOn(2, [noOnward]));
  const ask: RequestingAct = {
    kind: 'ask-consent',
    said: { consent: 1, items: [1], recipient: 'COL', purpose: 'The next State on the trail.' },
  };
  const onward = (replied: readonly RespondingAct[], asked: readonly RequestingAct[], item = 1, to = 'COL') =>
    mayRelease(handlingOf(item, parties, said(replied, asked)), 'follow-on', officer(to), at).released;

  test('onward release of a NO_ONWARD answer needs consent given first', () => {
    const given: RespondingAct = { kind: 'give-consent', said: { consent: 1 } };
    expect(onward([bound], [])).toBe(false);
    expect(onward([bound], [ask])).toBe(false);
    expect(onward([bound, { kind: 'deny-consent', said: { consent: 1, reason: 'No.' } }], [ask])).toBe(false);
    expect(onward([bound, { kind: 'give-consent', said: { consent: 2 } }], [ask])).toBe(false);
    expect(onward([bound, given], [ask])).toBe(true);
    expect(onward([bound, given], [ask], 2)).toBe(false);
    expect(onward([bound, given], [ask], 1, 'BRA')).toBe(false);
  });

  test('notice before disclosure is no consent (Firearms Protocol 12(5))', () => {
    const notice: RequestingAct = {
      kind: 'give-notice',
      said: { items: [1], recipient: 'COL', reason: 'A court asks for it.' },
    };
    expect(onward([bound], [notice])).toBe(false);
    expect(handlingOf(1, parties, said([bound], [notice])).notices).toEqual([{ item: 1, to: 'COL' }]);
  });
});

describe('what a reader is shown of an item', () => {
  const whole = said([answer({ ...answerOn(1, [{ kind: 'PURPOSE_ONLY', purposes: ['PROSECUTION'] }]) })]);
  const shown = (state: string) =>
    shownItem(1, parties, whole, { wayOut: 'read', reader: officer(state), at });

  test('is the whole answer for its giver', () => {
    expect(shown('USA').answers).toEqual([
      { givenIn: 1, ...answerOn(1, [{ kind: 'PURPOSE_ONLY', purposes: ['PROSECUTION'] }]) },
    ]);
  });

  test('is its codes, the conditions and what denies for an officer who may not read it', () => {
    expect(shown('JAM')).toEqual({
      item: 1,
      answers: [
        { givenIn: 1, item: 1, outcome: 'TRACED_LAST_HOLDER', conditions: [{ kind: 'PURPOSE_ONLY' }] },
      ],
      handling: {
        conditions: [{ kind: 'PURPOSE_ONLY', purposes: ['PROSECUTION'] }],
        consents: [],
        notices: [],
        restrictions: [],
      },
      decision: {
        released: false,
        deniedBy: [
          {
            condition: 'PURPOSE_ONLY',
            clause: 'ITI 15(b)',
            reason: 'It is wanted for another purpose than the giver allows.',
          },
        ],
      },
    });
  });

  test('is why part is held back, whatever the conditions (ITI 23)', () => {
    const restriction = { ground: 'ITI22_CONFIDENTIALITY_LAW', reason: 'The buyer may not be named.' };
    const held = said([answer({ ...answerOn(1, [{ kind: 'OTHER', text: 'Ask first.' }]), restriction })]);
    const reading = { wayOut: 'read', reader: officer('JAM'), at } as const;
    const { answers, handling } = shownItem(1, parties, held, reading);
    expect(handling).toMatchObject({
      conditions: [{ kind: 'OTHER', text: 'Ask first.' }],
      restrictions: [restriction],
    });
    expect(answers).toMatchObject([{ restriction: { ground: restriction.ground } }]);
  });

  test('holds no text at all for who is no officer of the two States', () => {
    const text = 'CANARY';
    const content: ReceivedItemAnswer = {
      ...answerOn(1, [{ kind: 'OTHER', text }, { kind: text }]),
      remarks: text,
      lastLegalHolder: text,
      restriction: { ground: 'ITI22_NATIONAL_SECURITY', reason: text },
      chain: [{ role: 'SOLD', from: text, to: text, documentReference: text }],
    };
    fc.assert(
      fc.property(anyOutsider, fc.constantFrom(...WAYS_OUT), (reader, wayOut) => {
        const shown = shownItem(1, parties, said([answer(content)]), { wayOut, reader, at });
        expect(JSON.stringify({ ...shown, answers: [] })).not.toContain(text);
        expect(shown.answers).toEqual([
          {
            givenIn: 1,
            item: 1,
            outcome: 'TRACED_LAST_HOLDER',
            restriction: { ground: 'ITI22_NATIONAL_SECURITY' },
            chain: [{ role: 'SOLD' }],
            conditions: [{ kind: 'OTHER' }, { kind: text }],
          },
        ]);
      }),
    );
  });
});
