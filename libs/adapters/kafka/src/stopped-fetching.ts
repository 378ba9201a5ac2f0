import { createRequire } from 'node:module';

interface Runner {
  readonly running: boolean;
  fetch(nodeId: string): Promise<readonly unknown[]>;
}

/**
 * kafkajs 2.2.4 that is told to stop while it goes over to other brokers, because one has come or gone, does not hear of it: it fetches
 * on, gets nothing at once each time, and the process does nothing else from then on. Here a consumer that was stopped fetches no more.
 */
export function endStoppedFetching(): void {
  const kafkajs = createRequire(__filename);
  const { prototype } = kafkajs('kafkajs/src/consumer/runner') as { readonly prototype: Runner };
  const { fetch } = prototype;
  prototype.fetch = async function (this: Runner, nodeId) {
    if (!this.running) throw new Error('the consumer has stopped');
    return fetch.call(this, nodeId);
  };
}
