import { parseArgs } from 'node:util';
import { isDesk, isName, isRole, type Issuer, openIssuer, ROLES } from '@vestigo/identity';
import { isState } from '@vestigo/states';
import { InvalidSetting, unusable } from '@vestigo/service';
import type { Config } from './config';

/** Prints one sign-in token of the embedded issuer, or with `--jwks` its public key, and nothing else. */
export async function printToken({ data }: Config, words: readonly string[]): Promise<void> {
  const { state = null, role, authority, desk, hours: lifetime, jwks } = optionsIn(words);
  if (jwks) {
    process.stdout.write(`${JSON.stringify((await issuerIn(data)).keySet)}\n`);
    return;
  }
  if (!isRole(role)) throw new InvalidSetting(`--role must be one of ${ROLES.join(', ')}.`);
  const stateless = role === 'coordinator' || role === 'liaison-desk';
  if (stateless && state !== null)
    throw new InvalidSetting(`A ${role === 'coordinator' ? role : 'liaison desk'} belongs to no State.`);
  if ((role === 'liaison-desk') !== isDesk(desk)) {
    throw new InvalidSetting(
      '--desk must be the code of the liaison desk, such as NCB-KINGSTON, and of no other role.',
    );
  }
  if (!stateless && (state === null || !isState(state))) {
    throw new InvalidSetting('--state must be a State of ISO 3166-1 alpha-3, such as JAM.');
  }
  if (authority !== undefined && !isName(authority)) {
    throw new InvalidSetting('--authority must name a body, in at most 200 characters.');
  }
  const hours = Number(lifetime);
  if (!(hours > 0 && Number.isFinite(hours))) {
    throw new InvalidSetting('--hours must be a number above 0.');
  }
  const issuer = await issuerIn(data);
  const house = state ?? desk;
  const subject = house === undefined ? role : `${role}@${house}`;
  const actor = {
    subject,
    state,
    role,
    ...(authority !== undefined && { authority }),
    ...(desk !== undefined && { desk }),
  };
  process.stdout.write(`${await issuer.issue(actor, hours * 3600)}\n`);
}

function issuerIn(folder: string): Promise<Issuer> {
  return openIssuer(folder).catch((error: unknown) => {
    throw unusable(folder, error);
  });
}

function optionsIn(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        state: { type: 'string' },
        role: { type: 'string' },
        authority: { type: 'string' },
        desk: { type: 'string' },
        hours: { type: 'string', default: '12' },
        jwks: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    // `parseArgs` says in its message which word it does not understand.
    if (error instanceof TypeError) throw new InvalidSetting(error.message);
    throw error;
  }
}
