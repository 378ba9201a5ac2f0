import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleEvent } from '@vestigo/kernel/testing';
import { openPhotographStore } from '@vestigo/photographs';
import { placesForOneHouse, placesForServices } from './photograph-places';
import { Logs } from './testing/small-exchange';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'vestigo-'));
});
afterEach(() => {
  rmSync(data, { recursive: true });
});

const own = () => join(data, 'photographs');

describe('where the photographs go', () => {
  test('forth: from the data folder into the one that is named', async () => {
    expect(await placesForServices({ env: {}, data, named: ['/mnt/p'] })).toEqual({
      sources: [own()],
      target: '/mnt/p',
    });
  });
  test('forth: nowhere while there are none, and not without a word where there are some', async () => {
    expect(await placesForServices({ env: {}, data, named: [] })).toEqual({ sources: [own()] });
    await openPhotographStore({ folder: own(), quota: 100 }).keep('JAM', Buffer.from('a photograph'));
    await expect(placesForServices({ env: {}, data, named: [] })).rejects.toThrow(
      'Name their folder with --photographs.',
    );
  });
  test('both ways: they stay where a folder is shared', async () => {
    const env = { VESTIGO_PHOTOGRAPHS: '/mnt/p' };
    const shared = { sources: ['/mnt/p'], target: '/mnt/p' };
    expect(await placesForServices({ env, data, named: [] })).toEqual(shared);
    const logs = new Logs();
    expect(await placesForOneHouse({ env, data, named: [] }, logs.open('log'))).toEqual(shared);
    await logs.close();
  });
  test('back: out of all that are named, into the data folder', async () => {
    const logs = new Logs();
    const named = ['/mnt/p', '/mnt/q'];
    expect(await placesForOneHouse({ env: {}, data, named }, logs.open('log'))).toEqual({
      sources: named,
      target: own(),
    });
    await logs.close();
  });
  test('back: not without a word where a request names one', async () => {
    const logs = new Logs();
    const store = logs.open('log');
    const photographs = [{ sha256: 'ab'.repeat(32), mediaType: 'image/png', bytes: 9, view: 'LEFT' }];
    const plain = { ...sampleEvent(), id: '01980000-0000-7000-8000-0000000000a1' };
    await store.append('traceCase-1', 0, [plain]);
    expect(await placesForOneHouse({ env: {}, data, named: [] }, store)).toEqual({
      sources: [],
      target: own(),
    });
    const event = { ...plain.event, type: 'CaseReceived', data: { photographs } };
    await store.append('traceCase-2', 0, [{ ...plain, id: '01980000-0000-7000-8000-0000000000a2', event }]);
    await expect(placesForOneHouse({ env: {}, data, named: [] }, store)).rejects.toThrow(
      'Requests name photographs (traceCase-2), and nobody said where the services have them.',
    );
    await logs.close();
  });
});
