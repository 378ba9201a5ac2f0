import { type FileHandle, open } from 'node:fs/promises';
import { EarlySync } from './early-sync';

jest.mock('node:fs/promises');

const datasync = jest.fn(() => Promise.resolve());
const close = jest.fn(() => Promise.resolve());
const opened = jest.mocked(open);

beforeEach(() => {
  jest.useFakeTimers();
  jest.clearAllMocks();
  opened.mockResolvedValue({ datasync, close } as Partial<FileHandle> as FileHandle);
});

async function commits(sync: EarlySync, count: number) {
  for (let commit = 0; commit < count; commit += 1) sync.committed();
  await jest.advanceTimersByTimeAsync(50);
}

test('what is committed within 50 ms goes to the disk together', async () => {
  const sync = new EarlySync('/data/views.db');
  await commits(sync, 3);
  expect(datasync).toHaveBeenCalledTimes(1);
  await commits(sync, 1);
  expect(datasync).toHaveBeenCalledTimes(2);
  expect(opened.mock.calls).toEqual([['/data/views.db-wal', 'r+']]);
  await sync.close();
  expect(close).toHaveBeenCalledTimes(1);
});

test('nothing is asked of the disk after the end', async () => {
  const sync = new EarlySync('/data/views.db');
  sync.committed();
  await sync.close();
  await jest.advanceTimersByTimeAsync(50);
  expect(opened).not.toHaveBeenCalled();
});

test('a WAL that cannot be had, or a disk that fails, is left to SQLite', async () => {
  const sync = new EarlySync('/data/views.db');
  opened.mockRejectedValueOnce(new Error('ENOENT'));
  datasync.mockRejectedValueOnce(new Error('EIO'));
  for (const times of [0, 1, 2]) {
    await commits(sync, 1);
    expect(datasync).toHaveBeenCalledTimes(times);
  }
  close.mockRejectedValueOnce(new Error('EIO'));
  await expect(sync.close()).resolves.toBeUndefined();
});
