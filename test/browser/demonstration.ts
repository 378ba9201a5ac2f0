import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ExchangeProcess, temporaryFolder } from '../e2e/exchange-process';

/** In milliseconds. */
const longestSeeding = 240_000;

/**
 * The exchange with its demonstration, in a folder of its own. The six thousand requests of the demonstration go through
 * the exchange once in a run of the tests (`test/servers` names the folder); after that their traces are copied.
 */
export async function demonstration(): Promise<ExchangeProcess> {
  const folder = await temporaryFolder();
  const shared = process.env['DEMONSTRATION'];
  if (shared !== undefined) await cp(await seeded(shared), folder, { recursive: true });
  return ExchangeProcess.started(folder);
}

async function seeded(shared: string): Promise<string> {
  const done = join(shared, 'seeded');
  if (existsSync(done)) return done;
  const seeding = join(shared, randomUUID());
  await mkdir(seeding);
  const exchange = new ExchangeProcess(['start'], seeding);
  await exchange.said('Ctrl-C stops it.', longestSeeding);
  await exchange.end('SIGTERM');
  // Who seeded at the same time was quicker: theirs is as good.
  await rename(seeding, done).catch(() => rm(seeding, { recursive: true }));
  return done;
}
