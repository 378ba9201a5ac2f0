import type { Instant, Log } from '@vestigo/kernel';
import {
  type Inbound,
  listRefused,
  type Refused,
  refusedBody,
  rerun,
  type RerunOutcome,
} from '@vestigo/protocol';
import { InvalidSetting, readWords } from '@vestigo/service';

const usage = 'Usage: refused [--body] | rerun <id> | rerun --all';
const flag = { type: 'boolean', default: false } as const;

/** The messages that a service refused, and how it follows them. */
export interface RefusedMessages {
  readonly log: Log;
  readonly inbounds: readonly Inbound[];
  readonly now: () => Instant;
  readonly print: (line: string) => void;
}

/** `refused [--body]`: what was refused, one line each; the message itself, which may be protected, only when asked for. */
export async function showRefused(messages: RefusedMessages, words: readonly string[]): Promise<void> {
  const { log, print } = messages;
  const { body: withBody } = readWords({ args: [...words], options: { body: flag } }, usage).values;
  const found = await refusedBy(messages);
  if (found.length === 0) print('No message was refused.');
  for (const refused of found) {
    print(lineOf(refused));
    if (!withBody) continue;
    const message = await refusedBody(log.store, refused);
    print(`  ${printable(message?.body ?? '')}`);
  }
}

/** `rerun <id>|--all`: hands refused messages to the service once more. Resolves with whether all were followed. */
export async function rerunRefused(messages: RefusedMessages, words: readonly string[]): Promise<boolean> {
  const { log, inbounds, now, print } = messages;
  const wanted = wantedIn(words);
  const chosen = (await refusedBy(messages)).filter(wanted.includes);
  if (chosen.length === 0 && !wanted.all) {
    throw new InvalidSetting(
      'No message was refused under this id; the verb `refused` lists those that were.',
    );
  }
  let left = 0;
  for (const { category, id } of chosen) {
    const inbound = inbounds.find(({ refused }) => refused === category);
    if (!inbound) continue;
    const result = await rerun(log, inbound, id, now);
    if (result.outcome === 'refused') left += 1;
    print(`${id}  ${wordsFor(result)}`);
  }
  print(`${String(chosen.length)} run again, ${String(left)} of them refused again.`);
  return left === 0;
}

const refusedBy = ({ log, inbounds }: RefusedMessages) =>
  listRefused(
    log.store,
    inbounds.map(({ refused }) => refused),
  );

function lineOf({ id, from = '-', kind = '-', code, refusedAt, rerun: again }: Refused): string {
  const at = new Date(refusedAt).toISOString();
  const outcome = again
    ? `run again ${new Date(again.at).toISOString()}: ${wordsFor(again)}`
    : 'not run again';
  return [id, from, kind, code, at, outcome].join('  ');
}

/** Without the reason, which may quote the message. */
const wordsFor = (result: RerunOutcome) =>
  result.outcome === 'followed' ? 'followed' : `refused, ${result.code}`;

/** Control characters would be obeyed by a terminal. */
const printable = (body: string) =>
  body.replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

interface Wanted {
  readonly all: boolean;
  readonly includes: (refused: Refused) => boolean;
}

function wantedIn(words: readonly string[]): Wanted {
  const read = readWords({ args: [...words], options: { all: flag }, allowPositionals: true }, usage);
  const { positionals } = read;
  const { all } = read.values;
  const [wanted, ...rest] = positionals;
  if ((wanted === undefined) !== all || rest.length > 0) {
    throw new InvalidSetting('Name one refused message by its id, or say --all.');
  }
  if (wanted === undefined) return { all, includes: ({ rerun: again }) => again?.outcome !== 'followed' };
  return { all, includes: ({ id }) => id === wanted || id === encodeURIComponent(wanted) };
}
