import type { DynamicModule } from '@nestjs/common';
import { InvalidTokenSetting, openVerifier } from '@vestigo/identity';
import type { Instant, Log, Loop, ReadStore } from '@vestigo/kernel';
import { LETTER_BOXES, type Post } from '@vestigo/protocol';
import {
  type Figure,
  InvalidSetting,
  observed,
  openTelemetry,
  serve,
  stopOnSignal,
  UnusableFolder,
} from '@vestigo/service';
import { openBacking, serviceConfig } from './backing';

/** What a service is put together from. */
export interface ServiceGround {
  readonly log: Log;
  readonly readStore: ReadStore;
  readonly post: Post;
  readonly now: () => Instant;
}

export interface ServiceDefinition {
  /** Also the folder of its data beneath `data`. */
  readonly name: string;
  readonly title: string;
  compose(ground: ServiceGround): {
    readonly modules: readonly DynamicModule[];
    readonly loops: readonly Loop[];
    readonly figures?: readonly Figure[];
  };
}

/** Runs one service in this process until it is told to stop; a setting that cannot be used ends it with a sentence. */
export function runService(definition: ServiceDefinition): void {
  run(definition).catch((error: unknown) => {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  });
}

/** What the person at the keyboard can put right is said without a trace. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isPlain = [InvalidSetting, InvalidTokenSetting, UnusableFolder].some((kind) => error instanceof kind);
  return isPlain ? error.message : (error.stack ?? error.message);
}

async function run({ name, title, compose }: ServiceDefinition): Promise<void> {
  const config = serviceConfig(name, process.env);
  const { states, tokens, data } = config;
  const issuer = await openVerifier(tokens);
  const telemetry = await openTelemetry(name, process.env, 'json');
  const { note } = telemetry.journal;
  const { readStore, close, ...backing } = openBacking(config, (line) => {
    note('warn', line);
  });
  const { log, transport, leadership } = observed(backing, telemetry, 'kafka');
  const post = { transport, leadership, addressing: LETTER_BOXES, states };
  const parts = { ...compose({ log, readStore, post, now: Date.now }), log, close };
  const served = await serve(parts, { ...config, issuer, title, telemetry });
  const { stopped } = stopOnSignal(served, () => {
    note('info', 'Stopping.');
  });
  process.stdout.write(
    `${title} answers on ${served.address}\n  Data       ${data}\n  Desks of   ${describe(states)}\nCtrl-C stops it.\n`,
  );
  await stopped;
}

const describe = (states: readonly string[]) =>
  states.length > 12 ? `${String(states.length)} States` : states.join(', ');
