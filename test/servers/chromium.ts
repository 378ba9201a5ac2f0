import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(__dirname, '..', '..', 'infra', 'chromium', 'run.mjs');

/** Finds the browser that the tests of the page share, and gives the line that says which one it is. */
export function findChromium(): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  const [program = '', version = ''] = stdout.trim().split('\n');
  if (status !== 0) return `Chromium: none, so the tests of the page are skipped. ${stderr.trim()}`;
  process.env['CHROMIUM'] = program;
  return `${version}, how: ${program}`;
}
