import type { Body } from './act-draft';
import { listAt, put, textAt } from './form-body';

/** What can be told beside the outcome itself. */
export type Part = 'holder' | 'onward' | 'diversion' | 'stolenLost' | 'chain';

const CHAIN_AND_HOLDER = ['chain', 'holder'] as const;

/** What an outcome calls for (ITI 20): the form asks for nothing else. */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  TRACED_DIVERSION: ['diversion', ...CHAIN_AND_HOLDER, 'onward'],
  TRACED_LAST_HOLDER: CHAIN_AND_HOLDER,
  TRACED_EXPORTED_ON: ['onward', 'chain'],
  MATCH_STOLEN_LOST: ['stolenLost', 'diversion', ...CHAIN_AND_HOLDER],
  MADE_HERE_NO_SALE_RECORD: ['chain'],
  STATE_STOCK_CONFIRMED: CHAIN_AND_HOLDER,
  AMMO_MULTI_RECIPIENT: ['chain', 'onward'],
  NOT_MADE_HERE: ['onward'],
  COPY: ['onward'],
};

export const partsOf = (outcome: string): readonly Part[] => PARTS[outcome] ?? [];

const MEMBERS: Readonly<Record<Part, readonly string[]>> = {
  holder: ['lastLegalHolder', 'lastLegalHolderKind'],
  onward: ['onwardState'],
  diversion: ['pointOfDiversion'],
  stolenLost: ['stolenLostMatch'],
  chain: ['chain'],
};
const PART_NAMES = ['holder', 'onward', 'diversion', 'stolenLost', 'chain'] as const;

/** The answer without what its outcome does not call for: another outcome may have been chosen first. */
export function shaped(answer: Body): Body {
  const asked = partsOf(textAt(answer, '/outcome'));
  const members = PART_NAMES.filter((part) => !asked.includes(part)).flatMap((part) => MEMBERS[part]);
  return members.reduce((rest, member) => put(rest, `/${member}`, undefined), answer);
}

/** Pointers into an answer at which something is missing. */
export function missingIn(answer: Body): readonly string[] {
  const outcome = textAt(answer, '/outcome');
  const asked = partsOf(outcome);
  const needs = (pointer: string, where = true) =>
    where && textAt(answer, pointer).trim() === '' ? [pointer] : [];
  const linked = asked.includes('chain') ? listAt(answer, '/chain') : [];
  return [
    ...needs('/outcome'),
    ...needs('/onwardState', outcome === 'TRACED_EXPORTED_ON'),
    ...needs('/stolenLostMatch/register', outcome === 'MATCH_STOLEN_LOST'),
    ...needs('/stolenLostMatch/reference', outcome === 'MATCH_STOLEN_LOST'),
    ...needs('/pointOfDiversion/cause', outcome === 'TRACED_DIVERSION'),
    ...linked.flatMap((_, index) => needs(`/chain/${index}/role`)),
    ...(answer['restriction'] === undefined
      ? []
      : [...needs('/restriction/ground'), ...needs('/restriction/reason')]),
    ...listAt(answer, '/conditions').flatMap((_, index) => {
      const at = `/conditions/${index}`;
      const kind = textAt(answer, `${at}/kind`);
      return [
        ...(listAt(answer, `${at}/authorities`).length === 0 && kind === 'NEED_TO_KNOW'
          ? [`${at}/authorities`]
          : []),
        ...(listAt(answer, `${at}/purposes`).length === 0 && kind === 'PURPOSE_ONLY'
          ? [`${at}/purposes`]
          : []),
        ...needs(`${at}/on`, kind === 'EXPIRES'),
        ...needs(`${at}/text`, kind === 'OTHER'),
      ];
    }),
  ];
}
