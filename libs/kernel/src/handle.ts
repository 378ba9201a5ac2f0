import type { Decider } from './decider';
import type { DomainEvent, EventMetadata, RecordedEvent } from './event';
import { type EventStore, VersionConflict } from './event-store';
import type { Observer } from './observer';
import { Rejection } from './rejection';

/** The log together with a source of event ids (UUIDv7, so that keys grow with time). */
export interface Log {
  readonly store: EventStore;
  readonly newId: () => string;
  /** Told of every command; nobody when absent. */
  readonly observer?: Observer;
}

export interface CommandContext {
  readonly meta: EventMetadata;
  /** Version the caller has seen (`If-Match`); without it the command is decided on whatever is there. */
  readonly expected?: number;
  /** Makes a repeat harmless: the id of the first event that the command leads to. */
  readonly messageId?: string;
  /** The stream was given a new id: nothing is read before the first decision. Should there be one after all, it is read then. */
  readonly isNew?: boolean;
  /** When another log took in what the command reports; see `NewEvent`. */
  readonly recordedAt?: number;
}

export interface Handled<State> {
  /** After this command; for a repeat, after the first time. */
  readonly state: State;
  /** Events in the stream then. */
  readonly version: number;
  /** True when the command had its effect before and nothing was written now. */
  readonly repeated: boolean;
}

const attempts = 16;

/**
 * Read, fold, decide, append; again from the start when somebody else wrote meanwhile.
 * Throws `Rejection`, `VersionConflict` (only when `expected` was given or the stream never comes to rest), `Unavailable`.
 */
export async function handle<State, Command, Event extends DomainEvent>(
  log: Log,
  decider: Decider<State, Command, Event>,
  id: string,
  command: Command,
  context: CommandContext,
): Promise<Handled<State>> {
  if (!log.observer) return handleUnseen(log, decider, id, command, context);
  const observed = { category: decider.category, type: typeOf(command), meta: context.meta };
  return log.observer.command(observed, (meta) =>
    handleUnseen(log, decider, id, command, { ...context, meta }),
  );
}

async function handleUnseen<State, Command, Event extends DomainEvent>(
  log: Log,
  decider: Decider<State, Command, Event>,
  id: string,
  command: Command,
  context: CommandContext,
): Promise<Handled<State>> {
  const stream = `${decider.category}-${id}`;
  for (let attempt = 1; ; attempt += 1) {
    const unread = context.isNew === true && attempt === 1;
    const history = unread ? [] : await log.store.read<Event>(stream);
    const earlier = repeatOf(history, context);
    if (earlier) {
      const then = history.slice(0, earlier.version);
      return { state: fold(decider, then), version: earlier.version, repeated: true };
    }
    const version = history.length;
    const state = fold(decider, history);
    const decided = decider.decide(command, state);
    // Whoever may not know of the stream must not learn its version either.
    if (decided instanceof Rejection && hides(decided)) throw decided;
    if (context.expected !== undefined && context.expected !== version) {
      throw new VersionConflict(stream, context.expected, version);
    }
    if (decided instanceof Rejection) throw decided;
    if (decided.length === 0) return { state, version, repeated: true };
    try {
      const appended = await log.store.append(stream, version, stamp(log, decided, context));
      // Two bodies that come together under one key are one append to the store: what it kept says whose it was.
      if (context.meta.fingerprint !== undefined) repeatOf(await log.store.read(stream), context);
      return { state: decided.reduce(decider.evolve, state), version: appended.version, repeated: false };
    } catch (error) {
      const mayRetry = error instanceof VersionConflict && context.expected === undefined;
      if (!mayRetry || attempt === attempts) throw error;
    }
  }
}

/** The state that a history adds up to. */
export function fold<State, Event extends DomainEvent>(
  decider: Pick<Decider<State, never, Event>, 'initial' | 'evolve'>,
  history: readonly RecordedEvent<Event>[],
): State {
  return history.reduce((state, { event }) => decider.evolve(state, event), decider.initial);
}

/** Few commands have no type: their decider knows no other. */
function typeOf(command: unknown): string {
  if (typeof command !== 'object' || command === null || !('type' in command)) return 'only';
  return typeof command.type === 'string' ? command.type : 'only';
}

/** A conflict is told only to who may know; whatever else is wrong may be found before it is asked who asks. */
const hides = ({ kind }: Rejection) => kind !== 'conflict';

function stamp<Event extends DomainEvent>(log: Log, events: readonly Event[], context: CommandContext) {
  return events.map((event, index) => ({
    id: index === 0 && context.messageId !== undefined ? context.messageId : log.newId(),
    event,
    meta: context.meta,
    ...(context.recordedAt !== undefined && { recordedAt: context.recordedAt }),
  }));
}

/** The event that the command led to before. Throws `Rejection` when its key then stood for something else. */
function repeatOf(history: readonly RecordedEvent[], { messageId, meta }: CommandContext) {
  if (messageId === undefined) return undefined;
  const earlier = history.find(({ id }) => id === messageId);
  if (earlier && earlier.meta.fingerprint !== meta.fingerprint) {
    throw new Rejection(
      'invalid',
      'idempotency-key-reused',
      'This Idempotency-Key was used with another body. Send the first body again, or use a new key.',
    );
  }
  return earlier;
}
