import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { NOW } from '@vestigo/http';
import {
  contactInForce,
  participant,
  type Participant,
  type ParticipantEvent,
  participantFrom,
  type PointOfContact,
} from '@vestigo/directory/domain';
import {
  type DomainEvent,
  idOf,
  type Instant,
  type Projection,
  type RecordedEvent,
  type Rows,
  type View,
} from '@vestigo/kernel';
import type { ParticipantChange } from '@vestigo/protocol';
import { STATE_CODES, stateName } from '@vestigo/states';

/** A State on the exchange; its point of contact is null while none is in force. */
export interface ParticipantLine {
  readonly code: string;
  readonly name: string;
  /** Version of the State's stream, for If-Match. */
  readonly version: number;
  readonly pointOfContact: PointOfContact | null;
  /** Whether a second officer approves each request before it is sent. */
  readonly reviewRequired: boolean;
}

/** What a service that does not keep the directory was told. */
export type ParticipantNoticed = DomainEvent<
  'ParticipantNoticed',
  { readonly version: number; readonly change: ParticipantChange }
>;

/** What the directory said, and which version it was for the directory. */
export interface Said {
  readonly version: number;
  readonly event: ParticipantEvent;
}

/** Without numbers of their own, notices of version 1 count in the order in which they came. */
export function saidOf({
  version,
  event,
}: Pick<RecordedEvent<ParticipantEvent | ParticipantNoticed>, 'version' | 'event'>): Said {
  if (event.type !== 'ParticipantNoticed') return { version, event };
  const { version: told, change } = event.data;
  return { version: told, event: { ...change, occurredAt: event.occurredAt, clock: null } };
}

export type Family = 'contact' | 'delegation' | 'review' | 'practice';

const families: Readonly<Partial<Record<string, Family>>> = {
  PointOfContactRegistered: 'contact',
  PointOfContactCorrected: 'contact',
  DeskDelegated: 'delegation',
  DelegationEnded: 'delegation',
  ReviewPolicySet: 'review',
  MarkingPracticeRecorded: 'practice',
  MarkingPracticeCorrected: 'practice',
} satisfies Record<ParticipantEvent['type'], Family>;

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
      const family = families[event.type];
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
  const known = participantIn(rows, code, ['contact', 'review']);
  return lineOf(code, { ...known, version: versionIn(rows, code) }, at);
}

export function lineOf(code: string, known: Participant, at: Instant): ParticipantLine {
  const { version, contacts, reviewRequired } = known;
  const pointOfContact = contactInForce(contacts, at)?.pointOfContact ?? null;
  return { code, name: stateName(code), version, pointOfContact, reviewRequired };
}

/** Of a State what the families say. */
export function participantIn(rows: Rows, code: string, wanted: readonly Family[]): Participant {
  return participantFrom(
    wanted.flatMap((family) =>
      rows
        .all<Row>(
          'SELECT * FROM participant_event WHERE code = ? AND family = ? ORDER BY version',
          code,
          family,
        )
        .map(saidIn),
    ),
  );
}

/** How far into what was said: up to a version, or to what was taken in by an instant. */
export interface AsKnown {
  readonly version?: number;
  readonly at?: Instant;
}

/** What a family says of a State, as it was known then; its version is that of the whole State. */
export function participantAsKnown(
  rows: Rows,
  code: string,
  family: Family,
  { version = Number.MAX_SAFE_INTEGER, at = Number.MAX_SAFE_INTEGER }: AsKnown = {},
): Participant {
  const known = rows.all<Row>(
    'SELECT * FROM participant_event WHERE code = ? AND version <= ? AND recorded_at <= ? ORDER BY version',
    ...[code, version, at],
  );
  const said = known.filter((row) => row.family === family).map(saidIn);
  return { ...participantFrom(said), version: known.at(-1)?.version ?? 0 };
}

/** What was said of a State, in the order of versions. */
export function changesIn(
  rows: Rows,
  code: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly (Said & { readonly recordedAt: Instant })[] {
  return rows
    .all<Row>(
      'SELECT * FROM participant_event WHERE code = ? AND version > ? ORDER BY version LIMIT ?',
      ...[code, after, limit],
    )
    .map((row) => ({ ...saidIn(row), recordedAt: row.recorded_at }));
}

export function versionIn(rows: Rows, code: string): number {
  const sql = 'SELECT MAX(version) AS version FROM participant_event WHERE code = ?';
  return rows.get<{ readonly version: number | null }>(sql, code)?.version ?? 0;
}

export interface Row {
  readonly code: string;
  readonly family: string;
  readonly version: number;
  readonly recorded_at: number;
  readonly event: string;
}

export const saidIn = ({ version, event }: Row): Said => ({
  version,
  event: JSON.parse(event) as ParticipantEvent,
});
