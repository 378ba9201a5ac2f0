import { execFileSync } from 'node:child_process';

/** For a trial: `old()` gives the bytes in the old generation. */
const prelude = `
  import { getHeapSpaceStatistics } from 'node:v8';
  const old = () => getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space').space_used_size;
`;

/** The number that a trial prints in a Node process of its own, where what V8 learned from others is not known. */
export function printedBy(trial: string, ...flags: readonly string[]): number {
  const args = ['--expose-gc', '--no-warnings', ...flags, '--input-type=module', '--eval', prelude + trial];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}
