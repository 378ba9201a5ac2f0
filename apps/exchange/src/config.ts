import { resolve } from 'node:path';

/** Everything that the surroundings decide. */
export interface Config {
  /** Loopback unless said otherwise. */
  readonly host: string;
  readonly port: number;
  /** Folder of the log, the transport, the views and the issuer's key. */
  readonly data: string;
}

/** A setting that cannot be used; says which and what it must be. */
export class InvalidSetting extends Error {}

/** Reads `HOST`, `PORT` and `VESTIGO_DATA`. Throws `InvalidSetting`. */
export function configOf(env: Readonly<Partial<Record<string, string>>>): Config {
  return {
    host: setting(env['HOST'], '127.0.0.1'),
    port: portOf(setting(env['PORT'], '3000')),
    data: resolve(setting(env['VESTIGO_DATA'], 'data')),
  };
}

/** A variable that is set to nothing is not set: an empty host would listen on every address. */
function setting(value: string | undefined, otherwise: string): string {
  return value === undefined || value === '' ? otherwise : value;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidSetting(
    `PORT is ${JSON.stringify(text)}; it must be a number from 0 to 65535 (0 takes any free port).`,
  );
}
