import type { Limit } from './limit';
import type { ClockRules, RegimeProfile, RegimeVersion } from './regime-profile';

/** The code of our own target, which stands in wherever no regime of a request gives a number. */
export const exchangeTargetCode = 'EXCHANGE_TARGET';

const hours = (count: number): Limit => ({ unit: 'hours', count });
const workingDays = (count: number): Limit => ({ unit: 'working-days', count });
/** No text read so far moves a last day that falls on a closed one: all days count. */
const calendarDays = (count: number): Limit => ({ unit: 'calendar-days', count, onClosedDay: 'keep' });
const months = (count: number): Limit => ({ unit: 'months', count, onClosedDay: 'keep' });

/** ITI 15(c) asks for prior consent and says nothing of its time; no other text read so far gives a number either. */
type TextRules = Omit<ClockRules, 'suspendsWhileInformationIsOwed' | 'consent'>;

/** Only EU 2023/977 is known to suspend its clock while information is owed. */
const runsOn = (rules: TextRules, consent: Limit | null = null): ClockRules => ({
  ...rules,
  consent,
  suspendsWhileInformationIsOwed: false,
});

/** A rule known as long as it is valid, the same for both priorities. */
function since(date: string, rules: TextRules): RegimeVersion {
  return { ...inForceFrom(date), routine: runsOn(rules), urgent: runsOn(rules) };
}

function inForceFrom(date: string) {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return { validFrom: instant, knownFrom: instant };
}

export const regimeProfiles: readonly RegimeProfile[] = [
  {
    code: 'ITI',
    title: 'International Tracing Instrument (2005)',
    nature: 'political',
    verified: true,
    versions: [
      since('2005-12-08', {
        acknowledge: null,
        answer: null,
        clause:
          'ITI 18 (prompt, timely and reliable) and 19 (receipt within a reasonable time): no number of days',
        mark: 'well-known',
      }),
    ],
  },
  {
    code: 'FIREARMS_PROTOCOL',
    title: 'Firearms Protocol to the Convention against Transnational Organized Crime (2001)',
    nature: 'binding',
    verified: true,
    versions: [
      since('2005-07-03', {
        acknowledge: null,
        answer: null,
        clause: 'Firearms Protocol 12(4): prompt responses, within available means; no number of days',
        mark: 'read',
      }),
    ],
  },
  {
    code: 'CIFTA',
    title: 'Inter-American Convention against illicit firearms (1997)',
    nature: 'binding',
    verified: true,
    versions: [
      since('1998-07-01', {
        acknowledge: null,
        answer: null,
        clause: 'CIFTA XIII(3): prompt and accurate; no number of days',
        mark: 'well-known',
      }),
    ],
  },
  {
    code: 'ECOWAS',
    title: 'ECOWAS Convention on Small Arms and Light Weapons (2006)',
    nature: 'binding',
    verified: false,
    versions: [
      since('2009-09-29', {
        acknowledge: null,
        answer: months(1),
        clause: 'ECOWAS Convention 19: one month from receipt; receipt acknowledged within a reasonable time',
        mark: 'to-be-checked',
      }),
    ],
  },
  {
    code: 'EU977',
    title: 'Directive (EU) 2023/977 on the exchange of information between law enforcement authorities',
    nature: 'binding',
    verified: false,
    versions: [
      {
        ...inForceFrom('2024-12-12'),
        routine: {
          acknowledge: null,
          answer: calendarDays(7),
          consent: null,
          suspendsWhileInformationIsOwed: true,
          clause:
            'Directive (EU) 2023/977, 5(1): seven calendar days for requests that are not urgent; 6: suspended while clarification is owed',
          mark: 'to-be-checked',
        },
        urgent: {
          acknowledge: null,
          answer: hours(8),
          consent: null,
          suspendsWhileInformationIsOwed: true,
          clause:
            'Directive (EU) 2023/977, 5(1): eight hours for urgent requests on directly accessible information; 6: suspended while clarification is owed',
          mark: 'well-known',
        },
      },
    ],
  },
  {
    code: 'ATF_NTC',
    title: 'National Tracing Center of the United States: published service goal',
    nature: 'target',
    verified: true,
    versions: [
      {
        ...inForceFrom('2014-01-01'),
        routine: runsOn({
          acknowledge: null,
          answer: null,
          clause: 'ATF fact sheets 2014 and 2019: averages were observed, no limit is stated',
          mark: 'read',
        }),
        urgent: runsOn({
          acknowledge: null,
          answer: hours(24),
          clause: 'ATF fact sheets 2014 and 2019: urgent traces within 24 hours',
          mark: 'read',
        }),
      },
    ],
  },
  {
    code: exchangeTargetCode,
    title: 'Service target of this exchange: our own proposal, no rule of any text',
    nature: 'target',
    verified: true,
    versions: [
      {
        ...inForceFrom('1970-01-01'),
        routine: runsOn(
          {
            acknowledge: workingDays(3),
            answer: calendarDays(30),
            clause: 'no clause: proposed by this exchange',
            mark: 'own-proposal',
          },
          workingDays(10),
        ),
        urgent: runsOn(
          {
            acknowledge: hours(24),
            answer: workingDays(3),
            clause: 'no clause: proposed by this exchange',
            mark: 'own-proposal',
          },
          workingDays(3),
        ),
      },
    ],
  },
];
