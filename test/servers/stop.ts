import { stopSharedKafka } from './kafka';

/** jest calls it once, after the last test. */
export default async function stop(): Promise<void> {
  await stopSharedKafka();
}
