import { exchangeTargetCode, type RegimeProfile } from '@vestigo/deadlines';

const threeDays = { unit: 'calendar-days', count: 3, onClosedDay: 'keep' } as const;
const rules = {
  acknowledge: threeDays,
  answer: threeDays,
  consent: threeDays,
  suspendsWhileInformationIsOwed: false,
  clause: 'none',
  mark: 'own-proposal',
} as const;
/** By these rules all clocks of a request end at the same midnight. */
export const together: readonly RegimeProfile[] = [
  {
    code: exchangeTargetCode,
    title: 'Target of a test',
    nature: 'target',
    verified: true,
    versions: [{ validFrom: 0, knownFrom: 0, routine: rules, urgent: rules }],
  },
];
