import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../../infra/workspace.mjs';

/** A Kafka of this run alone, in a process that ends when its input does: with us, however we end. */
export async function startBroker() {
  const program = join(root, 'infra', 'kafka', 'run.mjs');
  const child = spawn(process.execPath, [program, '--controlled', '{}'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof line !== 'string') throw new Error('Kafka does not start; why stands above');
  const { bootstrap, version } = JSON.parse(line);
  return {
    brokers: bootstrap,
    version,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
