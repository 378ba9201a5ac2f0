import { DamagedDatabase } from '@vestigo/sqlite';
import { InvalidSetting, UnusableFolder } from '@vestigo/service';
import { CannotMigrate } from '../migration/cannot-migrate';
import { codeOf, UnusableBackup } from './unusable-backup';

const remedy =
  'Move the data folder away and restore a backup (npm run vestigo -- restore <backup>). Of views.db alone: remove it, it is folded again.';

const sentences = [InvalidSetting, UnusableFolder, UnusableBackup, CannotMigrate];

/** What to say of an error to whoever called; undefined for a defect of the program. */
export function plainWords(error: unknown): string | undefined {
  if (error instanceof Error && sentences.some((kind) => error instanceof kind)) return error.message;
  if (error instanceof DamagedDatabase) return `${error.message}. ${remedy}`;
  return isDamage(error)
    ? `A database in the data folder is damaged (${String(error)}). ${remedy}`
    : undefined;
}

/** Damage that shows only when rows are read comes from SQLite itself, or as the cause of another error. */
function isDamage(error: unknown): boolean {
  if (codeOf(error) === '11') return true;
  return error instanceof Error && error.cause !== undefined && isDamage(error.cause);
}
