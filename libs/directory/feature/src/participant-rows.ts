import { type Participant, type ParticipantEvent, participantFrom } from '@vestigo/directory/domain';
import type { DomainEvent, Instant, RecordedEvent, Rows } from '@vestigo/kernel';
import type { ParticipantChange } from '@vestigo/protocol';

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

export type Family = 'contact' | 'delegation' | 'review' | 'lapse' | 'practice';

const families: Readonly<Partial<Record<string, Family>>> = {
  PointOfContactRegistered: 'contact',
  PointOfContactCorrected: 'contact',
  DeskDelegated: 'delegation',
  DelegationEnded: 'delegation',
  ReviewPolicySet: 'review',
  LapsePolicySet: 'lapse',
  MarkingPracticeRecorded: 'practice',
  MarkingPracticeCorrected: 'practice',
} satisfies Record<ParticipantEvent['type'], Family>;

/** Undefined for what is said only by later versions of this code. */
export const familyOf = (type: string): Family | undefined => families[type];

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
        .flatMap(saidIn),
    ),
  );
}

/** All that is known of a State. */
export function wholeParticipant(rows: Rows, code: string): Participant {
  const sql = 'SELECT * FROM participant_event WHERE code = ? ORDER BY version';
  const known = rows.all<Row>(sql, code);
  return { ...participantFrom(known.flatMap(saidIn)), version: known.at(-1)?.version ?? 0 };
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
  const said = known.filter((row) => row.family === family).flatMap(saidIn);
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
    .flatMap((row) => saidIn(row).map((said) => ({ ...said, recordedAt: row.recorded_at })));
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

export function saidIn({ version, event }: Row): readonly Said[] {
  const said: unknown = JSON.parse(event);
  return isParticipantEvent(said) ? [{ version, event: said }] : [];
}

/** Only what the projection wrote is read here. */
function isParticipantEvent(value: unknown): value is ParticipantEvent {
  return typeof value === 'object' && value !== null && 'type' in value && String(value.type) in families;
}
