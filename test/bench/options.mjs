import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../infra/workspace.mjs';

export class Misuse extends Error {}

/** Throws `Misuse`. `dist` may name another build, so that two can be held against each other. */
export function optionsOf(args, groups) {
  const usage = `Usage: npm run bench [-- --only=${groups.join(',')}] [--quick | --full] [--gate] [--dist=<folder>]`;
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string', default: groups.join(',') },
        quick: { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
        gate: { type: 'boolean', default: false },
        dist: { type: 'string', default: join(root, 'dist') },
      },
    });
    const only = values.only.split(',');
    const unknown = only.filter((name) => !groups.includes(name));
    if (unknown.length > 0) throw new Error(`${unknown.join(', ')} cannot be measured.`);
    return { ...values, only, dist: resolve(values.dist) };
  } catch (error) {
    throw new Misuse(`${error.message}\n${usage}`, { cause: error });
  }
}
