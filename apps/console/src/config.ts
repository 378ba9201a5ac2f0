import type { PageSettings } from '@vestigo/page';
import {
  type Address,
  addressIn,
  type Environment,
  InvalidSetting,
  setting,
  signInIn,
} from '@vestigo/service';

/** The services that the page asks, each at its address. */
export type Upstreams = Readonly<Record<Upstream, URL>>;

export type Upstream = 'requesting' | 'responding' | 'oversight';

export interface Config extends Address {
  readonly upstreams: Upstreams;
  readonly settings: PageSettings;
}

/** Reads `HOST`, `PORT`, the addresses of the services and how one signs in. Throws `InvalidSetting`. */
export function configOf(env: Environment): Config {
  return {
    ...addressIn(env),
    upstreams: {
      requesting: addressOf(env, 'VESTIGO_REQUESTING_URL'),
      responding: addressOf(env, 'VESTIGO_RESPONDING_URL'),
      oversight: addressOf(env, 'VESTIGO_OVERSIGHT_URL'),
    },
    settings: { signIn: signInIn(env) ?? { kind: 'token' } },
  };
}

function addressOf(env: Environment, name: string): URL {
  const text = setting(env[name], '');
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url;
  throw new InvalidSetting(
    `${name} is ${JSON.stringify(text)}; it must be the address of a service, such as http://127.0.0.1:3000.`,
  );
}
