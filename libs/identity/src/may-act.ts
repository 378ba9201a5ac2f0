import { type Instant, Rejection } from '@vestigo/kernel';
import type { Actor } from './actor';

/** What a liaison desk of the INTERPOL type may be asked to do for a State (ITI 33-35): it helps, and never answers. */
export const DELEGABLE_ACTS = ['transmit', 'remind', 'comment'] as const;
export type DelegableAct = (typeof DELEGABLE_ACTS)[number];

/** What is done at the desk of the requesting State. */
export const REQUESTING_ACTS = [
  'transmit',
  'remind',
  'comment',
  'draft',
  'revise',
  'approve',
  'submit',
  'supply-information',
  'decline-information',
  'seek-clarification',
  'withdraw',
  'close',
  'lapse',
  'reopen',
  'mark-duplicate',
  'ask-consent',
  'give-disclosure-notice',
] as const;

/** What is done at the desk of the State asked. */
export const RESPONDING_ACTS = [
  'transmit',
  'comment',
  'acknowledge',
  'request-information',
  'start-search',
  'notify-delay',
  'answer',
  'supplement',
  'correct',
  'impose-restriction',
  'lift-restriction',
  'refuse',
  'clarify',
  'redirect',
  'decide-consent',
] as const;

/** An act at the desk of one of the two States. */
export type DeskAct =
  | { readonly side: 'requesting'; readonly name: (typeof REQUESTING_ACTS)[number] }
  | { readonly side: 'responding'; readonly name: (typeof RESPONDING_ACTS)[number] };

/** The two States of a tracing request, ISO 3166-1 alpha-3. */
export interface MatterParties {
  readonly requestingState: string;
  readonly respondingState: string;
}

/** What a State lets a liaison desk do, from `from` on and before `to`; open when absent. */
export interface Delegation {
  /** The State that delegates. */
  readonly state: string;
  readonly desk: string;
  readonly acts: readonly DelegableAct[];
  readonly from: Instant;
  readonly to?: Instant;
}

/** `stranger`: the actor has nothing to do with the matter and must not learn that it exists. */
export type WhyNot = 'stranger' | 'role-not-allowed' | 'other-side' | 'not-delegated';

export type Standing =
  | {
      readonly allowed: true;
      /** For which State the act counts; null for the coordinator. */
      readonly state: string | null;
      /** The liaison desk that does it in the name of that State. */
      readonly desk?: string;
    }
  | { readonly allowed: false; readonly why: WhyNot };

/**
 * Who may do what on a tracing request. Officers act for their own State and on its side alone; a liaison only watches; a coordinator
 * lets requests lapse and does nothing else; a liaison desk does what the State of that side has delegated to it at this instant.
 * No delegation lets a desk answer, refuse or close for a State, whatever it says.
 */
export function mayAct(
  { role, state, desk }: Actor,
  act: DeskAct,
  matter: MatterParties,
  delegations: readonly Delegation[],
  at: Instant,
): Standing {
  const keeper = act.side === 'requesting' ? matter.requestingState : matter.respondingState;
  if (role === 'coordinator') {
    return act.name === 'lapse' ? { allowed: true, state: null } : refused('role-not-allowed');
  }
  if (role === 'liaison-desk') {
    const inForce = delegations.filter(
      (delegation) =>
        delegation.desk === desk && isInForce(delegation, at) && isParty(delegation.state, matter),
    );
    if (desk === undefined || inForce.length === 0) return refused('stranger');
    const own = inForce.filter((delegation) => delegation.state === keeper);
    const delegated = isDelegable(act.name) && own.some(({ acts }) => acts.some((name) => name === act.name));
    return delegated ? { allowed: true, state: keeper, desk } : refused('not-delegated');
  }
  if (state === null || !isParty(state, matter)) return refused('stranger');
  if (role === 'liaison' || act.name === 'lapse') return refused('role-not-allowed');
  return state === keeper ? { allowed: true, state } : refused('other-side');
}

/** The same for the edge: throws `Rejection`, which for a stranger says what it says of a matter that is none. */
export function assertMayAct(...question: Parameters<typeof mayAct>): Standing & { readonly allowed: true } {
  const standing = mayAct(...question);
  if (standing.allowed) return standing;
  const [{ role }, { name }] = question;
  switch (standing.why) {
    case 'stranger':
    case 'other-side':
      throw new Rejection(
        'not-found',
        'request-not-found',
        'Your State is party to no request with this id.',
      );
    case 'not-delegated':
      throw new Rejection('forbidden', 'not-delegated', `No State has delegated ${name} to your desk here.`);
    case 'role-not-allowed':
      throw new Rejection('forbidden', 'role-not-allowed', `The role ${role} may not do this.`);
  }
}

export function isInForce({ from, to = Infinity }: Pick<Delegation, 'from' | 'to'>, at: Instant): boolean {
  return from <= at && at < to;
}

const isParty = (state: string, { requestingState, respondingState }: MatterParties) =>
  state === requestingState || state === respondingState;

const isDelegable = (name: string): name is DelegableAct => DELEGABLE_ACTS.some((act) => act === name);

const refused = (why: WhyNot): Standing => ({ allowed: false, why });
