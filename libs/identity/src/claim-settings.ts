import { isRole, type Role, ROLES } from './actor';
import { type ClaimNames, USUAL_CLAIMS } from './claims';
import { InvalidTokenSetting } from './key-set';

type Environment = Readonly<Partial<Record<string, string>>>;

/**
 * Reads `VESTIGO_CLAIM_STATE`, `_ROLE`, `_AUTHORITY` and `_DESK`, `VESTIGO_ROLES` and `VESTIGO_ISSUER_STATE`; undefined with none
 * of them. Throws `InvalidTokenSetting`.
 */
export function claimNamesIn(env: Environment): ClaimNames | undefined {
  const roles = given(env, 'VESTIGO_ROLES');
  const onlyState = given(env, 'VESTIGO_ISSUER_STATE');
  const named = (['state', 'role', 'authority', 'desk'] as const).flatMap((claim) => {
    const name = given(env, `VESTIGO_CLAIM_${claim.toUpperCase()}`);
    return name === undefined ? [] : [[claim, name] as const];
  });
  if (named.length === 0 && roles === undefined && onlyState === undefined) return undefined;
  if (onlyState !== undefined && !/^[A-Z]{3}$/.test(onlyState)) {
    throw new InvalidTokenSetting(
      `VESTIGO_ISSUER_STATE is ${JSON.stringify(onlyState)}; it must be a State (ISO 3166-1 alpha-3).`,
    );
  }
  return {
    ...USUAL_CLAIMS,
    ...Object.fromEntries(named),
    ...(roles !== undefined && { roles: rolesIn(roles) }),
    ...(onlyState !== undefined && { onlyState }),
  };
}

/** `<what the issuer says>=<role>`, with commas between. */
function rolesIn(text: string): ReadonlyMap<string, Role> {
  return new Map(
    text.split(',').map((pair) => {
      const at = pair.lastIndexOf('=');
      const [word, role] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (at > 0 && word !== '' && isRole(role)) return [word, role];
      throw new InvalidTokenSetting(
        `VESTIGO_ROLES has ${JSON.stringify(pair)}; each must be <what the issuer says>=<role>, a role one of ${ROLES.join(', ')}.`,
      );
    }),
  );
}

function given(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === '' ? undefined : value;
}
