import { InvalidTokenSetting } from '@vestigo/identity';
import { AccessRefused, NoAccessLists } from '@vestigo/kafka';
import { Unavailable, UnknownForm } from '@vestigo/kernel';
import { DamagedDatabase } from '@vestigo/sqlite';
import { InvalidSetting, UnusableFolder } from '@vestigo/service';
import { CannotMigrate } from '../migration/cannot-migrate';
import { AskedInVain } from './exchange-api';
import { codeOf, UnusableBackup } from './unusable-backup';

const remedy =
  'Move the data folder away and restore a backup (npm run vestigo -- restore <backup>). Of views.db alone: remove it, it is folded again.';

/** Errors that say in their message what is the case. */
const spoken = [
  InvalidSetting,
  InvalidTokenSetting,
  UnusableFolder,
  UnusableBackup,
  CannotMigrate,
  AskedInVain,
  UnknownForm,
  AccessRefused,
  NoAccessLists,
] as const;

/** What to say of an error to whoever called; undefined for a defect of the program. */
export function plainWords(error: unknown): string | undefined {
  if (error instanceof Error && spoken.some((kind) => error instanceof kind)) return error.message;
  if (error instanceof DamagedDatabase) return `${error.message}. ${remedy}`;
  if (isDamage(error)) return `A database in the data folder is damaged (${String(error)}). ${remedy}`;
  return error instanceof Unavailable ? error.message : undefined;
}

/** Damage that shows only when rows are read comes from SQLite itself, or as the cause of another error. */
function isDamage(error: unknown): boolean {
  if (codeOf(error) === '11') return true;
  return error instanceof Error && error.cause !== undefined && isDamage(error.cause);
}
