import { readFileSync } from 'node:fs';

/** What the surroundings say: environment variables. */
export type Environment = Readonly<Partial<Record<string, string>>>;

/** A setting that cannot be used; says which and what it must be. */
export class InvalidSetting extends Error {}

/** Where a process listens. */
export interface Address {
  /** Loopback unless said otherwise. */
  readonly host: string;
  readonly port: number;
}

/** Reads `HOST` and `PORT`. Throws `InvalidSetting`. */
export function addressIn(env: Environment): Address {
  return {
    host: setting(env['HOST'], '127.0.0.1'),
    port: portOf(setting(env['PORT'], '3000')),
  };
}

/** A variable that is set to nothing is not set: an empty host would listen on every address. */
export function setting(value: string | undefined, otherwise: string): string {
  return value === undefined || value === '' ? otherwise : value;
}

/**
 * The environment with the content of the file that `<name>_FILE` names as `<name>`: what stands in the environment itself
 * is seen by whoever may list processes. Throws `InvalidSetting`.
 */
export function withSecrets(env: Environment, names: readonly string[]): Environment {
  const read = names.flatMap((name) => {
    const file = setting(env[`${name}_FILE`], '');
    if (file === '') return [];
    if (setting(env[name], '') === '') return [[name, secretIn(file, name)] as const];
    throw new InvalidSetting(`${name} and ${name}_FILE are both set; take one of them.`);
  });
  return { ...env, ...Object.fromEntries(read) };
}

function secretIn(file: string, name: string): string {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret !== '') return secret;
  } catch (cause) {
    throw new InvalidSetting(`${name}_FILE names ${file}, which cannot be read.`, { cause });
  }
  throw new InvalidSetting(`${name}_FILE names ${file}, which is empty.`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidSetting(
    `PORT is ${JSON.stringify(text)}; it must be a number from 0 to 65535 (0 takes any free port).`,
  );
}
