import { execFileSync } from 'node:child_process';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** For a process of its own, in which a worker gives way: prints the priorities of its threads, those of V8 under the name of all. */
const trial = `
  const { existsSync, readFileSync, readdirSync } = require('node:fs');
  const { getPriority } = require('node:os');
  const { Worker } = require('node:worker_threads');
  const worker = new Worker(
    \`const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(pathToFileURL(join(__dirname, 'give-way.ts')))}).then(({ giveWay }) => {
      giveWay();
      parentPort.postMessage(require('node:os').getPriority());
    });\`,
    { eval: true },
  );
  worker.once('message', (ofWorker) => {
    const named = (thread) => readFileSync('/proc/self/task/' + thread + '/comm', 'utf8').trim();
    const threads = existsSync('/proc/self/task') ? readdirSync('/proc/self/task') : [];
    const helpers = threads.filter((thread) => named(thread) === 'V8Worker');
    const ofHelpers = new Set(helpers.map((thread) => getPriority(Number(thread))));
    console.log(JSON.stringify([getPriority(), ofWorker, ...ofHelpers]));
  });
`;

/** Elsewhere priorities belong to whole processes. */
const onLinux = process.platform === 'linux';

test('on Linux a thread that gives way, and the helpers of V8, come after the others', () => {
  const printed = execFileSync(process.execPath, ['--no-warnings', '--eval', trial], { encoding: 'utf8' });
  const own = getPriority();
  const after = Math.min(own + 10, constants.priority.PRIORITY_LOW);
  expect(JSON.parse(printed)).toEqual(onLinux ? [own, after, after] : [own, own]);
});
