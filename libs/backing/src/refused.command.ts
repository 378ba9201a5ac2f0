import type { Instant, Log } from '@vestigo/kernel';
import {
  type Inbound,
  listRefused,
  type Refused,
  refusedBody,
  rerun,
  type RerunOutcome,
} from '@vestigo/protocol';
import { InvalidSetting } from '@vestigo/service';

/** The messages that a service refused, and how it follows them. */
export interface RefusedMessages {
  readonly log: Log;
  readonly inbounds: readonly Inbound[];
  readonly now: () => Instant;
  readonly print: (line: string) => void;
}

/** What was refused, one line each; the message itself, which may be protected, only when asked for. */
export async function showRefused(
  messages: RefusedMessages,
  { body: withBody }: { readonly body: boolean },
): Promise<void> {
  const { log, print } = messages;
  const found = await refusedBy(messages);
  if (found.length === 0) print('No message was refused.');
  for (const refused of found) {
    print(lineOf(refused));
    if (!withBody) continue;
    const message = await refusedBody(log.store, refused);
    print(`  ${printable(message?.body ?? '')}`);
  }
}

/** Hands refused messages to the service once more: one, or all that were not followed yet. Resolves with whether all were followed. */
export async function rerunRefused(messages: RefusedMessages, asked: Chosen): Promise<boolean> {
  const { log, inbounds, now, print } = messages;
  const wanted = wantedIn(asked);
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

/** Messages chosen by the id of one, as it is or as it is listed, or all. */
export interface Chosen {
  readonly ids: readonly string[];
  readonly all: boolean;
}

interface Wanted {
  readonly all: boolean;
  readonly includes: (refused: Refused) => boolean;
}

function wantedIn({ ids: [wanted, ...rest], all }: Chosen): Wanted {
  if ((wanted === undefined) !== all || rest.length > 0) {
    throw new InvalidSetting('Name one refused message by its id, or say --all.');
  }
  if (wanted === undefined) return { all, includes: ({ rerun: again }) => again?.outcome !== 'followed' };
  return { all, includes: ({ id }) => id === wanted || id === encodeURIComponent(wanted) };
}
