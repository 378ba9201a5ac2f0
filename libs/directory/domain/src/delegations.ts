import { type Instant, Rejection } from '@vestigo/kernel';
import { type Act, type Entry, numbered, ownActOnly, periodFaults, unknownEntry } from './entries';
import { DELEGABLE_ACTS, type DeskDelegation, type ParticipantEvent } from './participant.events';

/** Lets a liaison desk transmit, chase or comment for the State (ITI 33-35); nothing else can be delegated. */
export interface DelegateDesk extends Act {
  readonly type: 'DelegateDesk';
  readonly delegation: DeskDelegation;
}

/** Ends a delegation at `to`, which is not before the act and not after its planned end. */
export interface EndDelegation extends Act, Entry {
  readonly type: 'EndDelegation';
  readonly to: Instant;
}

export interface NumberedDelegation extends DeskDelegation, Entry {}

export function delegateDesk(
  command: DelegateDesk,
  delegations: readonly NumberedDelegation[],
): readonly ParticipantEvent[] | Rejection {
  const { at, delegation } = command;
  const others = ownActOnly(command);
  if (others) return others;
  const faults = [
    ...periodFaults(delegation.from, delegation.to, '/to'),
    ...(namesActs(delegation)
      ? []
      : [{ pointer: '/acts', detail: `must name different ones of ${DELEGABLE_ACTS.join(', ')}` }]),
  ];
  if (faults.length > 0) {
    return new Rejection('invalid', 'delegation-invalid', 'A desk cannot be asked to act like this.', faults);
  }
  if (delegations.some((known) => same(known, delegation))) return [];
  return [{ type: 'DeskDelegated', occurredAt: at, clock: null, data: delegation }];
}

export function endDelegation(
  command: EndDelegation,
  delegations: readonly NumberedDelegation[],
): readonly ParticipantEvent[] | Rejection {
  const { at, number, to } = command;
  const others = ownActOnly(command);
  if (others) return others;
  const delegation = numbered(delegations, number);
  if (!delegation) return unknownEntry('delegation', number);
  if (delegation.to === to) return [];
  if (delegation.to !== undefined && delegation.to < to) {
    return new Rejection('conflict', 'delegation-ended', 'The delegation ends before that.');
  }
  if (to < at) {
    return new Rejection('invalid', 'delegation-invalid', 'What a desk did under a delegation stays done.', [
      { pointer: '/to', detail: 'must not be before the act' },
    ]);
  }
  return [{ type: 'DelegationEnded', occurredAt: at, clock: null, data: { number, to } }];
}

function namesActs({ acts }: DeskDelegation): boolean {
  const known = acts.every((act) => DELEGABLE_ACTS.includes(act));
  return acts.length > 0 && new Set(acts).size === acts.length && known;
}

function same(left: DeskDelegation, right: DeskDelegation): boolean {
  return (
    left.desk === right.desk &&
    left.body === right.body &&
    left.from === right.from &&
    left.to === right.to &&
    left.acts.toSorted().join() === right.acts.toSorted().join()
  );
}
