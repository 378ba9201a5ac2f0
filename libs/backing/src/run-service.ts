import type { DynamicModule } from '@nestjs/common';
import { InvalidTokenSetting, openVerifier } from '@vestigo/identity';
import {
  type Instant,
  type Log,
  type Loop,
  type ReadStore,
  type StreamForms,
  Unavailable,
} from '@vestigo/kernel';
import type { LiveSubject } from '@vestigo/live';
import { deadLetterLoop, type Inbound, LETTER_BOXES, type Post } from '@vestigo/protocol';
import {
  type Figure,
  InvalidSetting,
  observed,
  openTelemetry,
  readWords,
  serve,
  stopOnSignal,
  UnusableFolder,
} from '@vestigo/service';
import { logConfig, openBacking, openExistingLog, serviceConfig } from './backing';
import { type Chosen, type RefusedMessages, rerunRefused, showRefused } from './refused.command';

/** What a service is put together from. */
export interface ServiceGround {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly post: Post;
  readonly now: () => Instant;
  /** Folder of what the service keeps beside its log. */
  readonly data: string;
}

export interface ServiceDefinition {
  /** Also the folder of its data beneath `data`. */
  readonly name: string;
  readonly title: string;
  /** How the events that it stores have changed their form; none has when absent. */
  readonly forms?: readonly StreamForms[];
  compose(ground: ServiceGround): {
    readonly modules: readonly DynamicModule[];
    readonly loops: readonly Loop[];
    readonly figures?: readonly Figure[];
    readonly live?: readonly LiveSubject[];
  };
  /** How it follows messages, for one that is run again. */
  inbounds(ground: Pick<ServiceGround, 'log' | 'now'>): readonly Inbound[];
}

const usage = `Without a word, the service runs. With one:
       refused [--body]    lists the messages that it refused
       rerun <id>|--all    hands them to it once more`;

/**
 * Runs one service in this process until it is told to stop, or does what the verb says; a setting that cannot be used ends it
 * with a sentence.
 */
export function runService(definition: ServiceDefinition): void {
  obey(definition, process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  });
}

/** What the person at the keyboard can put right is said without a trace. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const plain = [InvalidSetting, InvalidTokenSetting, UnusableFolder, Unavailable];
  return plain.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}

async function obey(definition: ServiceDefinition, [verb, ...words]: readonly string[]): Promise<void> {
  switch (verb) {
    case undefined:
      return serveUntilStopped(definition);
    case 'refused':
      return onLog(definition, (messages) => showRefused(messages, bodyIn(words)));
    case 'rerun':
      return onLog(definition, async (messages) => {
        if (!(await rerunRefused(messages, chosenIn(words)))) process.exitCode = 1;
      });
    default:
      throw new InvalidSetting(usage);
  }
}

const flag = { type: 'boolean', default: false } as const;

const bodyIn = (words: readonly string[]) =>
  readWords({ args: [...words], options: { body: flag } }, usage).values;

function chosenIn(words: readonly string[]): Chosen {
  const config = { args: [...words], options: { all: flag }, allowPositionals: true } as const;
  const { positionals: ids, values } = readWords(config, usage);
  return { ids, all: values.all };
}

async function onLog(
  { name, forms = [], inbounds }: ServiceDefinition,
  work: (messages: RefusedMessages) => Promise<void>,
) {
  const log = openExistingLog(logConfig(name, process.env), forms);
  const now = Date.now;
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  await work({ log, inbounds: inbounds({ log, now }), now, print }).finally(() => log.store.close());
}

async function serveUntilStopped({
  name,
  title,
  forms = [],
  compose,
  inbounds,
}: ServiceDefinition): Promise<void> {
  const config = serviceConfig(name, process.env);
  const { states, tokens, data } = config;
  const issuer = await openVerifier(tokens);
  const telemetry = await openTelemetry(name, process.env, 'json');
  const { note } = telemetry.journal;
  const { readStore, close, ...backing } = openBacking(config, forms, (line) => {
    note('warn', line);
  });
  const { log, transport, leadership } = observed(backing, telemetry, 'kafka');
  const post = { transport, leadership, addressing: LETTER_BOXES, states };
  const now = Date.now;
  const { modules, loops, figures, live } = compose({ log, readStore, post, now, data });
  const deadLetters = deadLetterLoop({
    store: log.store,
    post,
    service: name,
    categories: inbounds({ log, now }).map(({ refused }) => refused),
  });
  const parts = {
    ...{ modules, loops: [...loops, deadLetters], log, close },
    ...{ ...(figures && { figures }), ...(live && { live }) },
  };
  const served = await serve(parts, { ...config, issuer, title, telemetry });
  const { stopped } = stopOnSignal(served, (sentence) => {
    note('info', sentence);
  });
  process.stdout.write(
    `${title} answers on ${served.address}\n  Data       ${data}\n  Desks of   ${describe(states)}\nCtrl-C stops it.\n`,
  );
  await stopped;
}

const describe = (states: readonly string[]) =>
  states.length > 12 ? `${String(states.length)} States` : states.join(', ');
