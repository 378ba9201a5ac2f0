import { performance } from 'node:perf_hooks';
import { stripVTControlCharacters } from 'node:util';
import { run } from './child.mjs';
import { environment, root, tool } from './workspace.mjs';

const inCi = process.env.CI === 'true';

const jest = ['--config', 'jest.config.cjs', '--json'];
/** Project by project, as far as something changed; in CI everything at once, which loads each program of types and each cache once. */
const nx = (target) => [
  tool('nx'),
  ...(inCi ? ['run', `workspace:${target}-all`] : ['run-many', '-t', target]),
];

/** Everything that must hold, in the order of the quickest answer. A part is what `--only` chooses. */
export const steps = [
  { part: 'static', name: 'format', args: () => [tool('prettier'), '--check', '.'] },
  { part: 'static', name: 'types', args: () => [tool('tsc', 'typescript'), '-p', 'tsconfig.json'] },
  { part: 'static', name: 'api types', args: () => ['infra/console-api.mjs'] },
  {
    part: 'static',
    name: 'page types',
    args: () => [tool('tsc', 'typescript'), '-p', 'apps/console/page/tsconfig.json'],
  },
  { part: 'static', name: 'lint', args: () => nx('lint') },
  { part: 'unit', name: 'unit tests', args: () => nx('test') },
  { part: 'fences', name: 'lock', args: () => ['infra/lock-check.mjs'] },
  {
    part: 'fences',
    name: 'fences',
    args: () => [
      '--test',
      ...['--test-reporter=dot', '--test-reporter-destination=stdout'],
      ...['--test-reporter=tap', '--test-reporter-destination=tmp/results/fences.tap'],
      '--test-concurrency=2',
      'test/architecture/*.test.mjs',
    ],
  },
  { part: 'e2e', name: 'build', args: () => ['infra/build.mjs'] },
  {
    part: 'e2e',
    name: 'journeys',
    args: () => [
      ...[tool('jest'), ...jest, '--outputFile', 'tmp/results/journeys.json', '--maxWorkers=2'],
      ...['--roots', 'apps', 'libs', 'test', '--testMatch', '**/*.e2e-spec.ts', '**/*.int-spec.ts'],
      ...['--globalSetup', '<rootDir>/test/servers/start.ts'],
      ...['--globalTeardown', '<rootDir>/test/servers/stop.ts'],
    ],
  },
];

/** What a step says of the servers that its tests meet, or lack, and of the faults that they survived. */
const saidAloud = /^(?:server|faults): .*$/gm;

/** Runs every step, whatever became of the one before; resolves with the names of those that failed. */
export async function runSteps(chosen) {
  const env = environment({ NX_DAEMON: 'false', NX_TUI: 'false', NO_COLOR: '1', FORCE_COLOR: '0' });
  const failed = [];
  for (const { name, args } of chosen) {
    process.stdout.write(name.padEnd(12));
    const started = performance.now();
    const output = [];
    const onOutput = (chunk) => output.push(chunk);
    const code = await run(process.execPath, args(), { cwd: root, env, onOutput });
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${seconds} s`);
    const said = stripVTControlCharacters(Buffer.concat(output).toString());
    for (const [line] of said.matchAll(saidAloud)) console.log(`  ${line}`);
    if (code === 0) continue;
    failed.push(name);
    console.log(said.trimEnd());
    if (code > 128) break;
  }
  return failed;
}
