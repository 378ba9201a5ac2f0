import { LETTER_BOXES } from './addressing';

/** The channel to oversight: one partition, so that a notice of completeness comes after the facts that it speaks of. */
export const CLOCK_FACTS = 'clock-facts';

/** The channel on which the directory tells desks with logs of their own who answers for a State. */
export const DIRECTORY = 'directory';

/** What calls itself so has a box for what it refused, which nobody else may open: a State, or a service of several. */
export const deadLettersOf = (house: string): string => `dead-letters.${house}`;

/** A service of one State shares the groups and the box of that State; any other one goes by its own name. */
export function houseOf(service: string, states: readonly string[]): string {
  const [only] = states;
  return states.length === 1 && only !== undefined ? only : service;
}

/** What the names of the groups of one State's service begin with. */
export const groupPrefixOf = (state: string): string => `${state}.`;

/** The service that desks report to, and that keeps the directory. */
export const OVERSIGHT = 'oversight';

/**
 * Letter boxes are many and each is small; what one receiver must see in order has one partition. Chosen for good: with another
 * number a request would move to another partition, and its order would be lost.
 */
export const partitionsOf = (channel: string): number =>
  /^tracing-(?:requests|replies)\./.test(channel) ? 3 : 1;

/** What one house may do on the channels of an exchange. */
export interface Access {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

const boxesOf = (state: string) => [LETTER_BOXES.requests(state), LETTER_BOXES.replies(state)];

/** Both desks of one State: its own letter boxes to read, those of the others to write to. */
export function accessOfState(state: string, states: readonly string[]): Access {
  const others = states.filter((other) => other !== state);
  return {
    reads: [...boxesOf(state), DIRECTORY],
    writes: [...others.flatMap(boxesOf), CLOCK_FACTS, deadLettersOf(state)],
  };
}

/** Oversight opens no letter box of a State. */
export const accessOfOversight: Access = {
  reads: [CLOCK_FACTS],
  writes: [DIRECTORY, deadLettersOf(OVERSIGHT)],
};

/** Every channel of an exchange between these States. */
export function channelsOf(states: readonly string[]): readonly string[] {
  return [...states.flatMap(boxesOf), CLOCK_FACTS, DIRECTORY, ...[...states, OVERSIGHT].map(deadLettersOf)];
}
