import { setTimeout as sleep } from 'node:timers/promises';
import {
  contactInForce,
  contactNearest,
  type Contact,
  type DatedLapsePolicy,
  type Participant,
  participantFrom,
  type ParticipantEvent,
  type PointOfContact,
  type PracticeOfState,
} from '@vestigo/directory/domain';
import type { Weekday } from '@vestigo/deadlines';
import type { Delegation } from '@vestigo/identity';
import { type EventStore, type Instant, Unavailable, type View } from '@vestigo/kernel';
import { KnownParticipants } from './known-participants';
import { type Family, type ParticipantNoticed, type Row, saidIn, saidOf } from './participant-rows';

/** The clock that a State's desk lives by: its time zone, and its days off each week (0 Sunday to 6 Saturday). */
export interface DeskClock {
  readonly timeZone: string;
  readonly weekend: readonly Weekday[];
}

export type DeskClocks = (state: string) => Promise<DeskClock>;

/** The point of contact that a request is addressed to, and where the directory says so. */
export interface AddressedContact {
  readonly state: string;
  /** Version of the directory's entry on the State: what it said then can be read again. */
  readonly version: number;
  /** Number of the contact among those of the State. */
  readonly number: number;
  readonly pointOfContact: PointOfContact;
}

/**
 * What a service knows of States. A view that is being folded anew is waited for: what is answered here is recorded for good.
 * Every answer throws `Unavailable` while the view is late.
 */
export interface DirectoryReading {
  readonly deskClock: DeskClocks;
  /** Who answers for the State at this instant; undefined where nobody does. */
  contactFor(state: string, at: Instant): Promise<AddressedContact | undefined>;
  /** Whether the State has a second officer approve each request before it is sent. */
  reviewRequired(state: string): Promise<boolean>;
  /** By State what it has said of when its requests lapse, in the order in which it was said. */
  lapsePolicies(): Promise<ReadonlyMap<string, readonly DatedLapsePolicy[]>>;
  /** What these States have delegated to liaison desks, at whatever time. */
  delegationsOf(states: readonly string[]): Promise<readonly Delegation[]>;
  /** How States mark arms. */
  practices(): Promise<readonly PracticeOfState[]>;
}

export function directoryReading(store: EventStore, list: View, now: () => Instant): DirectoryReading {
  let folded = false;
  const participants = new KnownParticipants(list);
  const knownOf = async (state: string) => {
    if (!folded) await caughtUp(store, list);
    folded = true;
    return participants.of(state);
  };
  const everySaid = async (family: Family): Promise<ReadonlyMap<string, Participant>> => {
    if (!folded) await caughtUp(store, list);
    folded = true;
    const rows = list.all<Row>('SELECT * FROM participant_event WHERE family = ?', family);
    const byState = Map.groupBy(rows, ({ code }) => code);
    return new Map([...byState].map(([state, said]) => [state, participantFrom(said.flatMap(saidIn))]));
  };
  return {
    deskClock: async (state) => clockOf((await knownOf(state)).contacts, now()),
    async contactFor(state, at) {
      const { contacts, version } = await knownOf(state);
      const contact = contactInForce(contacts, at);
      if (!contact) return undefined;
      const { number, pointOfContact } = contact;
      return { state, version, number, pointOfContact };
    },
    reviewRequired: async (state) => (await knownOf(state)).reviewRequired,
    async lapsePolicies() {
      const said = await everySaid('lapse');
      return new Map([...said].map(([state, { lapsePolicies }]) => [state, lapsePolicies]));
    },
    async delegationsOf(states) {
      const known = await Promise.all(
        states.map(async (state) => {
          const { delegations } = await knownOf(state);
          return delegations.map((delegation) => ({ ...delegation, state }));
        }),
      );
      return known.flat();
    },
    async practices() {
      const said = await everySaid('practice');
      return [...said].flatMap(([state, { practices }]) =>
        practices.map((practice) => ({ ...practice, state })),
      );
    },
  };
}

/** The clocks without a view: from the streams `<category>-<code>` themselves, which costs a read each time. */
export function deskClocksIn(store: EventStore, category: string, now: () => Instant): DeskClocks {
  return async (state) => {
    const events = await store.read<ParticipantEvent | ParticipantNoticed>(`${category}-${state}`);
    return clockOf(participantFrom(events.map(saidOf)).contacts, now());
  };
}

/** UTC and a weekend of Saturday and Sunday for a State that has registered no point of contact. */
const unregistered: DeskClock = { timeZone: 'UTC', weekend: [6, 0] };

function clockOf(contacts: readonly Contact[], at: Instant): DeskClock {
  const { timeZone, weekend } = contactNearest(contacts, at)?.pointOfContact ?? unregistered;
  return { timeZone, weekend };
}

const patienceMs = 5_000;

async function caughtUp(store: EventStore, list: View): Promise<void> {
  const head = await store.head();
  const end = performance.now() + patienceMs;
  while (list.checkpoint() < head) {
    if (performance.now() > end) throw new Unavailable('the directory is still being read');
    await sleep(5);
  }
}
