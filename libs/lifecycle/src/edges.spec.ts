import { Rejection } from '@vestigo/kernel';
import type { RequestingKind, RespondingKind } from './acts';
import { edgeOf, STEP_KINDS, type StepKind } from './edges';
import { guarded } from './guards';
import { MATTER_STATUSES } from './matter';
import { Permit } from './permit';
import { asked, type Line, matterOf, replied } from './testing/sample-acts';

const A = (...kinds: readonly RequestingKind[]): readonly Line[] => kinds.map((kind) => ({ A: kind }));
const B = (...kinds: readonly RespondingKind[]): readonly Line[] => kinds.map((kind) => ({ B: kind }));
const sent = A('submit');
const received = [...sent, ...B('receive')];
const acknowledged = [...received, ...B('acknowledge')];
const searching = [...acknowledged, ...B('start-search')];
const answered = [...acknowledged, ...B('answer')];
const restricted = [...answered, ...B('restrict')];
const refused = [...acknowledged, ...B('refuse')];
const unclear = [...refused, ...A('seek-clarification')];

/** Every edge of 8.1 with the clause it rests on: what was done, the act, and the status after it. */
const edges: readonly (readonly [clause: string, before: readonly Line[], act: Line, after: string])[] = [
  ['ITI 17: submitted, it is sent', [], { A: 'submit' }, 'sent'],
  [
    'ITI 25: it arrives at the point of contact, and clocks run from here',
    sent,
    { B: 'receive' },
    'received',
  ],
  ['ITI 19: receipt is acknowledged', received, { B: 'acknowledge' }, 'acknowledged'],
  ['ITI 20: an immediate answer skips the acknowledgement', received, { B: 'answer' }, 'answered'],
  ['ITI 21: more is asked for on receipt', received, { B: 'request-information' }, 'information-requested'],
  ['ITI 21: more is asked for in a search', searching, { B: 'request-information' }, 'information-requested'],
  [
    'ITI 21: what was asked for is supplied, and the search goes on',
    [...received, ...B('request-information')],
    { A: 'supply' },
    'in-search',
  ],
  [
    'ITI 21: what was asked for cannot be supplied, and the search goes on',
    [...acknowledged, ...B('request-information')],
    { A: 'decline' },
    'in-search',
  ],
  ['8.1: acknowledged, the search starts', acknowledged, { B: 'start-search' }, 'in-search'],
  ['ITI 22, 23: a delay leaves the status as it is', searching, { B: 'notify-delay' }, 'in-search'],
  ['ITI 20: a search leads to an answer', searching, { B: 'answer' }, 'answered'],
  ['ITI 20: more is found after the answer', answered, { B: 'supplement' }, 'answered'],
  ['8.1: a wrong answer is corrected', answered, { B: 'correct' }, 'answered'],
  ['ITI 22, 23: an answer is restricted', answered, { B: 'restrict' }, 'answered'],
  ['ITI 15: a restriction is lifted', restricted, { B: 'lift' }, 'answered'],
  ['ITI 22, 23: the request is refused', received, { B: 'refuse' }, 'refused'],
  ['ITI 22, 23: some items are refused, the others are open', searching, { B: 'refuse-items' }, 'in-search'],
  [
    'ITI 23: clarification is sought of a refusal',
    refused,
    { A: 'seek-clarification' },
    'clarification-open',
  ],
  [
    'ITI 23: clarification is sought of a restriction',
    restricted,
    { A: 'seek-clarification' },
    'clarification-open',
  ],
  [
    'ITI 23: clarification is sought of a delay',
    [...received, ...B('notify-delay')],
    { A: 'seek-clarification' },
    'clarification-open',
  ],
  ['ITI 23: clarification leads back to where it was', unclear, { B: 'clarify' }, 'refused'],
  ['ITI 23: what was refused is answered in reply', unclear, { B: 'answer' }, 'clarification-open'],
  [
    'ITI 23: clarification leads to a better outcome',
    [...unclear, ...B('answer')],
    { B: 'clarify' },
    'answered',
  ],
  ['ITI 25: another body is competent', received, { B: 'redirect' }, 'redirected'],
  ['ITI 18: a reminder changes no status', acknowledged, { A: 'remind' }, 'acknowledged'],
  ['8.1: withdrawn while it is open', searching, { A: 'withdraw' }, 'withdrawn'],
  ['8.1: closed on its answer', answered, { A: 'close' }, 'closed'],
  ['8.1: closed on its refusal', refused, { A: 'close' }, 'closed'],
  ['8.1: lapsed without activity', received, { A: 'lapse' }, 'lapsed'],
  ['8.1: a lapsed request is reopened', [...searching, ...A('lapse')], { A: 'reopen' }, 'in-search'],
  ['8.1: a late answer after LAPSED re-opens', [...received, ...A('lapse')], { B: 'answer' }, 'answered'],
  ['8.1: reopened after it was closed', [...answered, ...A('close')], { A: 'reopen' }, 'answered'],
  ['8.1: marked as duplicate', answered, { A: 'mark-duplicate' }, 'duplicate'],
  ['ITI 15(c): consent to onward release is asked for', answered, { A: 'ask-consent' }, 'answered'],
  ['ITI 15(c): consent is given', [...answered, ...A('ask-consent')], { B: 'give-consent' }, 'answered'],
  ['ITI 15(c): consent is denied', [...answered, ...A('ask-consent')], { B: 'deny-consent' }, 'answered'],
  ['Firearms Protocol 12(5): notice before disclosure', restricted, { A: 'give-notice' }, 'answered'],
];

