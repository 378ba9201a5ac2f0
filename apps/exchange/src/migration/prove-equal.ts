import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIssuer } from '@vestigo/identity';
import { serve, type Served, startLoopsHere } from '@vestigo/service';
import { CannotMigrate } from './cannot-migrate';
import { compareAnswers } from './compare-answers';
import { compareLogs } from './compare-logs';
import { compareViews } from './compare-views';
import type { Finding } from './finding';
import { type LogSide, openReading } from './reading';
import type { Transcript } from './transcript';

export interface Proof {
  readonly source: LogSide;
  readonly target: LogSide;
  /** Makes a new one: it counts. */
  readonly transcript: () => Transcript;
  /** Milliseconds since 1970: the instant that both sides are asked at. */
  readonly now: number;
}

/** Compares both logs, the views folded from each, and what each answers over HTTP; writes to neither. */
export async function proveEqual({ source, target, transcript, now }: Proof): Promise<readonly Finding[]> {
  const logs = await compareLogs({ source: source.store, target: target.store, transcript });
  const folder = await mkdtemp(join(tmpdir(), 'vestigo-migration-'));
  const opened: Served[] = [];
  try {
    const issuer = await openIssuer(folder);
    const open = async (side: LogSide, name: string) => {
      const views = join(folder, name);
      await mkdir(views);
      const parts = openReading(side, views, () => now);
      const failure = Promise.withResolvers<never>();
      failure.promise.catch(() => undefined);
      const served = await serve(parts, {
        ...{ issuer, title: name, host: '127.0.0.1', port: 0 },
        startLoops: (loops) =>
          startLoopsHere(loops, (line) => {
            failure.reject(new CannotMigrate(`The log of the ${name} cannot be folded: ${line}.`));
          }),
      });
      opened.push(served);
      await Promise.race([served.loops.settled(), failure.promise]);
      return { parts, address: served.address };
    };
    const left = await open(source, 'source');
    const right = await open(target, 'target');
    const views = await compareViews(left.parts, right.parts);
    const answers = await compareAnswers({ source: left.address, target: right.address, issuer, now });
    return [...logs, ...views, answers];
  } finally {
    for (const served of opened) await served.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
