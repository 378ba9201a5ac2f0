import { join, resolve } from 'node:path';
import { Command, Option } from 'nest-commander';
import type { Seen } from './rebuild';
import { OperatorCommand, print } from './operator-command';

const aBackup = { backup: 'folder of the backup' };

@Command({
  name: 'backup',
  description: 'copy the data folder, also while the exchange runs, and verify the copy',
})
export class BackupCommand extends OperatorCommand {
  @Option({ flags: '--to <folder>', description: 'folder of all backups (default: <data folder>-backups)' })
  to(folder: string): string {
    return folder;
  }

  async run(_: readonly string[], { to }: { readonly to?: string }): Promise<void> {
    const { takeBackup } = await import('./take-backup.js');
    const { config, env } = this.surroundings;
    const { data } = config;
    const order = { data, env, to: resolve(to ?? `${data}-backups`), now: new Date() };
    const folder = await takeBackup(order);
    print(`Copied ${data} to ${folder}`);
    await verify(folder);
  }
}

@Command({
  name: 'verify',
  arguments: '<backup>',
  argsDescription: aBackup,
  description: 'look at all of a backup again',
})
export class VerifyCommand extends OperatorCommand {
  async run([backup = '']: readonly string[]): Promise<void> {
    await verify(resolve(backup));
  }
}

@Command({
  name: 'restore',
  arguments: '<backup>',
  argsDescription: aBackup,
  description: 'make VESTIGO_DATA, which is not there yet, the data folder that a backup holds',
})
export class RestoreCommand extends OperatorCommand {
  async run([backup = '']: readonly string[]): Promise<void> {
    const { restoreBackup } = await import('./restore-backup.js');
    const { config, env } = this.surroundings;
    const { data } = config;
    const seen = await restoreBackup(resolve(backup), data);
    print(report(seen));
    const { VESTIGO_PHOTOGRAPHS: elsewhere = '' } = env;
    if (seen.photographs.files > 0 && elsewhere !== '') {
      print(
        `The photographs are in ${join(data, 'photographs')}: move them to ${elsewhere}, which VESTIGO_PHOTOGRAPHS names.`,
      );
    }
    print(`Restored to ${data}. Start the exchange on it with npm start.`);
  }
}

async function verify(folder: string): Promise<void> {
  const { verifyBackup } = await import('./rebuild.js');
  print(report(await verifyBackup(folder)));
  print('The backup is good.');
}

function report({ manifest, photographs, pairs, total }: Seen): string {
  const { software, takenAt, log } = manifest;
  // Photographs alone lie in folders.
  const files = manifest.files.filter(({ name }) => !name.includes('/'));
  const pictures = { name: `${String(photographs.files)} photographs`, bytes: photographs.bytes };
  return `Backup of ${takenAt}, by version ${software}
${[...files, pictures].map(({ name, bytes }) => `  ${name.padEnd(16)} ${sizeOf(bytes).padStart(10)}  SHA-256 agrees`).join('\n')}
${photographs.damaged.map((name) => `  ${name} was damaged before it was copied: take it from an earlier backup.\n`).join('')}  Log: ${log.events} events in ${log.streams} streams, up to position ${log.head}; integrity and digest agree
  Views folded again: ${pairs} pairs, ${total.received} requests received, ${total.answered} answered, ${total.refused} refused, as in the log`;
}

const sizeOf = (bytes: number) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
