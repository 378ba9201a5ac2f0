import { DamagedDatabase } from '@vestigo/sqlite';

/** A backup that cannot be taken, trusted or restored; the message says why and what to do. */
export class UnusableBackup extends Error {}

/** Words for what keeps a file or folder at `place` from being read or written; the error itself when it is another kind. */
export function inWords(error: unknown, place: string): unknown {
  if (error instanceof DamagedDatabase) {
    return new UnusableBackup(`${error.message}. Restore the last good backup.`, { cause: error });
  }
  const words = troubles[codeOf(error)];
  return words === undefined ? error : new UnusableBackup(`${place} ${words}`, { cause: error });
}

const noRoom =
  'cannot take more: its disk is full. Free some room, or name a folder on another disk (TMPDIR is where backups are verified).';
const refused = 'may not be read or written by this user. Change its owner, or name another folder.';
const wornOut =
  'cannot be read or written: its disk reports an error. Look at the disk before anything else.';
const noFolder = 'is no folder, or lies beneath a file. Name a folder.';

/** By the code of the system, or the primary result code of SQLite (sqlite.org/rescode.html). */
const troubles: Readonly<Partial<Record<string, string>>> = {
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  '13': noRoom,
  EACCES: refused,
  EPERM: refused,
  EROFS: refused,
  '8': refused,
  '14': refused,
  EIO: wornOut,
  '10': wornOut,
  EEXIST: noFolder,
  ENOTDIR: noFolder,
};

export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('errcode' in error && typeof error.errcode === 'number') return String(error.errcode & 0xff);
  return 'code' in error ? String(error.code) : '';
}
