import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(__dirname, '..', '..');

export interface Acknowledgement {
  readonly caller: number;
  readonly turn: number;
  readonly version: number;
  readonly position: number;
}

/** Compiles the writer and what it needs into a folder; gives the script to run. */
export function compileWriter(folder: string): string {
  const sources = [
    'libs/kernel/src',
    'libs/adapters/sqlite/src',
    'test/faults/plan.ts',
    'test/faults/writer.ts',
  ];
  const leftOut = ['**/*.spec.ts', '**/testing.ts', '**/testing/**'].join(',');
  const args = [
    require.resolve('@swc/cli/bin/swc.js'),
    ...sources,
    '-d',
    folder,
    '--ignore',
    leftOut,
    '--quiet',
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the writer does not compile: ${stderr}`);
  return join(folder, 'test', 'faults', 'writer.js');
}

/**
 * Starts a writer, kills it with SIGKILL and gives what it had acknowledged. `delay` in ms counts from its first
 * acknowledgement, or from its start when it shall not even get that far.
 */
export async function writeUntilKilled(
  [script, ...args]: readonly [string, ...string[]],
  delay: number,
  from: 'start' | 'acknowledgement',
): Promise<readonly Acknowledgement[]> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const closed = once(child, 'close');
  if (from === 'acknowledgement') await Promise.race([once(child.stdout, 'data'), closed]);
  await pause(delay);
  child.kill('SIGKILL');
  await closed;
  if (child.signalCode !== 'SIGKILL') throw new Error('the writer ended by itself');
  // The last line may be torn: it is complete only with its line feed.
  return output.split('\n').slice(0, -1).map(acknowledgement);
}

function acknowledgement(line: string): Acknowledgement {
  const [caller = NaN, turn = NaN, version = NaN, position = NaN] = line.split(' ').map(Number);
  return { caller, turn, version, position };
}
