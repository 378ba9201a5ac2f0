import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { eventually } from '@vestigo/kernel/testing';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { matterAt, submitted, tracingCenter } from './matters';

/** Ends by itself should nobody end it. */
const busy = 'for (const end = Date.now() + 120_000; Date.now() < end;);';
let others: readonly ChildProcess[] = [];

afterAll(async () => {
  for (const other of others) other.kill('SIGKILL');
  await processesEnd();
});

test('a request goes from desk to desk while other programs fill every core', async () => {
  others = Array.from({ length: 2 * availableParallelism() }, () =>
    spawn(process.execPath, ['--eval', busy], { stdio: 'ignore' }),
  );
  const exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
  const [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
  const put = await usa.put('/v1/participants/USA/point-of-contact', tracingCenter);
  expect(put.status).toBe(200);
  // Waits for the directory, and for no longer than 5 s.
  const id = await submitted(jamaica);
  expect((await eventually(() => matterAt(usa, `/v1/cases/${id}`, 'received'))).id).toBe(id);
});
