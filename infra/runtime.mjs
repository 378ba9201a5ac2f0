import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Advice } from './workspace.mjs';

/** node:sqlite works without a flag from here on. */
const least = [22, 13];

/** The Node that comes with the packages; else the one running this, if it is new enough. */
export function chooseNode(root) {
  const path = process.platform === 'win32' ? ['node', 'bin', 'node.exe'] : ['.bin', 'node'];
  const packaged = join(root, 'node_modules', ...path);
  const { stdout } = spawnSync(packaged, ['--version'], { encoding: 'utf8' });
  if (isEnough(stdout)) return packaged;
  if (isEnough(process.version)) return process.execPath;
  throw new Advice(
    [
      `Vestigo needs Node ${least.join('.')} or later; this is ${process.version}, and the Node of the package "node" is`,
      'not in node_modules, probably because npm ran with --ignore-scripts. Do one of these:',
      '  npm rebuild node --ignore-scripts=false',
      '  or start again with Node 24 on the path',
    ].join('\n'),
  );
}

/**
 * What Node is told besides: on one or two cores V8 helps itself (collecting, compiling) in one thread instead of four, which there stand in
 * the way of who waits for an answer (docs/performance.md).
 */
export const nodeArgs = (cores = availableParallelism()) => (cores > 2 ? [] : ['--v8-pool-size=1']);

export function isEnough(version) {
  const [major = 0, minor = 0] = String(version ?? '')
    .replace('v', '')
    .split('.')
    .map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}
