import { LEASE, type LeaseEvent } from '@vestigo/backing';
import { directoryOutbound } from '@vestigo/directory';
import { type EventMetadata, type EventStore, publishing, type RecordedEvent } from '@vestigo/kernel';
import { SENDING_PHOTOGRAPHS } from '@vestigo/photographs';
import { deadLetterOutbound, factsOutbound, LETTER_BOXES, receivedId } from '@vestigo/protocol';
import { requestingOutbound } from '@vestigo/requesting';
import { respondingOutbound } from '@vestigo/responding';
import { STATE_CODES } from '@vestigo/states';
import { CannotMigrate } from './cannot-migrate';
import type { Copied } from './copy-log';
import { patiently } from './read-log';

const holder = 'migration';

const meta: EventMetadata = {
  actor: holder,
  state: null,
  role: 'service',
  correlationId: holder,
  causationId: holder,
};

const services = ['requesting', 'responding', 'oversight'] as const;

/** Everything that services publish from the log. */
export const PUBLISHING: readonly string[] = [
  ...[
    requestingOutbound(LETTER_BOXES),
    respondingOutbound(LETTER_BOXES),
    factsOutbound({ side: 'requesting', categories: [] }),
    factsOutbound({ side: 'responding', categories: [] }),
    directoryOutbound,
    ...services.map((service) => deadLetterOutbound(service, STATE_CODES, [])),
  ].map((outbound) => publishing(outbound)),
  SENDING_PHOTOGRAPHS,
];

/** Throws `CannotMigrate` when a service has worked on the event store: it would publish the history while it is copied. */
export async function ensureUnused(target: EventStore): Promise<void> {
  for (const task of PUBLISHING) latestOf(await historyOf(target, task));
}

/** Has every publisher begin behind the copied history: all of it was heard before. Throws as `ensureUnused` does. */
export async function startLeases(target: EventStore, last: NonNullable<Copied['last']>): Promise<void> {
  const { id, position: reached, recordedAt } = last;
  for (const task of PUBLISHING) {
    const history = await historyOf(target, task);
    if ((latestOf(history)?.reached ?? -1) >= reached) continue;
    const event: LeaseEvent = {
      type: 'LeaseReleased',
      occurredAt: recordedAt,
      clock: null,
      data: { holder, reached },
    };
    const leaseId = receivedId({ from: `${holder} ${task}`, id });
    await patiently(() =>
      target.append(streamOf(task), history.length, [{ id: leaseId, event, meta, recordedAt }]),
    );
  }
}

const streamOf = (task: string) => `${LEASE}-${task}`;

const historyOf = (target: EventStore, task: string) =>
  patiently(() => target.read<LeaseEvent>(streamOf(task)));

function latestOf(history: readonly RecordedEvent<LeaseEvent>[]): LeaseEvent['data'] | undefined {
  const latest = history.at(-1)?.event.data;
  if (!latest || latest.holder === holder) return latest;
  throw new CannotMigrate(
    'Services have worked on the event store already. Stop them, and migrate into an empty one.',
  );
}
