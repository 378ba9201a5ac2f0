import {
  categoryOf,
  type EventStore,
  handle,
  idOf,
  type Instant,
  type Log,
  type Message,
  type RecordedEvent,
} from '@vestigo/kernel';
import type { Inbound } from './inbound';
import {
  notRefused,
  REFUSED_FROM,
  type RefusedCategory,
  type RefusedMessageEvent,
  refusedMessage,
  type RerunOutcome,
} from './refused-message';

/** A refused message as the log has it, without its body: that may be protected. */
export interface Refused {
  readonly category: RefusedCategory;
  /** Id of the message, as it stands in the name of its stream. */
  readonly id: string;
  /** ISO 3166-1 alpha-3 of the State, or the name of the service, that says it sent it; undefined when that cannot be told. */
  readonly from: string | undefined;
  readonly kind: string | undefined;
  /** Why it was refused first. */
  readonly code: string;
  readonly refusedAt: Instant;
  /** What became of it when it was last run again. */
  readonly rerun?: RerunOutcome & { readonly at: Instant };
}

/** Every message that the log has refused, in the order in which they came. */
export async function listRefused(
  store: EventStore,
  categories: readonly RefusedCategory[],
): Promise<readonly Refused[]> {
  const found = new Map<string, Refused>();
  for (let after = 0; ;) {
    const { events, through } = await store.readAll<RefusedMessageEvent>({ after, categories });
    for (const recorded of events) note(found, recorded);
    if (through <= after) return [...found.values()];
    after = through;
  }
}

function note(found: Map<string, Refused>, { stream, event }: RecordedEvent<RefusedMessageEvent>): void {
  const category = categoryOf(stream);
  if (!isRefusedCategory(category)) return;
  const { occurredAt } = event;
  if (event.type === 'MessageRefused') {
    const { body, code } = event.data;
    found.set(stream, { category, id: idOf(stream), ...announcedIn(body), code, refusedAt: occurredAt });
    return;
  }
  const refused = found.get(stream);
  if (refused) found.set(stream, { ...refused, rerun: { ...event.data, at: occurredAt } });
}

const isRefusedCategory = (category: string): category is RefusedCategory =>
  Object.hasOwn(REFUSED_FROM, category);

/** What an envelope says of itself, if it has the form of one of ours: anything else might be protected. */
function announcedIn(body: string): Pick<Refused, 'from' | 'kind'> {
  const { source, type } = partsOf(body);
  return {
    from: partOf(source, /^\/(?:states|services)\/([A-Z]{3}|[a-z-]{1,32})$/),
    kind: partOf(type, /^org\.vestigo\.([a-z-]{1,64}\.v\d{1,4})$/),
  };
}

const partOf = (value: unknown, form: RegExp) =>
  typeof value === 'string' ? form.exec(value)?.[1] : undefined;

function partsOf(body: string): { readonly source?: unknown; readonly type?: unknown } {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The refused message as it came; undefined when there is none. */
export async function refusedBody(
  store: EventStore,
  { category, id }: Pick<Refused, 'category' | 'id'>,
): Promise<Message | undefined> {
  const [first] = await store.read<RefusedMessageEvent>(`${category}-${id}`);
  if (first?.event.type !== 'MessageRefused') return undefined;
  const { causationId } = first.meta;
  return { id: causationId, key: causationId, body: first.event.data.body };
}

/**
 * Hands a refused message to its service once more, for instance when that has learnt to understand it, and records what
 * became of it. Doing it twice is harmless. Throws `Rejection` when there is no such message.
 */
export async function rerun(
  log: Log,
  { refused: category, follow }: Inbound,
  id: string,
  now: () => Instant,
): Promise<RerunOutcome> {
  const message = await refusedBody(log.store, { category, id });
  if (!message) throw notRefused();
  const refusal = await follow(message);
  const outcome: RerunOutcome = refusal
    ? { outcome: 'refused', code: refusal.code, reason: refusal.message }
    : { outcome: 'followed' };
  await handle(
    log,
    refusedMessage(category),
    id,
    { type: 'MessageRerun', occurredAt: now(), clock: null, data: outcome },
    {
      meta: {
        actor: 'operator',
        state: null,
        role: 'operator',
        correlationId: message.id,
        causationId: message.id,
      },
    },
  );
  return outcome;
}
