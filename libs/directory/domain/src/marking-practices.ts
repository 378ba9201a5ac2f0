import { type Fault, Rejection } from '@vestigo/kernel';
import { type Act, type Entry, numbered, unknownEntry } from './entries';
import type { MarkingPractice, ParticipantEvent } from './participant.events';

/** Says how a State marks arms (PoA III.12). */
export interface RecordMarkingPractice extends Act {
  readonly type: 'RecordMarkingPractice';
  readonly practice: MarkingPractice;
}

export interface CorrectMarkingPractice extends Act, Entry {
  readonly type: 'CorrectMarkingPractice';
  readonly reason: string;
  readonly practice: MarkingPractice;
}

export interface NumberedPractice extends MarkingPractice, Entry {}

export function recordPractice(
  { at, practice }: RecordMarkingPractice,
  practices: readonly NumberedPractice[],
): readonly ParticipantEvent[] | Rejection {
  const invalid = invalidPractice(practice);
  if (invalid) return invalid;
  if (practices.some((known) => same(known, practice))) return [];
  return [{ type: 'MarkingPracticeRecorded', occurredAt: at, clock: null, data: practice }];
}

export function correctPractice(
  { at, number, reason, practice }: CorrectMarkingPractice,
  practices: readonly NumberedPractice[],
): readonly ParticipantEvent[] | Rejection {
  const known = numbered(practices, number);
  if (!known) return unknownEntry('marking practice', number);
  const invalid = invalidPractice(practice);
  if (invalid) return invalid;
  if (same(known, practice)) return [];
  const data = { ...practice, number, reason };
  return [{ type: 'MarkingPracticeCorrected', occurredAt: at, clock: null, data }];
}

function invalidPractice({ mark, usedFrom, usedTo }: MarkingPractice): Rejection | undefined {
  const faults: Fault[] = [];
  if (!/[^\s*]/u.test(mark)) faults.push({ pointer: '/mark', detail: 'must show more than `*`' });
  if (usedFrom !== undefined && usedTo !== undefined && usedTo < usedFrom) {
    faults.push({ pointer: '/usedTo', detail: 'must not come before the first year' });
  }
  if (faults.length === 0) return undefined;
  return new Rejection(
    'invalid',
    'marking-practice-invalid',
    'No arm can be recognised by this practice.',
    faults,
  );
}

function same(left: MarkingPractice, right: MarkingPractice): boolean {
  return (
    left.kind === right.kind &&
    left.mark === right.mark &&
    left.format === right.format &&
    left.usedFrom === right.usedFrom &&
    left.usedTo === right.usedTo &&
    left.source === right.source &&
    left.verified === right.verified
  );
}
