import {
  type ClockRules,
  profilesFingerprint,
  type RegimeProfile,
  type RegimeVersion,
  shownNature,
  versionFor,
} from './regime-profile';
import { regimeProfiles } from './regime-profiles';

function profileOf(code: string): RegimeProfile {
  const profile = regimeProfiles.find((candidate) => candidate.code === code);
  if (!profile) throw new Error(`${code} has no profile`);
  return profile;
}

const ecowas = profileOf('ECOWAS');

describe('regime profiles', () => {
  test('what the texts say, and what they do not', () => {
    const limits = regimeProfiles.map((profile) => {
      const [version] = profile.versions;
      const shown = shownNature(profile);
      return [
        profile.code,
        shown,
        version?.routine.answer?.count ?? null,
        version?.urgent.answer?.count ?? null,
      ];
    });
    expect(limits).toEqual([
      ['ITI', 'political', null, null],
      ['FIREARMS_PROTOCOL', 'binding', null, null],
      ['CIFTA', 'binding', null, null],
      ['ECOWAS', 'unverified', 1, 1],
      ['EU977', 'unverified', 7, 8],
      ['ATF_NTC', 'target', null, 24],
      ['EXCHANGE_TARGET', 'target', 30, 3],
    ]);
  });

  test('no number of an unchecked text is shown as verified, and every rule cites its clause', () => {
    for (const profile of regimeProfiles) {
      for (const { routine, urgent } of profile.versions) {
        const unchecked = [routine, urgent].some(({ mark }) => mark === 'to-be-checked');
        expect([profile.code, unchecked]).toEqual([profile.code, !profile.verified]);
        expect(routine.clause.length * urgent.clause.length).toBeGreaterThan(0);
      }
    }
  });

  test('only EU977 suspends its clock while information is owed, and says where', () => {
    const suspending = regimeProfiles.flatMap(({ code, versions }) =>
      versions.flatMap(({ routine, urgent }) =>
        [routine, urgent].flatMap((rules) =>
          rules.suspendsWhileInformationIsOwed ? [[code, rules.clause]] : [],
        ),
      ),
    );
    expect(suspending).toEqual([
      ['EU977', expect.stringContaining('6: suspended while clarification is owed')],
      ['EU977', expect.stringContaining('6: suspended while clarification is owed')],
    ]);
  });

  test('no text says how soon consent to onward release is to be given: only the target of the exchange does', () => {
    const limits = regimeProfiles.flatMap((profile) =>
      profile.versions.flatMap(({ routine, urgent }) =>
        [routine, urgent].flatMap(({ consent, mark }) =>
          consent ? [[profile.code, shownNature(profile), mark, consent.unit, consent.count]] : [],
        ),
      ),
    );
    expect(limits).toEqual([
      ['EXCHANGE_TARGET', 'target', 'own-proposal', 'working-days', 10],
      ['EXCHANGE_TARGET', 'target', 'own-proposal', 'working-days', 3],
    ]);
  });

  test('codes are unique', () => {
    expect(new Set(regimeProfiles.map(({ code }) => code)).size).toBe(regimeProfiles.length);
  });
});

describe('the version that governs a receipt', () => {
  const rules = (count: number) => ({
    acknowledge: null,
    answer: { unit: 'hours' as const, count },
    consent: null,
    suspendsWhileInformationIsOwed: false,
    clause: 'Treaty 1',
    mark: 'read' as const,
  });
  const version = (validFrom: number, knownFrom: number, count: number) => ({
    validFrom,
    knownFrom,
    routine: rules(count),
    urgent: rules(count),
  });
  const profile: RegimeProfile = {
    code: 'TREATY',
    title: 'A treaty',
    nature: 'binding',
    verified: true,
    versions: [version(100, 100, 1), version(200, 150, 2), version(100, 300, 3)],
  };
  const countAt = (receivedAt: number, recordedAt: number) =>
    versionFor(profile, { receivedAt, recordedAt })?.routine.answer?.count;

  test('is in force at receipt and known at recording', () => {
    expect([countAt(99, 99), countAt(100, 100), countAt(199, 199), countAt(200, 200)]).toEqual([
      undefined,
      1,
      1,
      2,
    ]);
  });

  test('a correction known later changes nothing that was recorded before', () => {
    expect([countAt(150, 299), countAt(150, 300), countAt(250, 300)]).toEqual([1, 3, 2]);
  });
});

describe('the fingerprint', () => {
  test('is stable, whatever the order of keys', () => {
    const turned = regimeProfiles.map(({ versions, verified, nature, title, code }) => ({
      versions,
      verified,
      code,
      title,
      nature,
    }));
    expect(profilesFingerprint(turned)).toBe(profilesFingerprint(regimeProfiles));
    expect(profilesFingerprint(regimeProfiles)).toMatch(/^[0-9a-f]{16}$/);
  });

  test('changes with every single datum', () => {
    const [version] = ecowas.versions;
    if (!version) throw new Error('ECOWAS has a version');
    const { routine } = version;
    const withVersion = (edit: Partial<RegimeVersion>) => ({
      ...ecowas,
      versions: [{ ...version, ...edit }],
    });
    const withRoutine = (edit: Partial<ClockRules>) => withVersion({ routine: { ...routine, ...edit } });
    const edits: readonly RegimeProfile[] = [
      ecowas,
      { ...ecowas, code: 'ECOWAS2' },
      { ...ecowas, title: 'Convention' },
      { ...ecowas, nature: 'political' },
      { ...ecowas, verified: true },
      { ...ecowas, versions: [] },
      withVersion({ validFrom: version.validFrom + 1 }),
      withVersion({ knownFrom: version.knownFrom + 1 }),
      withVersion({ urgent: { ...version.urgent, answer: null } }),
      withRoutine({ acknowledge: { unit: 'hours', count: 1 } }),
      withRoutine({ answer: { unit: 'months', count: 2, onClosedDay: 'keep' } }),
      withRoutine({ answer: { unit: 'calendar-days', count: 1, onClosedDay: 'keep' } }),
      withRoutine({ answer: { unit: 'months', count: 1, onClosedDay: 'next-working-day' } }),
      withRoutine({ consent: { unit: 'hours', count: 1 } }),
      withRoutine({ suspendsWhileInformationIsOwed: true }),
      withRoutine({ clause: 'Article 20' }),
      withRoutine({ mark: 'read' }),
    ];
    expect(new Set(edits.map((profile) => profilesFingerprint([profile]))).size).toBe(edits.length);
  });
});
