import { Rejection } from '@vestigo/kernel';
import type { ActNumber } from './acts';
import { edgeOf, type StatusBefore, type StepKind } from './edges';
import { guarded, type Words } from './guards';
import { hasEnded, type Matter, type MatterStatus } from './matter';

/** A matter in which an act may be done. */
export type MatterBefore<Kind extends StepKind> = Matter & { readonly status: StatusBefore<Kind> };

/**
 * Leave to do one act: only the table of edges gives it, and a desk cannot write an act down without it, so that an illegal step
 * cannot be expressed. Carries the number of the act.
 */
export class Permit<Kind extends StepKind> {
  readonly #before: MatterBefore<Kind>;

  private constructor(
    readonly kind: Kind,
    readonly said: Words[Kind],
    before: MatterBefore<Kind>,
    readonly number: ActNumber,
  ) {
    this.#before = before;
  }

  /** The matter before the act. */
  get before(): MatterBefore<Kind> {
    return this.#before;
  }

  /** Leave for an act that says this, or why it cannot be done as things stand. */
  static for<Kind extends StepKind>(
    kind: Kind,
    said: Words[Kind],
    matter: Matter,
    number: ActNumber,
  ): Permit<Kind> | Rejection {
    if (!isBefore(kind, matter)) return outOfTurn(kind, matter.status);
    return guarded(kind, said, matter) ?? blankIn(said) ?? new Permit(kind, said, matter, number);
  }
}

function isBefore<Kind extends StepKind>(kind: Kind, matter: Matter): matter is MatterBefore<Kind> {
  return edgeOf(kind).from.includes(matter.status);
}

function outOfTurn(kind: StepKind, status: MatterStatus): Rejection {
  const { otherwise, from } = edgeOf(kind);
  const code = otherwise === undefined || hasEnded(status) ? `already-${status}` : otherwise;
  return new Rejection(
    'conflict',
    code,
    `The matter is ${status}. This can be done while it is ${from.join(', ')}.`,
  );
}

/** Whoever delays, restricts, refuses, asks or withdraws says why, in words (ITI 21, 23). */
function blankIn(said: object): Rejection | undefined {
  const [field] =
    Object.entries(said).find(([, text]) => typeof text === 'string' && text.trim() === '') ?? [];
  if (field === undefined) return undefined;
  return new Rejection('invalid', 'words-missing', 'This must be said in words.', [
    { pointer: `/${field}`, detail: 'must not be blank' },
  ]);
}
