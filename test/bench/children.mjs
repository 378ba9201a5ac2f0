import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { nodeArgs } from '../../infra/runtime.mjs';
import { root } from '../../infra/workspace.mjs';

const running = new Set();

/** Milliseconds: a child that says nothing for this long will say nothing at all. */
const patience = 240_000;

/** Starts Node on a script as `npm start` does; `output` grows with what the child prints to stdout. */
export function startNode(args, env = {}) {
  const child = spawn(process.execPath, [...nodeArgs(), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = { child, output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (started.output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (started.errors += text));
  running.add(child);
  started.ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code;
  });
  return started;
}

/** Resolves with what the child prints; rejects when it fails. */
export async function runNode(args, env) {
  const started = startNode(args, env);
  const code = await started.ended;
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${started.errors}`);
  return started.output;
}

/** Resolves with the first loopback address that the child prints. */
export async function addressOf(started) {
  const found = () => /http:\/\/127\.0\.0\.1:\d+/.exec(started.output)?.[0];
  const { child } = started;
  const limit = AbortSignal.timeout(patience);
  while (found() === undefined) {
    await Promise.race([once(child.stdout, 'data', { signal: limit }), started.ended]);
    if (found() === undefined && child.exitCode !== null) throw new Error(`no address: ${started.errors}`);
  }
  return found();
}

/** Ends a child in order, by force when it does not heed; resolves with its exit code. */
export async function stop({ child, ended }) {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patience);
  const code = await ended;
  clearTimeout(force);
  return code;
}

export function endChildren() {
  for (const child of running) child.kill('SIGKILL');
}
