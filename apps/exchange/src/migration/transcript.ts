import { directoryReceptionOf, knownParticipant, noticeOf } from '@vestigo/directory';
import { participant, type ParticipantEvent } from '@vestigo/directory/domain';
import { LEASE } from '@vestigo/backing';
import {
  categoryOf,
  type CommandContext,
  type Decider,
  type DomainEvent,
  type NewEvent,
  type RecordedEvent,
  Rejection,
} from '@vestigo/kernel';
import { receptionOf } from '@vestigo/oversight';
import { reportedClock } from '@vestigo/oversight/domain';
import { type DeskSide, reportOf } from '@vestigo/protocol';
import { tracingRequest } from '@vestigo/requesting/domain';
import { traceCase } from '@vestigo/responding/domain';

/** An event and its place. */
export interface Placed {
  readonly stream: string;
  /** 1 for the first event of its stream. */
  readonly version: number;
  readonly event: NewEvent;
}

/** What is to stand in the target for each event of the source. To be asked for every event, in global order. */
export type Transcript = (recorded: RecordedEvent) => readonly Placed[];

/** Streams that a service derives from what others tell it; where all share one log there are none. */
export const DERIVED: readonly string[] = [reportedClock.category, knownParticipant.category];

/** Streams that say nothing of the exchange, only which process does what. */
export const LEASES: readonly string[] = [LEASE];

/** For services with logs of their own: right behind each event stands what those who do not read its stream are told of it. */
export function forServices(): Transcript {
  const versions = new Map<string, number>();
  const numbered = ({ stream, event }: Omit<Placed, 'version'>): Placed => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    return { stream, version, event };
  };
  return (recorded) => [asItStands(recorded), ...toldOf(recorded).map(numbered)];
}

/** For an exchange in one process, which reads every stream itself. */
export function forOneHouse(): Transcript {
  const left = [...DERIVED, ...LEASES];
  return (recorded) => (left.includes(categoryOf(recorded.stream)) ? [] : [asItStands(recorded)]);
}

function asItStands({ id, event, meta, recordedAt, stream, version }: RecordedEvent): Placed {
  return { stream, version, event: { id, event, meta, recordedAt } };
}

const sides: Readonly<Partial<Record<string, DeskSide>>> = {
  [tracingRequest.category]: 'requesting',
  [traceCase.category]: 'responding',
};

function toldOf(recorded: RecordedEvent): readonly Omit<Placed, 'version'>[] {
  if (isContact(recorded)) {
    const { state, command, context } = directoryReceptionOf(noticeOf(recorded));
    return takenIn(knownParticipant, state, command, { ...context, recordedAt: recorded.recordedAt });
  }
  const side = sides[categoryOf(recorded.stream)];
  const report = side && reportOf(side, recorded);
  if (!report) return [];
  const { requestId, command, context } = receptionOf(report);
  return takenIn(reportedClock, requestId, command, context);
}

const isContact = (recorded: RecordedEvent): recorded is RecordedEvent<ParticipantEvent> =>
  categoryOf(recorded.stream) === participant.category;

/** What `handle` would append; these deciders look at no state. */
function takenIn<Command, Event extends DomainEvent>(
  { category, decide }: Decider<null, Command, Event>,
  id: string,
  command: Command,
  { messageId, meta, recordedAt }: CommandContext & { readonly messageId: string },
): readonly Omit<Placed, 'version'>[] {
  const decided = decide(command, null);
  if (decided instanceof Rejection) throw decided;
  return decided.map((event) => ({
    stream: `${category}-${id}`,
    event: { id: messageId, event, meta, ...(recordedAt !== undefined && { recordedAt }) },
  }));
}
