import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { pairYears } from '@vestigo/oversight';
import { InvalidSetting, ServiceModule } from '@vestigo/service';
import type { Config } from '../config';
import { openExchange } from '../exchange';
import { progressOf } from '../history/progress';
import { startLoopThread } from '../loop-thread';
import { compare, comparisonReport, isExplained } from './comparison';
import { replay } from './replay';
import { readTables, type SourceCell, UnreadableTable } from './tables';

/** Replays the tables of a folder into a data folder of its own, `replay` beneath the configured one. */
export async function runReplay({ data }: Config, words: readonly string[]): Promise<void> {
  const [folder, ...rest] = words;
  if (folder === undefined || rest.length > 0) {
    throw new InvalidSetting('npm run replay -- <folder> takes the one folder that holds the tables.');
  }
  const cells = cellsOf(folder);
  const exchange = openExchange({ data: join(data, 'replay') });
  const app = await NestFactory.createApplicationContext(ServiceModule.of(exchange), {
    logger: ['error', 'warn'],
  });
  const loops = startLoopThread(exchange, (line) => process.stderr.write(`${line}\n`));
  const started = Date.now();
  const before = await exchange.log.store.head();
  try {
    const replaying = {
      commands: app.get(CommandBus),
      log: exchange.log,
      now: Date.now,
      settled: () => loops.settled(),
    };
    const progress = progressOf('Acts', actsOf(cells));
    const leftovers = await replay(replaying, digestOf(cells), cells, progress);
    progress.end();
    const seconds = (Date.now() - started) / 1000;
    const events = (await exchange.log.store.head()) - before;
    const comparison = compare(cells, pairYears(exchange.clocks), leftovers);
    process.stdout.write(`${comparisonReport(comparison)}
Events appended: ${String(events)} in ${seconds.toFixed(1)} s, ${String(Math.round(events / seconds))} a second
Peak memory: ${String(Math.round(process.resourceUsage().maxRSS / 1024))} MiB
Data: ${join(data, 'replay')}
`);
    if (!isExplained(comparison)) process.exitCode = 1;
  } finally {
    await loops.stop();
    await app.close();
    await exchange.close();
  }
}

function cellsOf(folder: string): readonly SourceCell[] {
  try {
    return readTables(folder);
  } catch (error) {
    if (error instanceof UnreadableTable) throw new InvalidSetting(error.message);
    throw error;
  }
}

const actsOf = (cells: readonly SourceCell[]) =>
  cells.reduce(
    (sum, { requests, accepted, refused }) => sum + (requests ?? 0) + (accepted ?? 0) + (refused ?? 0),
    0,
  );

/** The same tables go on where they stopped; others are another run. */
const digestOf = (cells: readonly SourceCell[]) =>
  createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 32);
