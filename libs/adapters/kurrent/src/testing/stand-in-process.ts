import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { transformFileSync } from '@swc/core';

const root = join(__dirname, '..', '..', '..', '..', '..');

export interface StandInProcess {
  readonly connectionString: string;
  readonly port: number;
  readonly pid: number;
  /** SIGKILL unless told; resolves when the process is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a stand-in in a process of its own. With a `file` and the same port it goes on where one before it was killed. */
export async function startStandInProcess(port = 0, file?: string): Promise<StandInProcess> {
  const folder = compiled();
  const args = [join(folder, 'stand-in-main.js'), `${port}`, ...(file === undefined ? [] : [file])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const [line] = (await Promise.race([once(lines, 'line'), gone])) as readonly unknown[];
  rmSync(folder, { recursive: true });
  if (typeof line !== 'string' || child.pid === undefined) throw new Error('the stand-in does not start');
  return {
    connectionString: line,
    port: Number(/:(\d+)\?/.exec(line)?.[1]),
    pid: child.pid,
    end: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await gone;
    },
  };
}

/** The stand-in as plain JavaScript, inside the checkout so that it finds its packages. */
function compiled(): string {
  mkdirSync(join(root, 'tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, 'tmp', 'stand-in-'));
  for (const file of globSync('stand-in*.ts', { cwd: __dirname, exclude: ['*.spec.ts'] })) {
    const { code } = transformFileSync(join(__dirname, file), {
      configFile: join(root, '.swcrc'),
      cwd: root,
      sourceMaps: false,
    });
    writeFileSync(join(folder, `${basename(file, '.ts')}.js`), code);
  }
  return folder;
}
