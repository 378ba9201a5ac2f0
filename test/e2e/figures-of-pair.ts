import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';

type Figures = Readonly<Partial<Record<string, unknown>>>;

/** What oversight counts of one pair of States, from when it is first asked: a server's log may hold more than one test. */
export async function figuresOf(coordinator: Desk, requestingState: string, respondingState: string) {
  const now = async (): Promise<Figures> => {
    const { body } = await coordinator.get<{ readonly items: readonly Figures[] }>('/v1/oversight/pairs');
    const ofPair = (item: Figures) =>
      item['requestingState'] === requestingState && item['respondingState'] === respondingState;
    return body.items.find(ofPair) ?? {};
  };
  await eventually(async () => expect((await coordinator.get('/health/ready')).status).toBe(200));
  const before = await now();
  return {
    now,
    /** Throws until the figures are so much larger than they were. */
    async haveGrown(by: Readonly<Record<string, number>>): Promise<void> {
      const wanted = Object.entries(by).map(([name, more]) => [name, Number(before[name] ?? 0) + more]);
      expect(await now()).toMatchObject(Object.fromEntries(wanted));
    },
  };
}
