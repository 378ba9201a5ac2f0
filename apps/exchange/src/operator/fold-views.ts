import { join } from 'node:path';
import type { Loop } from '@vestigo/kernel';
import { openSnapshot } from '@vestigo/sqlite';
import { type Exchange, openExchange } from '../exchange';
import { settled, startLoops } from '@vestigo/service';
import { differingPairs, type Figures, figuresOfLog, figuresOfView } from './figures';
import { UnusableBackup } from './unusable-backup';

/** Views that remember how far the log was published: they have no rows, and begin at 0 again after a restore. */
const publishers = /^outbound:/;

/**
 * Folds every view of a data folder from its log, without sending or receiving anything, and resolves with the figures.
 * Throws `UnusableBackup` when they cannot be folded or say something else than the log.
 */
export async function foldViews(data: string): Promise<Figures> {
  const exchange = openExchange({ data });
  try {
    const names = viewsIn(data).map(({ name }) => name);
    await foldedBy(
      exchange,
      exchange.loops.filter(({ name }) => names.includes(name)),
    );
    const head = await exchange.log.store.head();
    const late = viewsIn(data).filter(({ checkpoint }) => checkpoint !== head);
    if (late.length > 0) {
      throw new UnusableBackup(`Views were not folded: ${late.map(({ name }) => name).join(', ')}.`);
    }
    const figures = figuresOfView(exchange.clocks);
    const differing = differingPairs(figures, await figuresOfLog(exchange.log.store));
    if (differing.length > 0) {
      throw new UnusableBackup(
        `The figures folded from the log disagree with it for ${differing.join(', ')}.`,
      );
    }
    return figures;
  } finally {
    await exchange.close();
  }
}

function viewsIn(data: string) {
  const snapshot = openSnapshot(join(data, 'views.db'));
  try {
    return snapshot.checkpoints().filter(({ name }) => !publishers.test(name));
  } finally {
    snapshot.close();
  }
}

/** A loop that fails is not tried again: what the log holds will not change. */
async function foldedBy({ log }: Exchange, loops: readonly Loop[]): Promise<void> {
  const failure = Promise.withResolvers<never>();
  const running = startLoops(loops, (line) => {
    failure.reject(new UnusableBackup(`The log cannot be folded: ${line}.`));
  });
  try {
    await Promise.race([settled({ loops, log }), failure.promise]);
  } finally {
    await running.stop();
  }
}
