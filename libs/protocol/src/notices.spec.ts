import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudEvent } from 'cloudevents';
import * as fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { type AnyNotice, decodeNotice, encodeNotice } from './notices';
import type { ParticipantChange } from './participant-notice';

const occurredAt = Date.UTC(2026, 2, 15, 9, 32);
const notices: readonly AnyNotice[] = [
  {
    kind: 'facts-complete',
    id: '01980000-0000-7000-8000-0000000000d1',
    occurredAt,
    data: { side: 'responding', states: ['BRB', 'USA'] },
  },
  {
    kind: 'point-of-contact-registered',
    id: '01980000-0000-7000-8000-0000000000d2',
    occurredAt,
    data: {
      state: 'JAM',
      body: 'Firearms and Tool Marks Section',
      email: 'npc@jam.example',
      telephone: '+1 876 555 0100',
      timeZone: 'America/Jamaica',
      weekend: [0, 6],
    },
  },
  {
    kind: 'participant-changed',
    id: '01980000-0000-7000-8000-0000000000d4',
    occurredAt,
    data: {
      state: 'JAM',
      version: 3,
      change: {
        type: 'PointOfContactRegistered',
        data: {
          body: 'Firearms and Tool Marks Section',
          email: 'npc@jam.example',
          telephone: '+1 876 555 0100',
          timeZone: 'America/Jamaica',
          weekend: [0, 6],
          validFrom: occurredAt,
          validTo: occurredAt + 86_400_000,
        },
      },
    },
  },
  {
    kind: 'message-dead-lettered',
    id: '01980000-0000-7000-8000-0000000000d3',
    occurredAt,
    data: {
      messageId: '01980000-0000-7000-8000-000000000001',
      channel: 'tracing-requests',
      code: 'unknown-type',
      reason: 'The message type org.vestigo.request-moved.v1 is not known here.',
      bytes: 40,
      body: '{"type":"org.vestigo.request-moved.v1"}\n',
    },
  },
  {
    kind: 'photograph-part',
    id: '01980000-0000-8000-8000-0000000000d4',
    occurredAt,
    data: {
      requestId: '01980000-0000-7000-8000-0000000000a1',
      from: 'TTO',
      to: 'USA',
      sha256: 'f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2',
      index: 0,
      count: 1,
      content: 'dGVzdAo=',
    },
  },
];
const golden = (kind: string) => readFileSync(join(__dirname, '..', 'golden', `${kind}.v1.json`), 'utf8');

describe.each(notices)('the notice $kind', (notice) => {
  test('is written with the very bytes of its golden file, and read back', () => {
    expect(encodeNotice(notice)).toBe(golden(notice.kind));
    expect(decodeNotice(golden(notice.kind))).toEqual(notice);
  });

  test('is a CloudEvent 1.0 to the SDK of CloudEvents', () => {
    const envelope = JSON.parse(golden(notice.kind)) as Record<string, unknown>;
    expect(new CloudEvent(envelope, true).toJSON()).toEqual(envelope);
  });

  test('is refused when any of its fields is missing', () => {
    const envelope = JSON.parse(golden(notice.kind)) as Record<string, unknown>;
    for (const field of Object.keys(envelope).filter((name) => name !== 'type')) {
      const { [field]: _, ...rest } = envelope;
      expect(decodeNotice(JSON.stringify(rest))).toBeInstanceOf(Rejection);
    }
  });
});

const practice = {
  kind: 'STATE_STOCK_MARK',
  mark: 'JAM JDF *',
  format: 'code of the State, of the force, running number',
  usedFrom: 2012,
  source: 'National report 2020',
  verified: false,
} as const;

describe('what the directory says of a State', () => {
  test.each<ParticipantChange>([
    {
      type: 'PointOfContactRegistered',
      data: { body: 'Desk', email: 'npc@jam.example', timeZone: 'America/Jamaica', weekend: [] },
    },
    {
      type: 'PointOfContactCorrected',
      data: {
        ...{ body: 'Desk', email: 'npc@jam.example', timeZone: 'America/Jamaica', weekend: [0] },
        ...{ validFrom: 0, number: 1, reason: 'The desk opened a day later.' },
      },
    },
    {
      type: 'DeskDelegated',
      data: { desk: 'NCB-KINGSTON', body: 'NCB Kingston', acts: ['remind'], from: 0, to: 1_000 },
    },
    { type: 'DelegationEnded', data: { number: 2, to: 500 } },
    { type: 'ReviewPolicySet', data: { reviewRequired: true } },
    { type: 'LapsePolicySet', data: { afterIdleDays: 180 } },
    { type: 'MarkingPracticeRecorded', data: practice },
    { type: 'MarkingPracticeCorrected', data: { ...practice, number: 4, reason: 'Seen on arms.' } },
  ])('is understood as it was meant: $type', (change) => {
    const notice = {
      kind: 'participant-changed',
      id: '01980000-0000-7000-8000-0000000000d5',
      occurredAt,
      data: { state: 'JAM', version: 7, change },
    } as const;
    const written = encodeNotice(notice);
    expect(decodeNotice(written)).toEqual(notice);
    expect(decodeNotice(written.replace(/"data":\{"(?!state)/, '"data":{"more":1,"'))).toBeInstanceOf(
      Rejection,
    );
  });

  test('names its instants as RFC 3339 does', () => {
    expect(golden('participant-changed')).toContain('"validFrom":"2026-03-15T09:32:00.000Z"');
  });

  test('gives a desk no power that is none of a liaison', () => {
    const told = (acts: string) =>
      JSON.stringify({
        ...(JSON.parse(golden('participant-changed')) as object),
        data: {
          state: 'JAM',
          version: 1,
          change: {
            type: 'DeskDelegated',
            data: {
              desk: 'NCB-KINGSTON',
              body: 'NCB Kingston',
              acts: [acts],
              from: '2026-03-15T09:32:00Z',
            },
          },
        },
      });
    expect(decodeNotice(told('remind'))).toMatchObject({ kind: 'participant-changed' });
    expect(decodeNotice(told('answer'))).toBeInstanceOf(Rejection);
  });
});

test('whatever is no notice is left to others, and nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      expect(decodeNotice(body)).toBeUndefined();
    }),
  );
});
