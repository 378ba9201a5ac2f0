import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidSetting } from '@vestigo/service';
import type { Config } from '../config';
import type { Seen } from './rebuild';

const usage = `Usage: npm run vestigo -- backup [--to <folder>]
       npm run vestigo -- verify <backup>
       npm run vestigo -- restore <backup>
       npm run vestigo -- migrate [--back]
       npm run vestigo -- refused [--body]
       npm run vestigo -- rerun <id>|--all
       npm run vestigo -- topics --states <codes> [--principal <code>=<principal>] [--oversight <principal>]`;

/** What those who run an exchange do with its data folder, or with the channels between several. */
export async function operate({ data }: Config, [verb = '', ...words]: readonly string[]): Promise<void> {
  switch (verb) {
    case 'backup':
      return backup(data, words);
    case 'verify':
      return verify(folderIn(words));
    case 'restore':
      return restore(folderIn(words), data);
    case 'refused':
    case 'rerun':
      return (await import('./refused-messages.js')).lookAfterRefused(data, verb, words);
    case 'topics':
      return (await import('@vestigo/backing')).provideTopics(words, process.env, printLine);
    case 'migrate': {
      const back = isBack(words);
      return (await import('../migration/migrate.command.js')).migrate(data, process.env, { back });
    }
    default:
      throw new InvalidSetting(usage);
  }
}

const printLine = (line: string) => void process.stdout.write(`${line}\n`);

async function backup(data: string, words: readonly string[]): Promise<void> {
  const { takeBackup } = await import('./take-backup.js');
  const to = resolve(targetIn(words) ?? `${data}-backups`);
  const folder = await takeBackup({ data, to, now: new Date() });
  process.stdout.write(`Copied ${data} to ${folder}\n`);
  await verify(folder);
}

async function verify(folder: string): Promise<void> {
  const { verifyBackup } = await import('./rebuild.js');
  process.stdout.write(`${report(await verifyBackup(folder))}\nThe backup is good.\n`);
}

async function restore(folder: string, data: string): Promise<void> {
  const { restoreBackup } = await import('./restore-backup.js');
  const seen = await restoreBackup(folder, data);
  process.stdout.write(`${report(seen)}\nRestored to ${data}. Start the exchange on it with npm start.\n`);
}

function report({ manifest, pairs, total }: Seen): string {
  const { software, takenAt, log, files } = manifest;
  return `Backup of ${takenAt}, by version ${software}
${files.map(({ name, bytes }) => `  ${name.padEnd(16)} ${sizeOf(bytes).padStart(10)}  SHA-256 agrees`).join('\n')}
  Log: ${log.events} events in ${log.streams} streams, up to position ${log.head}; integrity and digest agree
  Views folded again: ${pairs} pairs, ${total.received} requests received, ${total.answered} answered, ${total.refused} refused, as in the log`;
}

const sizeOf = (bytes: number) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

function folderIn(words: readonly string[]): string {
  const [folder, ...rest] = words;
  if (folder === undefined || folder.startsWith('-') || rest.length > 0) throw new InvalidSetting(usage);
  return resolve(folder);
}

function isBack(words: readonly string[]): boolean {
  if (words.some((word) => word !== '--back') || words.length > 1) throw new InvalidSetting(usage);
  return words.length === 1;
}

function targetIn(words: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...words], options: { to: { type: 'string' } } }).values.to;
  } catch (error) {
    // `parseArgs` says in its message which word it does not understand.
    if (error instanceof TypeError) throw new InvalidSetting(`${error.message}\n${usage}`);
    throw error;
  }
}
