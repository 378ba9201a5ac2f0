import { spawn } from 'node:child_process';
import { openSync, readFileSync, statSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Advice } from '../workspace.mjs';
import { javaProgram } from './java.mjs';

const startingMs = 120_000;
const stoppingMs = 15_000;

const jvm = [
  ...['-Xms128m', '-Xmx384m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Djava.awt.headless=true'],
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info',
];

/** One process that is broker and controller; it can be stopped, killed and started again on its port and folder. */
export function kafkaNode({ id, port, doors = {}, folder, jars, onEnd }) {
  const log = join(folder, 'broker.log');
  let process;

  async function start() {
    if (process) return;
    const output = openSync(log, 'a');
    const before = statSync(log).size;
    const args = [...jvm, '-cp', join(jars, '*'), 'kafka.Kafka', join(folder, 'server.properties')];
    const child = spawn(javaProgram('java'), args, { stdio: ['ignore', output, output] });
    closeSync(output);
    process = { child, gone: goneWithUs(child) };
    void process.gone.then(() => {
      process = undefined;
      onEnd?.(id);
    });
    await ready(child, () => readFileSync(log).subarray(before).toString());
  }

  async function end(signal) {
    if (!process) return;
    const { child, gone } = process;
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), stoppingMs);
    await gone;
    clearTimeout(late);
  }

  return {
    id,
    port,
    doors,
    get pid() {
      return process?.child.pid;
    },
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** The broker says so once the controllers let it serve. */
async function ready(child, output) {
  for (const end = Date.now() + startingMs; Date.now() < end; await pause(25)) {
    if (output().includes('Kafka Server started')) return;
    if (child.exitCode !== null || child.signalCode !== null) break;
  }
  child.kill('SIGKILL');
  throw new Advice(`Kafka did not start. The end of its log:\n${output().split('\n').slice(-30).join('\n')}`);
}

/**
 * Resolves when the broker has ended. It does not outlive us, even if we are killed: the guard reads from a pipe that
 * only we hold open, and its end is ours.
 */
function goneWithUs(child) {
  const guard = spawn('sh', ['-c', 'trap "" INT TERM HUP; read _; kill -9 "$0"', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return new Promise((resolve) => {
    const ended = () => {
      guard.kill('SIGKILL');
      resolve();
    };
    child.once('exit', ended);
    child.once('error', ended);
  });
}
