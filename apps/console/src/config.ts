import { type PageSettings, type SignIn } from '@vestigo/page';
import { type Address, addressIn, type Environment, InvalidSetting, setting } from '@vestigo/service';

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
    settings: { signIn: signInOf(env) },
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

function signInOf(env: Environment): SignIn {
  const issuer = setting(env['VESTIGO_SIGN_IN_ISSUER'], '');
  const clientId = setting(env['VESTIGO_SIGN_IN_CLIENT'], '');
  if (issuer === '' && clientId === '') return { kind: 'token' };
  const here = ['127.0.0.1', '[::1]', 'localhost'];
  const url = URL.parse(issuer);
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && here.includes(url.hostname));
  if (!safe || clientId === '') {
    throw new InvalidSetting(
      'VESTIGO_SIGN_IN_ISSUER must be the https address of an identity provider, and VESTIGO_SIGN_IN_CLIENT the name ' +
        'under which it knows this page; with neither, one signs in with an access token.',
    );
  }
  return { kind: 'provider', issuer, clientId, scope: setting(env['VESTIGO_SIGN_IN_SCOPE'], 'openid') };
}
