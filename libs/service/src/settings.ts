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

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidSetting(
    `PORT is ${JSON.stringify(text)}; it must be a number from 0 to 65535 (0 takes any free port).`,
  );
}
