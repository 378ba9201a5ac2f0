import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Ctrl-C in a terminal reaches the whole process group: passing it on would deliver it twice. */
const inTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);

/** npm hands SIGTERM to the shell between us and dies with it: then nobody is left to tell us but the process table. */
function whenOrphaned(act) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 250);
  return watch;
}

/**
 * Runs a program to its end and resolves with its exit code (128 + number when a signal ended it). Whoever stops us
 * stops the program, and we wait for it. `onOutput` receives what it prints, if given.
 */
export function run(program, args, { onOutput, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(program, args, { stdio, ...options });
    const passOn = (signal) => {
      if (signal !== 'SIGINT' || !inTerminal) child.kill(signal);
    };
    for (const signal of signals) process.on(signal, passOn);
    const watch = whenOrphaned(() => child.kill('SIGTERM'));
    const release = () => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, passOn);
    };
    if (onOutput) for (const stream of [child.stdout, child.stderr]) stream?.on('data', onOutput);
    child.on('error', (error) => {
      release();
      reject(error);
    });
    child.on('close', (code, signal) => {
      release();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
