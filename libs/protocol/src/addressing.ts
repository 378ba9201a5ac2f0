import type { Leadership, Transport } from '@vestigo/kernel';

/** On which channel of the transport a message travels. States are ISO 3166-1 alpha-3. */
export interface Addressing {
  /** What is said to the desk of the State asked. */
  requests(respondingState: string): string;
  /** What is said to the desk of the requesting State. */
  replies(requestingState: string): string;
}

/** All States in one process: one channel each way. */
export const ONE_HOUSE: Addressing = {
  requests: () => 'tracing-requests',
  replies: () => 'tracing-replies',
};

/** Each State has letter boxes of its own, which nobody else may open. */
export const LETTER_BOXES: Addressing = {
  requests: (state) => `tracing-requests.${state}`,
  replies: (state) => `tracing-replies.${state}`,
};

/** How the service of a desk reaches the others. */
export interface Post {
  readonly transport: Transport;
  readonly addressing: Addressing;
  /** Which of several replicas does the publishing. */
  readonly leadership: Leadership;
  /** The States whose desk the service is. */
  readonly states: readonly string[];
}

/** The letter boxes of the States that a service is the desk of, each once. */
export function letterBoxes({ addressing, states }: Post, kind: keyof Addressing): readonly string[] {
  return [...new Set(states.map((state) => addressing[kind](state)))];
}
