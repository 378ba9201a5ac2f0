import type { EventStore } from '../event-store';
import { appendContract } from './event-store.append';
import { contentContract } from './event-store.content';
import { durabilityContract } from './event-store.durability';
import { followContract } from './event-store.follow';
import { logContract } from './event-store.log';
import { repeatContract } from './event-store.repeat';

/** An event store that a test has to itself. */
export interface OpenedEventStore {
  readonly store: EventStore;
  /** A second handle on the same place, sharing nothing with the first, as another process would open it. */
  peek(): Promise<EventStore>;
  /** Closes `store` and opens the same place again. */
  reopen(): Promise<EventStore>;
  /** Closes every handle that is still open and removes what was stored. */
  dispose(): Promise<void>;
}

/** What every event store guarantees. */
export function eventStoreContract(name: string, open: () => Promise<OpenedEventStore>): void {
  describe(`${name} keeps the contract of an event store`, () => {
    let opened: OpenedEventStore;

    beforeEach(async () => {
      opened = await open();
    });

    afterEach(async () => {
      await opened.dispose();
    });

    const current = () => opened;
    describe('appending', () => {
      appendContract(current);
    });
    describe('repeating an append', () => {
      repeatContract(current);
    });
    describe('content', () => {
      contentContract(current);
    });
    describe('the log of all streams', () => {
      logContract(current);
    });
    describe('following', () => {
      followContract(current);
    });
    describe('durability', () => {
      durabilityContract(current);
    });
  });
}
