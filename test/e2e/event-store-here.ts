import { kurrentHere, startStandInProcess } from '@vestigo/kurrent/testing';

/** A server that keeps the log of services; what stands in for one is called so. */
export interface EventStoreHere {
  readonly env: { readonly EVENTSTORE_URL: string };
  stop(): Promise<void>;
}

const { says, start } = kurrentHere();

export const eventStoreName = start ? says : 'a stand-in for KurrentDB';

export async function startEventStore(): Promise<EventStoreHere> {
  if (start) {
    const { connectionString, stop } = await start();
    return { env: { EVENTSTORE_URL: connectionString }, stop };
  }
  const { connectionString, end } = await startStandInProcess();
  return { env: { EVENTSTORE_URL: connectionString }, stop: () => end() };
}
