import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Log, Rejection } from '@vestigo/kernel';
import { type Inbound, takeIn } from '@vestigo/protocol';
import { InvalidSetting } from '@vestigo/service';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { rerunRefused, showRefused } from './refused.command';

const now = () => Date.UTC(2026, 2, 15, 9, 30);
const secret =
  '{"type":"org.vestigo.request-submitted.v2","source":"/states/JAM","owner":"Jane \u009b2J Doe"}';
const refusal = new Rejection('invalid', 'unknown-type', 'A type that quotes Jane Doe.');

let folder: string;
let log: Log;
let understood: boolean;
let printed: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  log = { store: openSqliteEventStore({ file: join(folder, 'log.db') }), newId: createUuidV7(Date.now) };
  understood = false;
  printed = [];
  await takeIn(log, inbound, now, [
    { id: '17', key: 'r', body: secret },
    { id: 'by hand/18', key: 'r', body: '' },
  ]);
});

afterEach(async () => {
  await log.store.close();
  rmSync(folder, { recursive: true });
});

const inbound: Inbound = {
  refused: 'refusedRequest',
  follow: ({ id }) => Promise.resolve(understood && id === '17' ? undefined : refusal),
};
const messages = () => ({ log, inbounds: [inbound], now, print: (line: string) => void printed.push(line) });
const show = (body = false) => showRefused(messages(), { body });
const rerun = (...ids: readonly string[]) => rerunRefused(messages(), { ids, all: false });
const rerunAll = (...ids: readonly string[]) => rerunRefused(messages(), { ids, all: true });

const first = '17  JAM  request-submitted.v2  unknown-type  2026-03-15T09:30:00.000Z';
const second = 'by%20hand%2F18  -  -  unknown-type  2026-03-15T09:30:00.000Z';

describe('the list of refused messages', () => {
  test('says of each who sent it, what it is, why and when it was refused, and never what it holds', async () => {
    await show();
    expect(printed).toEqual([`${first}  not run again`, `${second}  not run again`]);
  });

  test('shows what it holds when asked to, and obeys none of it', async () => {
    await show(true);
    expect(printed[1]).toBe(`  ${secret.replace('\u009b', '\\u009b')}`);
  });

  test('says what became of those that were run again', async () => {
    understood = true;
    await rerunAll();
    printed = [];
    await show();
    expect(printed).toEqual([
      `${first}  run again 2026-03-15T09:30:00.000Z: followed`,
      `${second}  run again 2026-03-15T09:30:00.000Z: refused, unknown-type`,
    ]);
  });
});

describe('a re-run', () => {
  test('takes the message that is named, by its id as it is or as it is listed', async () => {
    expect(await rerun('by hand/18')).toBe(false);
    expect(await rerun('by%20hand%2F18')).toBe(false);
    understood = true;
    expect(await rerun('17')).toBe(true);
    expect(printed).toEqual([
      'by%20hand%2F18  refused, unknown-type',
      '1 run again, 1 of them refused again.',
      'by%20hand%2F18  refused, unknown-type',
      '1 run again, 1 of them refused again.',
      '17  followed',
      '1 run again, 0 of them refused again.',
    ]);
  });

  test('of all leaves out those that were followed', async () => {
    understood = true;
    await rerunAll();
    printed = [];
    expect(await rerunAll()).toBe(false);
    expect(printed).toEqual([
      'by%20hand%2F18  refused, unknown-type',
      '1 run again, 1 of them refused again.',
    ]);
  });

  test.each([[[]], [['17', '18']], [['19']]])('is refused when it cannot be meant: %j', async (ids) => {
    await expect(rerun(...ids)).rejects.toThrow(InvalidSetting);
    await expect(rerunAll('17', ...ids)).rejects.toThrow(InvalidSetting);
    expect(printed).toEqual([]);
  });
});
