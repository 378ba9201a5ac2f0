import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIssuer } from '@vestigo/identity';
import { serve, type Served, startLoopsHere } from '@vestigo/service';
import { CannotMigrate } from './cannot-migrate';
import { compareAnswers } from './compare-answers';
import { compareLogs } from './compare-logs';
import { compareViews } from './compare-views';
import { comparePhotographs } from './copy-photographs';
import type { Finding } from './finding';
import { knownIn, type PhotographPlaces } from './photograph-places';
import { type LogSide, openReading } from './reading';
import type { Transcript } from './transcript';

type ProvedSide = Omit<LogSide, 'photographs'>;

export interface Proof {
  readonly source: ProvedSide;
  readonly target: ProvedSide;
  readonly photographs: PhotographPlaces;
  /** Makes a new one: it counts. */
  readonly transcript: () => Transcript;
  /** Milliseconds since 1970: the instant that both sides are asked at. */
  readonly now: number;
}

/** Compares both logs, photographs, the views folded from each log, and what each side answers over HTTP; writes to neither. */
export async function proveEqual({
  source,
  target,
  photographs,
  transcript,
  now,
}: Proof): Promise<readonly Finding[]> {
  const logs = await compareLogs({ source: source.store, target: target.store, transcript });
  const pictures = await comparePhotographs(photographs);
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
    const { sources, target: place } = photographs;
    const left = await open({ ...source, photographs: knownIn(sources) }, 'source');
    const places = place === undefined ? [] : [place];
    const right = await open({ ...target, photographs: knownIn(places) }, 'target');
    const views = await compareViews(left.parts, right.parts);
    const answers = await compareAnswers({ source: left.address, target: right.address, issuer, now });
    return [...logs, pictures, ...views, answers];
  } finally {
    for (const served of opened) await served.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
