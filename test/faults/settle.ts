import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, account } from './account';
import type { Acknowledged } from './officers';
import { type Finding, reconcile } from './reconcile';
import type { World } from './world';

export interface Outcome extends Account {
  readonly findings: readonly Finding[];
  readonly table: readonly object[];
}

/** Milliseconds within which everything must have arrived once nothing is wrong any more. */
const limitMs = 90_000;

/**
 * Waits until nothing is left on the way, looked at twice in a row, or for as long as may be, and says how things stand then. When
 * something is missing after all that time, tells what each station says of itself.
 */
export async function settled(
  world: World,
  acknowledged: readonly Acknowledged[],
  tell: (line: string) => void,
): Promise<Outcome> {
  const end = performance.now() + limitMs;
  for (let quiet = 0; ;) {
    quiet = (await world.atRest()) ? quiet + 1 : 0;
    const late = performance.now() > end;
    if (quiet > 1 || late) {
      const ledgers = await world.ledgers();
      const outcome = {
        ...account(acknowledged, ledgers),
        findings: reconcile(ledgers),
        table: await world.table(),
      };
      const missing = outcome.lost.length > 0 || outcome.findings.length > 0;
      if (late) for (const line of await world.plight()) tell(line);
      if (late || !missing) return outcome;
    }
    await sleep(100);
  }
}
