import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Weekday } from '@vestigo/deadlines';
import { participant, type ParticipantEvent, type PointOfContact } from '@vestigo/directory/domain';
import { idOf, type Projection, type RecordedEvent, type Rows, type View } from '@vestigo/kernel';
import { STATE_CODES, stateName } from '@vestigo/states';

/** A State on the exchange; its point of contact is null until one is registered. */
export interface ParticipantLine {
  readonly code: string;
  readonly name: string;
  /** Version of the State's stream, for If-Match. */
  readonly version: number;
  readonly pointOfContact: PointOfContact | null;
}

export const participantList: Projection<RecordedEvent<ParticipantEvent>> = {
  name: 'participant-list',
  version: '1',
  tables: ['participant_list'],
  schema: `CREATE TABLE participant_list (
    code TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, email TEXT NOT NULL, telephone TEXT,
    time_zone TEXT NOT NULL, weekend TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`,
  categories: [participant.category],
  project(events, rows) {
    for (const { event, stream, version } of events) {
      const { body, email, telephone, timeZone, weekend } = event.data;
      rows.run(
        'INSERT OR REPLACE INTO participant_list VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[idOf(stream), version, body, email, telephone ?? null, timeZone, weekend.join()],
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
  constructor(@Inject(PARTICIPANT_LIST) private readonly view: View) {}

  execute({ after, limit }: ListParticipants) {
    const codes = STATE_CODES.filter((code) => code > after).slice(0, limit);
    return Promise.resolve(codes.map((code) => participantLine(this.view, code)));
  }
}

export function participantLine(rows: Rows, code: string): ParticipantLine {
  const row = rows.get<Row>('SELECT * FROM participant_list WHERE code = ?', code);
  return {
    code,
    name: stateName(code),
    version: row?.version ?? 0,
    pointOfContact: row ? contactOf(row) : null,
  };
}

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

export const weekdaysIn = (days: readonly number[]): readonly Weekday[] =>
  weekdays.filter((day) => days.includes(day));

interface Row {
  readonly version: number;
  readonly body: string;
  readonly email: string;
  readonly telephone: string | null;
  readonly time_zone: string;
  readonly weekend: string;
}

function contactOf(row: Row): PointOfContact {
  return {
    body: row.body,
    email: row.email,
    ...(row.telephone !== null && { telephone: row.telephone }),
    timeZone: row.time_zone,
    weekend: weekdays.filter((day) => row.weekend.includes(String(day))),
  };
}
