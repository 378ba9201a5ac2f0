import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { participantFrom, type ParticipantEvent } from '@vestigo/directory/domain';
import type { RecordedEvent } from '@vestigo/kernel';
import { goldenFaults, readGolden, sampleMeta } from '@vestigo/kernel/testing';
import {
  directoryReceptionOf,
  knownParticipant,
  type KnownParticipantEvent,
  noticeOf,
} from './directory-copy';
import { type ParticipantNoticed, saidOf } from './participant-rows';

const golden = {
  folder: join(__dirname, '..', 'golden'),
  // What a service makes of the stream is what its readers make of it.
  decider: {
    category: knownParticipant.category,
    initial: participantFrom([]),
    evolve: (_: unknown, event: KnownParticipantEvent) => participantFrom([saidOf({ version: 1, event })]),
  },
  forms: { upcasts: new Map() },
};
const notices = readdirSync(golden.folder)
  .filter((name) => name.startsWith('ParticipantNoticed.'))
  .map((name) => readGolden<ParticipantNoticed>(golden, 'ParticipantNoticed', 1, name));

test('every event of a State that the directory told of is read in each version in which it was ever stored', () => {
  expect(
    goldenFaults({
      ...golden,
      types: { PointOfContactRegistered: true, ParticipantNoticed: true },
      written: notices.map(rewritten),
    }),
  ).toEqual([]);
});

/** The same, told by the directory of today and taken in. */
function rewritten({ occurredAt, data: { version, change } }: ParticipantNoticed): KnownParticipantEvent {
  const event: ParticipantEvent = { ...change, occurredAt, clock: null };
  const recorded: RecordedEvent<ParticipantEvent> = {
    ...{ id: '01980000-0000-7000-8000-00000000c0de', stream: 'participant-USA', version, event },
    ...{ position: version, recordedAt: occurredAt, meta: sampleMeta },
  };
  return directoryReceptionOf(noticeOf(recorded)).command.event;
}

test('what was told is still known, each change by the number that it had', () => {
  expect(notices.map(rewritten)).toEqual(notices);
  const contact = {
    ...{ body: 'Firearm tracing desk of the United States', email: 'tracing@usa.example' },
    ...{ telephone: '+1 202 555 0100', timeZone: 'America/New_York', weekend: [6, 0] },
  };
  expect(participantFrom(notices.map((event) => saidOf({ version: 1, event })))).toEqual({
    version: 8,
    contacts: [{ number: 1, pointOfContact: contact, validFrom: 1772442000000, validTo: 1803978000000 }],
    delegations: [
      {
        ...{ number: 3, desk: 'INTERPOL', body: 'INTERPOL liaison desk', acts: ['transmit', 'remind'] },
        ...{ from: 1772442000000, to: 1773306000000 },
      },
    ],
    reviewRequired: true,
    lapsePolicies: [{ afterIdleDays: 180, afterQuestionDays: 60, from: 1772442240000 }],
    practices: [
      {
        ...{ number: 6, kind: 'IMPORT_MARK', mark: 'JM*', format: 'Country code and the year of import' },
        ...{ usedFrom: 2005, usedTo: 2019, source: 'National report on the PoA, 2020', verified: true },
      },
    ],
  });
  const [first] = [readGolden<KnownParticipantEvent>(golden, 'PointOfContactRegistered', 1)];
  expect(participantFrom([saidOf({ version: 1, event: first })]).contacts).toMatchObject([
    { number: 1, pointOfContact: contact, validFrom: 1772442000000 },
  ]);
});
