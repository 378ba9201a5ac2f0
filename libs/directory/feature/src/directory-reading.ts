import {
  contactInForce,
  contactNearest,
  type Contact,
  type DatedLapsePolicy,
  type Participant,
  participantFrom,
  type PointOfContact,
  type PracticeOfState,
} from '@vestigo/directory/domain';
import type { Weekday } from '@vestigo/deadlines';
import type { Delegation } from '@vestigo/identity';
import type { EventStore, Instant, Position, View } from '@vestigo/kernel';
import { STATE_CODES } from '@vestigo/states';
import { KnownParticipants } from './known-participants';
import { type Family, type Row, saidIn } from './participant-rows';
import { recordedParticipant } from './recorded-participant';

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

/** What a service knows of States. While its view is late it is read from the log: what is answered here is recorded for good. */
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

export interface DirectoryReadingParts {
  readonly store: EventStore;
  /** What the streams of this category say, kept by a loop that may run elsewhere. */
  readonly list: View;
  readonly category: string;
  readonly now: () => Instant;
}

export function directoryReading({ store, list, category, now }: DirectoryReadingParts): DirectoryReading {
  const participants = new KnownParticipants(list);
  let firstHead: Position | undefined;
  let folded = false;
  /** Until the view has come to where the log ended when it was first asked for. */
  const late = async () => {
    firstHead ??= await store.head();
    folded = list.checkpoint() >= firstHead;
    return !folded;
  };
  const knownOf = async (state: string) =>
    !folded && (await late()) ? recordedParticipant(store, category, state) : participants.of(state);
  const everyKnown = async (family: Family): Promise<readonly (readonly [string, Participant])[]> => {
    if (!folded && (await late())) {
      return Promise.all(
        STATE_CODES.map(async (code) => [code, await recordedParticipant(store, category, code)] as const),
      );
    }
    const rows = list.all<Row>('SELECT * FROM participant_event WHERE family = ?', family);
    const byState = Map.groupBy(rows, ({ code }) => code);
    return [...byState].map(([state, said]) => [state, participantFrom(said.flatMap(saidIn))]);
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
      const known = await everyKnown('lapse');
      const said = known.filter(([, { lapsePolicies }]) => lapsePolicies.length > 0);
      return new Map(said.map(([state, { lapsePolicies }]) => [state, lapsePolicies]));
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
      const known = await everyKnown('practice');
      return known.flatMap(([state, { practices }]) => practices.map((practice) => ({ ...practice, state })));
    },
  };
}

/** The clocks without a view: from the streams `<category>-<code>` themselves, which costs a read each time. */
export function deskClocksIn(store: EventStore, category: string, now: () => Instant): DeskClocks {
  return async (state) => clockOf((await recordedParticipant(store, category, state)).contacts, now());
}

/** UTC and a weekend of Saturday and Sunday for a State that has registered no point of contact. */
const unregistered: DeskClock = { timeZone: 'UTC', weekend: [6, 0] };

function clockOf(contacts: readonly Contact[], at: Instant): DeskClock {
  const { timeZone, weekend } = contactNearest(contacts, at)?.pointOfContact ?? unregistered;
  return { timeZone, weekend };
}
