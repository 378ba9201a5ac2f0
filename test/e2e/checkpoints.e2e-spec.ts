import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { submitted } from './matters';

/** Pages: another thread begins at 768, the one that writes at 1024. */
const [begun, wellBeforeFull] = [768, 900];

afterAll(processesEnd);

test('the WAL of the log is emptied before it is full for the thread that writes', async () => {
  const folder = await temporaryFolder();
  const exchange = await ExchangeProcess.started(folder, '--no-demo');
  const desk = await exchange.desk('officer', 'JAM');
  const log = new DatabaseSync(join(folder, 'log.db'));
  const state = log.prepare('PRAGMA wal_checkpoint(NOOP)');
  let fullest = 0;
  for (let emptied = false; !emptied && fullest < wellBeforeFull;) {
    await submitted(desk);
    const { log: frames, checkpointed } = state.get() as { log: number; checkpointed: number };
    // Emptied, and begun anew where nobody wrote meanwhile.
    emptied = checkpointed > 0 || frames < fullest;
    fullest = Math.max(fullest, frames);
  }
  log.close();
  expect(fullest).toBeGreaterThan(begun - 50);
  expect(fullest).toBeLessThan(wellBeforeFull);
  expect(await exchange.end('SIGTERM')).toBe(0);
});
