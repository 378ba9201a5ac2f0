import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rerunRefused, showRefused } from '@vestigo/backing';
import { InvalidSetting } from '@vestigo/service';
import { inboundsOn, openLog } from '../exchange';
import { LOG } from './manifest';

/** Lists the messages that the desks of an exchange refused, or hands them to the desks once more. The exchange may be running. */
export async function lookAfterRefused(
  data: string,
  verb: 'refused' | 'rerun',
  words: readonly string[],
): Promise<void> {
  if (!existsSync(join(data, LOG))) {
    throw new InvalidSetting(`${data} holds no log of an exchange. Name its data folder in VESTIGO_DATA.`);
  }
  const log = openLog(data);
  const messages = {
    log,
    inbounds: inboundsOn(log, Date.now),
    now: Date.now,
    print: (line: string) => void process.stdout.write(`${line}\n`),
  };
  try {
    if (verb === 'refused') await showRefused(messages, words);
    else if (!(await rerunRefused(messages, words))) process.exitCode = 1;
  } finally {
    await log.store.close();
  }
}
