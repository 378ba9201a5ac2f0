import { parseArgs } from 'node:util';
import { run } from './child.mjs';
import { Advice, environment, root, tool } from './workspace.mjs';

const options = { seed: { type: 'string' }, minutes: { type: 'string' } };

/** The random schedule of faults alone: `npm run faults -- --minutes 60 --seed 4711`. */
async function main() {
  const { values } = parseArgs({ options });
  const { seed, minutes } = values;
  if (minutes !== undefined && !(Number(minutes) > 0)) throw new Advice('--minutes takes a number above 0.');
  const env = {
    ...environment(),
    ...(seed !== undefined && { VESTIGO_SEED: seed }),
    ...(minutes !== undefined && { VESTIGO_FAULT_MINUTES: minutes }),
  };
  const jest = [tool('jest'), '--config', 'jest.config.cjs', '--runInBand', '--roots', 'test/faults'];
  const only = ['--testMatch', '**/services.e2e-spec.ts', '--testNamePattern', 'random schedule'];
  return run(process.execPath, [...jest, ...only], { cwd: root, env });
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Advice) && error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
