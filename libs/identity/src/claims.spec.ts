import { claimNamesIn } from './claim-settings';
import { actorClaimsIn, type ClaimNames, overreachOf, USUAL_CLAIMS } from './claims';
import { InvalidTokenSetting } from './key-set';

const namesIn = (env: Readonly<Record<string, string>>): ClaimNames => claimNamesIn(env) ?? USUAL_CLAIMS;

/** Subject, State, role and what keeps the issuer from saying so. */
function said(claims: object, env: Readonly<Record<string, string>> = {}): readonly unknown[] {
  const names = namesIn(env);
  const actor = actorClaimsIn({ sub: 'amina', ...claims }, names);
  return [actor.state, actor.role, overreachOf(actor, names)];
}

test('State and role stand in claims of these names, unless told', () => {
  expect(said({ state: 'KEN', role: 'officer' })).toEqual(['KEN', 'officer', undefined]);
  expect(said({})).toEqual([null, undefined, undefined]);
});

test('they may stand under other names, and deep within', () => {
  const env = { VESTIGO_CLAIM_STATE: 'https://id.example/state', VESTIGO_CLAIM_ROLE: '/realm_access/roles' };
  const claims = { 'https://id.example/state': 'KEN', realm_access: { roles: ['offline', 'liaison'] } };
  expect(said(claims, env)).toEqual(['KEN', 'liaison', undefined]);
  expect(said({ realm_access: null }, env)).toEqual([null, undefined, undefined]);
  expect(said({ 'a/b': 'JAM' }, { VESTIGO_CLAIM_STATE: '/a~1b' })[0]).toBe('JAM');
});

describe('groups of the issuer', () => {
  const env = {
    VESTIGO_CLAIM_ROLE: 'groups',
    VESTIGO_ROLES: 'Firearms Tracing=officer, CN=Heads=liaison',
    VESTIGO_ISSUER_STATE: 'JAM',
  };

  test.each([
    [['Mail', 'Firearms Tracing'], 'officer'],
    [['CN=Heads'], 'liaison'],
    ['Firearms Tracing', 'officer'],
    [['officer'], undefined],
    [['Firearms Tracing', 'CN=Heads'], undefined],
    [[], undefined],
    [[17, null], undefined],
  ])('%j are the role %s', (groups, role) => {
    expect(said({ groups }, env)[1]).toBe(role);
  });

  test('whose members belong to its State, and to no other', () => {
    const groups = ['Firearms Tracing'];
    expect(said({ groups }, env)).toEqual(['JAM', 'officer', undefined]);
    expect(said({ groups, state: 'JAM' }, env)).toEqual(['JAM', 'officer', undefined]);
    expect(said({ groups, state: 'USA' }, env)[2]).toBe('its issuer speaks for JAM alone');
  });

  test.each(['coordinator', 'liaison-desk'])('make no %s where the issuer is that of a State', (role) => {
    expect(said({ role }, { VESTIGO_ISSUER_STATE: 'JAM' })[2]).toBe('its issuer speaks for JAM alone');
  });
});

test('with nothing said there is nothing to say', () => {
  expect(claimNamesIn({ VESTIGO_ROLES: '' })).toBeUndefined();
});

test.each([
  [{ VESTIGO_ISSUER_STATE: 'Jamaica' }, 'VESTIGO_ISSUER_STATE is "Jamaica"'],
  [{ VESTIGO_ROLES: 'officers' }, 'VESTIGO_ROLES has "officers"'],
  [{ VESTIGO_ROLES: 'a=officer,b=chief' }, 'VESTIGO_ROLES has "b=chief"'],
  [{ VESTIGO_ROLES: '=officer' }, 'VESTIGO_ROLES has "=officer"'],
])('%j is refused in words', (env, words) => {
  expect(() => claimNamesIn(env)).toThrow(InvalidTokenSetting);
  expect(() => claimNamesIn(env)).toThrow(words);
});
