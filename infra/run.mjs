// Runs on the Node of the machine (20.11 or later) with npm and nothing else: it installs the packages, then hands over to
// the Node that comes with them.
import { join } from 'node:path';
import { run } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { chooseNode, nodeArgs } from './runtime.mjs';
import { Advice, environment, root } from './workspace.mjs';

const exchange = join('dist', 'apps', 'exchange', 'src', 'main.js');
const build = ['infra/build.mjs', '--quiet'];

/** What each verb runs, one after the other; the arguments of the caller go to the last one. */
const verbs = {
  start: [build, [exchange, 'start']],
  replay: [build, [exchange, 'replay']],
  token: [build, [exchange, 'token']],
  vestigo: [build, [exchange, 'vestigo']],
  bench: [build, ['test/bench/run.mjs']],
  faults: [build, ['infra/faults.mjs']],
  kafka: [['infra/kafka/run.mjs']],
  build: [['infra/build.mjs']],
  asyncapi: [build, ['infra/async-api.mjs']],
  check: [['infra/check.mjs']],
  test: [['infra/test.mjs']],
};

async function main([verb, ...args]) {
  const scripts = Object.hasOwn(verbs, verb ?? '') ? verbs[verb] : undefined;
  if (!scripts) throw new Advice(`Say what to run: ${Object.keys(verbs).join(', ')}.`);
  await ensureInstalled(root);
  const node = chooseNode(root);
  const options = { cwd: root, env: environment() };
  for (const [index, script] of scripts.entries()) {
    const last = index === scripts.length - 1;
    const words = last ? [...script, ...args] : script;
    const code = await run(node, script[0] === exchange ? [...nodeArgs(), ...words] : words, options);
    if (code !== 0) return code;
  }
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Advice)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
