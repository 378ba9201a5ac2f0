import { type Decider, happenedAlready, type Instant, never, Rejection } from '@vestigo/kernel';
import {
  type DelegateDesk,
  delegateDesk,
  type EndDelegation,
  endDelegation,
  type NumberedDelegation,
} from './delegations';
import { type Act, numbered, ownActOnly, withEntry } from './entries';
import {
  type CorrectMarkingPractice,
  correctPractice,
  type NumberedPractice,
  type RecordMarkingPractice,
  recordPractice,
} from './marking-practices';
import type { LapsePolicy, ParticipantEvent } from './participant.events';
import {
  type Contact,
  contactOf,
  correctContact,
  type CorrectPointOfContact,
  registerContact,
  type RegisterPointOfContact,
} from './points-of-contact';

/** Whether a second officer must approve a request before the State sends it. */
export interface SetReviewPolicy extends Act {
  readonly type: 'SetReviewPolicy';
  readonly reviewRequired: boolean;
}

/** In force from when it is said: it makes no request lapse in the past. */
export interface SetLapsePolicy extends Act {
  readonly type: 'SetLapsePolicy';
  readonly policy: LapsePolicy;
}

export type ParticipantCommand =
  | RegisterPointOfContact
  | CorrectPointOfContact
  | DelegateDesk
  | EndDelegation
  | SetReviewPolicy
  | SetLapsePolicy
  | RecordMarkingPractice
  | CorrectMarkingPractice;

export interface Participant {
  /** Events so far: what an entry begun by the next one will be numbered after. */
  readonly version: number;
  readonly contacts: readonly Contact[];
  readonly delegations: readonly NumberedDelegation[];
  readonly reviewRequired: boolean;
  /** Each in force from then on, until the next one is. */
  readonly lapsePolicies: readonly DatedLapsePolicy[];
  readonly practices: readonly NumberedPractice[];
}

export interface DatedLapsePolicy extends LapsePolicy {
  readonly from: Instant;
}

/** A State on the exchange. */
export const participant: Decider<Participant, ParticipantCommand, ParticipantEvent> = {
  category: 'participant',
  initial: {
    version: 0,
    contacts: [],
    delegations: [],
    reviewRequired: false,
    lapsePolicies: [],
    practices: [],
  },
  decide,
  evolve,
};

function decide(command: ParticipantCommand, state: Participant): readonly ParticipantEvent[] | Rejection {
  const early = happenedAlready(command.at, command.now);
  if (early) return early;
  if (command.by !== null && command.by !== command.state) {
    return new Rejection('forbidden', 'not-your-state', 'A State speaks for itself only.');
  }
  switch (command.type) {
    case 'RegisterPointOfContact':
      return registerContact(command, state.contacts);
    case 'CorrectPointOfContact':
      return correctContact(command, state.contacts);
    case 'DelegateDesk':
      return delegateDesk(command, state.delegations);
    case 'EndDelegation':
      return endDelegation(command, state.delegations);
    case 'SetReviewPolicy':
      return setReviewPolicy(command, state);
    case 'SetLapsePolicy':
      return setLapsePolicy(command, state);
    case 'RecordMarkingPractice':
      return recordPractice(command, state.practices);
    case 'CorrectMarkingPractice':
      return correctPractice(command, state.practices);
    default:
      throw never(command, 'command');
  }
}

function setReviewPolicy(
  command: SetReviewPolicy,
  state: Participant,
): readonly ParticipantEvent[] | Rejection {
  const others = ownActOnly(command);
  if (others) return others;
  const { at, reviewRequired } = command;
  if (reviewRequired === state.reviewRequired) return [];
  return [{ type: 'ReviewPolicySet', occurredAt: at, clock: null, data: { reviewRequired } }];
}

function setLapsePolicy(
  command: SetLapsePolicy,
  { lapsePolicies }: Participant,
): readonly ParticipantEvent[] | Rejection {
  const others = ownActOnly(command);
  if (others) return others;
  const { afterIdleDays, afterQuestionDays } = command.policy;
  const last: LapsePolicy = lapsePolicies.at(-1) ?? {};
  if (last.afterIdleDays === afterIdleDays && last.afterQuestionDays === afterQuestionDays) return [];
  return [{ type: 'LapsePolicySet', occurredAt: command.now, clock: null, data: command.policy }];
}

function evolve(before: Participant, event: ParticipantEvent): Participant {
  const version = before.version + 1;
  const state = { ...before, version };
  switch (event.type) {
    case 'PointOfContactRegistered':
      return withContact(state, contactOf(event.data, version, event.occurredAt));
    case 'PointOfContactCorrected':
      return withContact(state, contactOf(event.data, event.data.number, event.occurredAt));
    case 'DeskDelegated':
      return { ...state, delegations: withEntry(state.delegations, { ...event.data, number: version }) };
    case 'DelegationEnded': {
      const ended = numbered(state.delegations, event.data.number);
      if (!ended) return state;
      return { ...state, delegations: withEntry(state.delegations, { ...ended, to: event.data.to }) };
    }
    case 'ReviewPolicySet':
      return { ...state, reviewRequired: event.data.reviewRequired };
    case 'LapsePolicySet': {
      const policy = { ...event.data, from: event.occurredAt };
      return { ...state, lapsePolicies: [...state.lapsePolicies, policy] };
    }
    case 'MarkingPracticeRecorded':
      return { ...state, practices: withEntry(state.practices, { ...event.data, number: version }) };
    case 'MarkingPracticeCorrected': {
      const { reason: _, ...practice } = event.data;
      return { ...state, practices: withEntry(state.practices, practice) };
    }
    default:
      throw never(event, 'event');
  }
}

function withContact(state: Participant, contact: Contact): Participant {
  return { ...state, contacts: withEntry(state.contacts, contact) };
}

/** What is known of a State from some of its events, each with its version: what is missing leaves a gap and no wrong number. */
export function participantFrom(
  events: readonly { readonly version: number; readonly event: ParticipantEvent }[],
): Participant {
  return events
    .toSorted((one, other) => one.version - other.version)
    .reduce(
      (state, { version, event }) => evolve({ ...state, version: version - 1 }, event),
      participant.initial,
    );
}
