import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIssuer, type Role } from '@vestigo/identity';
import { Desk } from './desk';

export const root = join(__dirname, '..', '..');
const mainOf = (app: string) => join(root, 'dist', 'apps', app, 'src', 'main.js');

/** Longest that a process may take to say something, in milliseconds. */
const patience = 180_000;

const running = new Set<ChildProcess>();
const folders: string[] = [];

/** A folder of its own; removed, with all that `processesEnd` ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'exchange-'));
  folders.push(folder);
  return folder;
}

/** To be called after all tests: ends what still runs, removes the folders. */
export async function processesEnd(): Promise<void> {
  await Promise.all([...running].map((child) => ended(child, 'SIGKILL')));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
}

/** A built program as its user runs it. */
export class ServiceProcess {
  out = '';
  err = '';
  readonly #child: ChildProcess;
  #listeners: (() => void)[] = [];

  constructor(
    app: string,
    words: readonly string[],
    readonly folder: string,
    env: Readonly<Record<string, string>> = {},
  ) {
    const main = mainOf(app);
    if (!existsSync(main)) throw new Error(`${app} is not built: run \`npm run build\` first.`);
    this.#child = spawn(process.execPath, [main, ...words], {
      cwd: root,
      env: { ...process.env, HOST: '127.0.0.1', PORT: '0', VESTIGO_DATA: folder, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(this.#child);
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
      this.#notify();
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
      this.#notify();
    });
    this.#child.once('close', () => {
      running.delete(this.#child);
      this.#notify();
    });
  }

  get address(): string {
    return /answers on (\S+)/.exec(this.out)?.[1] ?? '';
  }

  bearer(token?: string): Desk {
    return new Desk(this.address, token);
  }

  /** Somebody signed in by the issuer whose key lies in this folder. */
  async desk(role: Role, state: string | null, keys = this.folder): Promise<Desk> {
    const issuer = await openIssuer(keys);
    return this.bearer(await issuer.issue({ subject: `${role}@${state ?? ''}`, state, role }));
  }

  /** Until `text` stands in what the process printed; fails when it ends without. */
  said(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why} without “${text}”:\n${this.out}${this.err}`));
      const timer = setTimeout(() => fail(`${patience} ms`), patience);
      const look = () => {
        const found = this.out.includes(text) || this.err.includes(text);
        if (!found && running.has(this.#child)) return;
        clearTimeout(timer);
        this.#listeners = this.#listeners.filter((one) => one !== look);
        if (found) resolve();
        else fail('ended');
      };
      this.#listeners.push(look);
      look();
    });
  }

  /** Its exit code; null when a signal ended it. */
  async ended(): Promise<number | null> {
    return ended(this.#child);
  }

  /** Signals and waits for the end. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    return ended(this.#child, signal);
  }

  /** Signals and does not wait: SIGSTOP and SIGCONT. */
  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (running.has(child)) {
    const closed = once(child, 'close');
    if (signal) child.kill(signal);
    await closed;
  }
  return child.exitCode;
}