describe('an edge of the lifecycle', () => {
  test.each(edges)('%s', (_, before, act, after) => {
    const kind = 'A' in act ? act.A : act.B;
    if (kind !== 'submit' && kind !== 'receive') {
      const words = { ...asked, ...replied };
      const permit = Permit.for(kind, words[kind], matterOf(before), { seq: 9, seen: 9 });
      expect(permit instanceof Rejection ? permit.code : permit.kind).toBe(kind);
    }
    expect(matterOf([...before, act]).status).toBe(after);
  });

  test('stands here for every act', () => {
    const shown = edges.map(([, , act]) => ('A' in act ? act.A : act.B));
    expect(new Set(shown)).toEqual(new Set(['submit', 'receive', ...STEP_KINDS]));
  });
});

describe('an act out of turn', () => {
  const words = { ...asked, ...replied };

  test.each(STEP_KINDS)('%s gets no permit from any other status, and says what is the case', (kind) => {
    const matter = matterOf(sent);
    for (const status of MATTER_STATUSES) {
      const permit = permitFor(kind, { ...matter, status });
      const permitted = edgeOf(kind).from.includes(status);
      if (!permitted) expect(permit instanceof Rejection && permit.kind).toBe('conflict');
      expect(permit instanceof Rejection ? permit.code : '').not.toContain(' ');
    }
  });

  test('a blank reason is no reason (ITI 23)', () => {
    const permit = Permit.for('withdraw', { reason: ' \t' }, matterOf(sent), { seq: 2, seen: 0 });
    expect(permit instanceof Rejection && [permit.code, permit.faults[0]?.pointer]).toEqual([
      'words-missing',
      '/reason',
    ]);
  });

  const rejected = (kind: StepKind, said: object, lines: readonly Line[]) =>
    guarded(kind, said as never, matterOf(lines))?.code;

  test.each([
    ['supply', { question: 2 }, [...received, ...B('request-information')], 'question-not-open'],
    ['seek-clarification', {}, answered, 'nothing-to-clarify'],
    ['withdraw', {}, [...restricted, ...A('seek-clarification')], 'already-answered'],
    ['withdraw', {}, unclear, 'already-refused'],
    ['close', {}, [...received, ...B('notify-delay'), ...A('seek-clarification')], 'not-answered-yet'],
    ['ask-consent', { items: [3] }, answered, 'item-unknown'],
    ['ask-consent', { items: [] }, answered, 'items-not-named'],
    ['ask-consent', { items: [1, 1] }, answered, 'items-not-named'],
    ['ask-consent', { items: [2] }, [...searching, ...B('refuse-items')], 'not-answered-yet'],
    ['request-information', {}, answered, 'already-answered'],
    ['start-search', {}, received, 'not-acknowledged-yet'],
    ['answer', { answers: [{ item: 1 }] }, answered, 'already-answered'],
    ['correct', { corrects: 9, answers: [{ item: 1 }] }, answered, 'nothing-to-correct'],
    ['restrict', { items: [1] }, restricted, 'already-restricted'],
    ['lift', { items: [1] }, answered, 'not-restricted'],
    ['refuse', {}, [...searching, ...B('refuse-items')], 'partly-answered'],
    ['refuse-items', { items: [2] }, [...searching, ...B('refuse-items')], 'already-answered'],
    ['clarify', { clarification: 2 }, unclear, 'no-clarification-open'],
    ['give-consent', { consent: 1 }, answered, 'consent-not-open'],
  ] as const)('%s with %j is refused for what it says', (kind, said, lines, code) => {
    expect(rejected(kind, said, lines)).toBe(code);
  });

  function permitFor(kind: StepKind, matter: ReturnType<typeof matterOf>) {
    return Permit.for(kind, words[kind], matter, { seq: 2, seen: 1 });
  }
});
