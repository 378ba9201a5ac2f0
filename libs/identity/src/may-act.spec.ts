import * as fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { type Actor, type Role, ROLES } from './actor';
import {
  assertMayAct,
  DELEGABLE_ACTS,
  type Delegation,
  type DeskAct,
  mayAct,
  REQUESTING_ACTS,
  RESPONDING_ACTS,
} from './may-act';

const matter = { requestingState: 'JAM', respondingState: 'USA' };
const officer = (state: string): Actor => ({ subject: 'officer', state, role: 'officer' });
const desk: Actor = { subject: 'duty', state: null, role: 'liaison-desk', desk: 'NCB-KINGSTON' };
const acts: readonly DeskAct[] = [
  ...REQUESTING_ACTS.map((name) => ({ side: 'requesting', name }) as const),
  ...RESPONDING_ACTS.map((name) => ({ side: 'responding', name }) as const),
];
const delegation: Delegation = {
  state: 'JAM',
  desk: 'NCB-KINGSTON',
  acts: ['remind', 'comment'],
  from: 100,
  to: 200,
};
const remind = { side: 'requesting', name: 'remind' } as const;
const comment = { side: 'responding', name: 'comment' } as const;
const answer = { side: 'responding', name: 'answer' } as const;

const states = fc.constantFrom('JAM', 'USA', 'KEN');
const delegations = fc.array(
  fc.record(
    {
      state: states,
      desk: fc.constantFrom('NCB-KINGSTON', 'EUROPOL-SIENA'),
      // Whatever a log may hold one day: what is said there gives no right that the list above does not name.
      acts: fc.subarray([...DELEGABLE_ACTS, ...RESPONDING_ACTS, ...REQUESTING_ACTS] as never[]),
      from: fc.integer({ min: 0, max: 300 }),
      to: fc.integer({ min: 0, max: 300 }),
    },
    { requiredKeys: ['state', 'desk', 'acts', 'from'] },
  ),
);
const anybody: fc.Arbitrary<Actor> = fc
  .tuple(fc.constantFrom<Role>(...ROLES), states)
  .map(([role, state]) =>
    role === 'liaison-desk'
      ? desk
      : { subject: 'somebody', state: role === 'coordinator' ? null : state, role },
  );
const instants = fc.integer({ min: 0, max: 300 });

describe('on a tracing request', () => {
  test('officers act for their own State, on its side alone', () => {
    expect(mayAct(officer('JAM'), remind, matter, [], 150)).toEqual({ allowed: true, state: 'JAM' });
    expect(mayAct(officer('USA'), answer, matter, [], 150)).toEqual({ allowed: true, state: 'USA' });
    expect(mayAct(officer('JAM'), answer, matter, [], 150)).toEqual({ allowed: false, why: 'other-side' });
    expect(mayAct(officer('KEN'), answer, matter, [], 150)).toEqual({ allowed: false, why: 'stranger' });
  });

  test('a desk reminds while the requesting State delegates it, from its beginning on and before its end', () => {
    const at = (instant: number) => mayAct(desk, remind, matter, [delegation], instant);
    expect(at(99)).toEqual({ allowed: false, why: 'stranger' });
    expect(at(100)).toEqual({ allowed: true, state: 'JAM', desk: 'NCB-KINGSTON' });
    expect(at(199)).toEqual({ allowed: true, state: 'JAM', desk: 'NCB-KINGSTON' });
    expect(at(200)).toEqual({ allowed: false, why: 'stranger' });
  });

  test('what one State delegates says nothing for the other', () => {
    expect(mayAct(desk, comment, matter, [delegation], 150)).toEqual({
      allowed: false,
      why: 'not-delegated',
    });
    expect(mayAct(desk, comment, matter, [{ ...delegation, state: 'USA' }], 150)).toEqual({
      allowed: true,
      state: 'USA',
      desk: 'NCB-KINGSTON',
    });
  });

  test('only a coordinator lets a request lapse, and does nothing else', () => {
    const coordinator: Actor = { subject: 'somebody', state: null, role: 'coordinator' };
    const allowed = (actor: Actor) => acts.filter((act) => mayAct(actor, act, matter, [], 150).allowed);
    expect(allowed(coordinator)).toEqual([{ side: 'requesting', name: 'lapse' }]);
    expect(allowed(officer('JAM'))).not.toContainEqual({ side: 'requesting', name: 'lapse' });
  });

  test('no delegation ever lets a desk answer, refuse or close for a State, or do anything but help', () => {
    fc.assert(
      fc.property(delegations, instants, (known, at) => {
        const allowed = acts.filter((act) => mayAct(desk, act, matter, known, at).allowed);
        expect(allowed.filter(({ name }) => !DELEGABLE_ACTS.some((one) => one === name))).toEqual([]);
      }),
    );
  });

  test('a desk may what a delegation in force of the State on that side says, and no more', () => {
    fc.assert(
      fc.property(delegations, instants, fc.constantFrom(...acts), (known, at, act) => {
        const keeper = act.side === 'requesting' ? 'JAM' : 'USA';
        const delegated = known.some(
          (one) =>
            one.state === keeper &&
            one.desk === desk.desk &&
            one.from <= at &&
            at < (one.to ?? Infinity) &&
            one.acts.some((name) => name === act.name) &&
            DELEGABLE_ACTS.some((name) => name === act.name),
        );
        expect(mayAct(desk, act, matter, known, at).allowed).toBe(delegated);
      }),
    );
  });

  test('delegations that have expired, or not begun, give nothing', () => {
    fc.assert(
      fc.property(delegations, instants, fc.constantFrom(...acts), (known, at, act) => {
        const over = known.filter(({ from, to = Infinity }) => to <= at || at < from);
        expect(mayAct(desk, act, matter, over, at)).toEqual({ allowed: false, why: 'stranger' });
      }),
    );
  });

  test('delegations move nobody but desks', () => {
    fc.assert(
      fc.property(anybody, delegations, instants, fc.constantFrom(...acts), (actor, known, at, act) => {
        fc.pre(actor.role !== 'liaison-desk');
        expect(mayAct(actor, act, matter, known, at)).toEqual(mayAct(actor, act, matter, [], at));
      }),
    );
  });

  test('whoever acts acts for one of the two States, or is the coordinator', () => {
    fc.assert(
      fc.property(anybody, delegations, instants, fc.constantFrom(...acts), (actor, known, at, act) => {
        const standing = mayAct(actor, act, matter, known, at);
        if (!standing.allowed) return;
        const keeper = act.side === 'requesting' ? 'JAM' : 'USA';
        expect(standing.state).toBe(actor.role === 'coordinator' ? null : keeper);
        expect(standing.desk).toBe(actor.desk);
      }),
    );
  });

  test.each([
    ['a stranger', officer('KEN'), remind, 'request-not-found'],
    ['an officer of the other side', officer('USA'), remind, 'request-not-found'],
    ['a liaison of the State', { subject: 'l', state: 'JAM', role: 'liaison' }, remind, 'role-not-allowed'],
    ['a desk without this power', desk, comment, 'not-delegated'],
  ] as const)('%s is turned away with %4$s', (_, actor, act, code) => {
    const thrown = (() => {
      try {
        return assertMayAct(actor, act, matter, [delegation], 150);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown instanceof Rejection && thrown.code).toBe(code);
    expect(assertMayAct(officer('JAM'), remind, matter, [], 150)).toEqual({ allowed: true, state: 'JAM' });
  });
});
