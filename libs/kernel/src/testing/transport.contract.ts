import { randomUUID } from 'node:crypto';
import type { Transport } from '../transport';
import { backlogContract } from './transport.backlog';
import { channelContract } from './transport.channel';
import { closingContract } from './transport.closing';
import { deliveryContract } from './transport.delivery';
import { recoveryContract } from './transport.recovery';

/** A transport that a test has to itself. */
export interface OpenedTransport {
  readonly transport: Transport;
  /** Closes `transport` and opens the same place again. */
  reopen(): Promise<Transport>;
  /** Closes what is still open and removes what was stored. */
  dispose(): Promise<void>;
}

/** A transport with a channel that nobody has used. */
export interface FreshChannel {
  readonly opened: OpenedTransport;
  readonly channel: string;
}

/** What every transport guarantees. */
export function transportContract(name: string, open: () => Promise<OpenedTransport>): void {
  describe(`${name} keeps the contract of a transport`, () => {
    let fresh: FreshChannel;

    beforeEach(async () => {
      fresh = { opened: await open(), channel: `channel-${randomUUID()}` };
    });

    afterEach(async () => {
      await fresh.opened.dispose();
    });

    const current = () => fresh;
    describe('delivery', () => {
      deliveryContract(current);
    });
    describe('recovery', () => {
      recoveryContract(current);
    });
    describe('channels', () => {
      channelContract(current);
    });
    describe('the backlog', () => {
      backlogContract(current);
    });
    describe('closing', () => {
      closingContract(current);
    });
  });
}
