import { clearDemonstration } from './demonstration';
import { stopSharedKafka } from './kafka';

/** jest calls it once, after the last test. */
export default async function stop(): Promise<void> {
  clearDemonstration();
  await stopSharedKafka();
}
