import type { EventMetadata } from './event';

/** A command without its content. */
export interface ObservedCommand {
  /** Category of the stream that it is for. */
  readonly category: string;
  readonly type: string;
  readonly meta: EventMetadata;
}

/** Sees what a service does, never what it is about: figures, traces and records of a process come from here. */
export interface Observer {
  /**
   * Hands on what `work` gives or throws. The events of the command get the metadata that `work` is called with: `meta` of the command,
   * but for its place in the trace.
   */
  command<Result>(command: ObservedCommand, work: (meta: EventMetadata) => Promise<Result>): Promise<Result>;

  /** A message became a stored refusal in a stream of this category. */
  messageRefused(category: string, code: string, meta: EventMetadata): void;
}
