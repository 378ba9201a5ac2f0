import { type Fault, Rejection } from '@vestigo/kernel';
import type { SubmitRequest } from './tracing-request.commands';

/**
 * What keeps a request from being sent. Only ITI 17(a) and (c) are hard: marks are wanted "as far as possible"
 * (ITI 17(b)), so an arm without a serial number never stops it.
 */
export function admissible(command: SubmitRequest): Rejection | undefined {
  if (command.requestingState === command.respondingState) {
    return new Rejection(
      'invalid',
      'own-state',
      'A State does not send a tracing request to itself: search the national register instead.',
      [{ pointer: '/respondingState', detail: 'must be another State' }],
    );
  }
  const faults = rules.flatMap((rule) => rule(command));
  if (faults.length === 0) return undefined;
  return new Rejection(
    'invalid',
    'request-not-admissible',
    'The request lacks what ITI 17 asks for. Mend what is listed and send it again.',
    faults,
  );
}

type Rule = (command: SubmitRequest) => readonly Fault[];

const rules: readonly Rule[] = [
  illicitGroundIsNamed,
  legalBasisIsGiven,
  urgencyIsJustified,
  regimesAreNamedOnce,
  unreadableSerialHasNoText,
];

/** ITI 17(a) with ITI 6. */
function illicitGroundIsNamed({ content }: SubmitRequest): readonly Fault[] {
  return content.illicitGrounds.length > 0
    ? []
    : [{ pointer: '/illicitGrounds', detail: 'must name at least one ground of ITI 6' }];
}

/** ITI 17(a). */
function legalBasisIsGiven({ content }: SubmitRequest): readonly Fault[] {
  return content.legalBasis.trim() === ''
    ? [{ pointer: '/legalBasis', detail: 'must name the law, offence or resolution' }]
    : [];
}

function urgencyIsJustified({ content }: SubmitRequest): readonly Fault[] {
  return content.priority === 'URGENT' && (content.justification ?? '').trim() === ''
    ? [{ pointer: '/justification', detail: 'must say why the request is urgent' }]
    : [];
}

function regimesAreNamedOnce({ content }: SubmitRequest): readonly Fault[] {
  return content.regimes.length === 0 || new Set(content.regimes).size !== content.regimes.length
    ? [{ pointer: '/regimes', detail: 'must name each instrument once, and at least one' }]
    : [];
}

function unreadableSerialHasNoText({ content }: SubmitRequest): readonly Fault[] {
  const serial = content.arm.serial;
  const nothingToRead = serial?.condition === 'OBLITERATED' || serial?.condition === 'NEVER_MARKED';
  return nothingToRead && serial.asObserved !== undefined
    ? [
        {
          pointer: '/arm/serial/asObserved',
          detail: `cannot be read on a serial that is ${serial.condition}`,
        },
      ]
    : [];
}
