import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { addressOf, runNode, startNode, stop } from '../children.mjs';
import { newFolder } from '../scratch.mjs';

export const exchangeOf = (dist) => join(dist, 'apps', 'exchange', 'src', 'main.js');

/** A real exchange on an empty data folder, in a process of its own, and a token of an officer. */
export async function startExchange({ dist, folder }, preload = []) {
  const env = { HOST: '127.0.0.1', PORT: '0', VESTIGO_DATA: newFolder(folder, 'data') };
  const program = exchangeOf(dist);
  const imports = preload.flatMap((file) => ['--import', pathToFileURL(file).href]);
  const started = startNode([...imports, program, 'start', '--no-demo'], env);
  const address = await addressOf(started);
  const token = (await runNode([program, 'token', '--role', 'officer', '--state', 'JAM'], env)).trim();
  return {
    address,
    token,
    settled: () => settled(address),
    written: () => writtenBy(started.child.pid),
    stop: () => stop(started),
  };
}

/** Bytes that a process has had written to files so far; undefined where the system does not tell. */
function writtenBy(pid) {
  if (process.platform !== 'linux') return undefined;
  return Number(/^write_bytes: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);
}

/** Milliseconds in which what a load left behind must be worked off. */
const patience = 120_000;

/** Resolves when no loop has anything before it. */
async function settled(address) {
  const limit = performance.now() + patience;
  for (let quiet = 0; quiet < 2;) {
    const answer = await fetch(`${address}/health/ready`);
    const { behind } = await answer.json();
    quiet = answer.ok && Object.values(behind).every((left) => left === 0) ? quiet + 1 : 0;
    if (performance.now() > limit) throw new Error(`still behind: ${JSON.stringify(behind)}`);
    await sleep(20);
  }
}
