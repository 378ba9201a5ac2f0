import { kurrentHere } from '@vestigo/kurrent/testing';
import { findChromium } from './chromium';
import { makeRoomForDemonstration } from './demonstration';
import { startSharedKafka } from './kafka';

/** jest calls it once, before the journeys and the integration tests. `server: ` lines are shown in every run. */
export default async function start(): Promise<void> {
  makeRoomForDemonstration();
  process.stdout.write(`server: ${await startSharedKafka()}\n`);
  process.stdout.write(`server: ${kurrentHere().says}\n`);
  process.stdout.write(`server: ${findChromium()}\n`);
}
