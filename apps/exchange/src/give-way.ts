import { readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** Where Linux lists the threads of this process. */
const threads = '/proc/self/task';
/** In which V8 collects and compiles. */
const helper = 'V8Worker';
/** Steps of niceness: where both have something to do, ten parts for a desk and one for the rest (ADR 35). */
const steps = 10;

/**
 * What this thread does, and what V8 does aside, waits while another thread has something to do for a desk. On Linux alone; elsewhere
 * priorities belong to whole processes, and nothing is changed.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  const afterDesks = Math.min(getPriority() + steps, constants.priority.PRIORITY_LOW);
  setPriority(afterDesks);
  for (const thread of readdirSync(threads)) {
    if (nameOf(thread) === helper) setPriority(Number(thread), afterDesks);
  }
}

/** Undefined when the thread has ended meanwhile. */
function nameOf(thread: string): string | undefined {
  try {
    return readFileSync(`${threads}/${thread}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
