import type { DomainEvent } from './event';
import type { Rejection } from './rejection';

/** The rules of one kind of stream, as pure functions. */
export interface Decider<State, Command, Event extends DomainEvent> {
  /** Stream name is `<category>-<id>`; no hyphen, since a category ends at the first one. */
  readonly category: string;
  readonly initial: State;
  /** The facts that follow from a command: `[]` when it asks for what is already the case. */
  decide(command: Command, state: State): readonly Event[] | Rejection;
  /** Throws on an event it does not know: who does not understand the history must not decide on it. */
  evolve(state: State, event: Event): State;
}

/** Ends a `switch` over a closed union: the compiler refuses it while a case is missing. */
export function never(value: never, what: string): Error {
  return new Error(`${what} is not known here: ${nameOf(value)}`);
}

/** Of an event or command its type alone: an error is written down where content may not be. */
function nameOf(value: unknown): string {
  const name: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : value;
  return typeof name === 'object' ? 'a thing without type' : JSON.stringify(name);
}
