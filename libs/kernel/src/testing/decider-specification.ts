import type { Decider } from '../decider';
import type { DomainEvent } from '../event';
import { Rejection } from '../rejection';

export interface Specification<Command, Event> {
  given(history: readonly Event[]): {
    when(command: Command): {
      /** The whole events, or the code of the rejection. */
      then(expected: readonly Event[] | string): void;
    };
  };
}

/** given the history, when the command comes, then these facts follow or this refusal. */
export function specificationOf<State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
): Specification<Command, Event> {
  return {
    given: (history) => ({
      when: (command) => ({
        then: (expected) => {
          const decided = decider.decide(command, history.reduce(decider.evolve, decider.initial));
          expect(decided instanceof Rejection ? decided.code : decided).toEqual(expected);
        },
      }),
    }),
  };
}
