import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { NOW } from '@vestigo/http';
import {
  contactInForce,
  type LapsePolicy,
  participant,
  type Participant,
  type ParticipantEvent,
  type PointOfContact,
} from '@vestigo/directory/domain';
import {
  idOf,
  type Instant,
  type Projection,
  type RecordedEvent,
  type Rows,
  type View,
} from '@vestigo/kernel';
import { STATE_CODES, stateName } from '@vestigo/states';
import { familyOf, participantIn, type ParticipantNoticed, saidOf, versionIn } from './participant-rows';

/** A State on the exchange; its point of contact is null while none is in force. */
export interface ParticipantLine {
  readonly code: string;
  readonly name: string;
  /** Version of the State's stream, for If-Match. */
  readonly version: number;
  readonly pointOfContact: PointOfContact | null;
  /** Whether a second officer approves each request before it is sent. */
  readonly reviewRequired: boolean;
  /** When its requests lapse by themselves; null while they do not. */
  readonly lapsePolicy: LapsePolicy | null;
}

/** All that was said, so that what was known at an instant can be told again. */
export const participantList: Projection<RecordedEvent<ParticipantEvent | ParticipantNoticed>> = {
  name: 'participant-list',
  version: '2',
  tables: ['participant_event'],
  schema: `CREATE TABLE participant_event (
    code TEXT NOT NULL, family TEXT NOT NULL, version INTEGER NOT NULL, recorded_at INTEGER NOT NULL, event TEXT NOT NULL,
    PRIMARY KEY (code, family, version)
  ) STRICT, WITHOUT ROWID;`,
  categories: [participant.category],
  project(events, rows) {
    for (const recorded of events) {
      const { version, event } = saidOf(recorded);
      const family = familyOf(event.type);
      if (family === undefined) continue;
      rows.run(
        'INSERT OR REPLACE INTO participant_event VALUES (?, ?, ?, ?, ?)',
        ...[idOf(recorded.stream), family, version, recorded.recordedAt, JSON.stringify(event)],
      );
    }
  },
};

/** States in the order of their codes, after `after` when given. */
export class ListParticipants extends Query<readonly ParticipantLine[]> {
  constructor(
    readonly after: string,
    readonly limit: number,
  ) {
    super();
  }
}

export const PARTICIPANT_LIST = Symbol('view of the participants');

@QueryHandler(ListParticipants)
export class ListParticipantsHandler implements IQueryHandler<ListParticipants> {
  constructor(
    @Inject(PARTICIPANT_LIST) private readonly view: View,
    @Inject(NOW) private readonly now: () => Instant,
  ) {}

  execute({ after, limit }: ListParticipants) {
    const codes = STATE_CODES.filter((code) => code > after).slice(0, limit);
    return Promise.resolve(codes.map((code) => participantLine(this.view, code, this.now())));
  }
}

export function participantLine(rows: Rows, code: string, at: Instant): ParticipantLine {
  const known = participantIn(rows, code, ['contact', 'review', 'lapse']);
  return lineOf(code, { ...known, version: versionIn(rows, code) }, at);
}

export function lineOf(code: string, known: Participant, at: Instant): ParticipantLine {
  const { version, contacts, reviewRequired, lapsePolicies } = known;
  const pointOfContact = contactInForce(contacts, at)?.pointOfContact ?? null;
  return {
    ...{ code, name: stateName(code), version, pointOfContact, reviewRequired },
    lapsePolicy: inForce(lapsePolicies),
  };
}

function inForce(policies: Participant['lapsePolicies']): LapsePolicy | null {
  const last = policies.at(-1);
  if (!last) return null;
  const { from: _, ...policy } = last;
  return Object.keys(policy).length > 0 ? policy : null;
}
