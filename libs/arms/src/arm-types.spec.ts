import { ARM_TYPES, LIGHT_WEAPON_TYPES, levelOf, questionnaireRowOf, SMALL_ARM_TYPES } from './arm-types';

test('every type is a small arm or a light weapon (ITI 4)', () => {
  const byLevel = Object.groupBy(ARM_TYPES, levelOf);
  expect(byLevel).toEqual({ SMALL_ARM: [...SMALL_ARM_TYPES], LIGHT_WEAPON: [...LIGHT_WEAPON_TYPES] });
});

test('assault rifles count as rifles, and machine guns as one row', () => {
  expect(
    (['ASSAULT_RIFLE', 'LMG', 'HMG', 'UNKNOWN_SMALL', 'MANPADS'] as const).map(questionnaireRowOf),
  ).toEqual(['RIFLES', 'MACHINE_GUNS', 'MACHINE_GUNS', 'UNKNOWN', 'OTHER']);
});
