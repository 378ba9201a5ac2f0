import { resolve } from 'node:path';
import { type Address, addressIn, type Environment, setting } from '@vestigo/service';

/** Everything that the surroundings decide. */
export interface Config extends Address {
  /** Folder of the log, the transport, the views and the issuer's key. */
  readonly data: string;
}

/** Reads `HOST`, `PORT` and `VESTIGO_DATA`. Throws `InvalidSetting`. */
export function configOf(env: Environment): Config {
  return { ...addressIn(env), data: resolve(setting(env['VESTIGO_DATA'], 'data')) };
}
