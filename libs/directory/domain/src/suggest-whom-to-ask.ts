import { matchesMark } from './mark-matching';
import type { MarkingPractice, MarkKind } from './participant.events';

/** What of an arm tells whom to ask. */
export interface MarkedArm {
  /** ISO 3166-1 alpha-3. */
  readonly countryOfManufacture?: string;
  readonly yearOfManufacture?: number;
  readonly importMarks?: readonly ObservedImport[];
  /** Codes of factory symbols, such as TRIANGLE_56: the same pattern was made in twenty States. */
  readonly factoryMarks?: readonly string[];
  /** Other marks: each by itself, or several in one text, parted by commas, semicolons or lines. */
  readonly otherMarks?: string | readonly { readonly text?: string }[];
  /** States that the arm is known to have passed through, ISO 3166-1 alpha-3. */
  readonly trail?: readonly string[];
}

export interface ObservedImport {
  readonly country?: string;
  readonly year?: number;
  readonly text?: string;
}

export interface PracticeOfState extends MarkingPractice {
  readonly state: string;
}

/**
 * In the order of asking (ISACS 05.31 and INTERPOL name import, manufacture, trail). That the stock mark of a State stands before its
 * manufacture rests on secondary marks of African States and is not verified.
 */
export const ASKING_ORDER = ['LAST_IMPORT', 'STATE_STOCK', 'MANUFACTURE', 'TRAIL'] as const;
export type WhyAsked = (typeof ASKING_ORDER)[number];

export interface SuggestionGround {
  readonly why: WhyAsked;
  /** The mark or statement it was taken from, as given. */
  readonly mark: string;
  /** Where the practice is known from; absent when the description of the arm itself names the State. */
  readonly source?: string;
  readonly verified: boolean;
}

export interface Suggestion {
  readonly state: string;
  /** The strongest first. */
  readonly grounds: readonly SuggestionGround[];
}

/** A ground, and how it stands among those of the same kind. */
interface Clue extends SuggestionGround {
  readonly state: string;
}

/** The States to ask about an arm, in the order of asking, each once and with all its grounds. */
export function suggestWhomToAsk(
  arm: MarkedArm,
  practices: readonly PracticeOfState[],
): readonly Suggestion[] {
  const clues = [
    ...importClues(arm, practices),
    ...otherClues(arm, 'STATE_STOCK_MARK', 'STATE_STOCK', practices),
    ...manufactureClues(arm, practices),
    ...otherClues(arm, 'PROOF_MARK', 'TRAIL', practices),
    ...(arm.trail ?? []).map((state) => said(state, 'TRAIL', `trail ${state}`)),
  ].toSorted((one, other) => rank(one) - rank(other));
  return [...new Set(clues.map(({ state }) => state))].map((state) => ({
    state,
    grounds: clues.filter((clue) => clue.state === state).map(({ state: _, ...ground }) => ground),
  }));
}

/** Stable: what was found first stays first among equals. */
const rank = ({ why, verified }: Clue) => ASKING_ORDER.indexOf(why) * 2 + (verified ? 0 : 1);

/** The last import is the latest that bears a year; a mark without year may be later. The earlier ones lie on the trail. */
function importClues(arm: MarkedArm, practices: readonly PracticeOfState[]): readonly Clue[] {
  const dated = (arm.importMarks ?? []).flatMap((mark) =>
    importers(mark, practices).map((clue) => ({ clue, year: mark.year })),
  );
  const latest = Math.max(...dated.flatMap(({ year }) => year ?? []));
  const byMark = dated
    .toSorted((one, other) => (other.year ?? -Infinity) - (one.year ?? -Infinity))
    .map(({ clue, year }) =>
      year !== undefined && year < latest ? { ...clue, why: 'TRAIL' as const } : clue,
    );
  return [...byMark, ...otherClues(arm, 'IMPORT_MARK', 'LAST_IMPORT', practices)];
}

function importers(mark: ObservedImport, practices: readonly PracticeOfState[]): readonly Clue[] {
  const { country, year, text = '' } = mark;
  const named = [text, country, year].filter((part) => part !== undefined && part !== '').join(' ');
  if (country !== undefined) return [said(country, 'LAST_IMPORT', named)];
  return recognised(text, 'IMPORT_MARK', 'LAST_IMPORT', practices, year);
}

function manufactureClues(arm: MarkedArm, practices: readonly PracticeOfState[]): readonly Clue[] {
  const { countryOfManufacture: country, factoryMarks = [], yearOfManufacture } = arm;
  return [
    ...(country === undefined ? [] : [said(country, 'MANUFACTURE', country)]),
    ...factoryMarks.flatMap((mark) =>
      recognised(mark, 'FACTORY_MARK', 'MANUFACTURE', practices, yearOfManufacture),
    ),
    ...otherClues(arm, 'COUNTRY_SYMBOL', 'MANUFACTURE', practices, yearOfManufacture),
    ...otherClues(arm, 'FACTORY_MARK', 'MANUFACTURE', practices, yearOfManufacture),
  ];
}

function otherClues(
  { otherMarks = [] }: MarkedArm,
  kind: MarkKind,
  why: WhyAsked,
  practices: readonly PracticeOfState[],
  year?: number,
): readonly Clue[] {
  const given = typeof otherMarks === 'string' ? [otherMarks] : otherMarks.map(({ text = '' }) => text);
  const marks = new Set(given.flatMap((text) => text.split(/[,;\n]/)).map((mark) => mark.trim()));
  return [...marks].flatMap((mark) => recognised(mark, kind, why, practices, year));
}

function recognised(
  mark: string,
  kind: MarkKind,
  why: WhyAsked,
  practices: readonly PracticeOfState[],
  year?: number,
): readonly Clue[] {
  if (mark === '') return [];
  return practices
    .filter(
      (practice) => practice.kind === kind && usedIn(practice, year) && matchesMark(practice.mark, mark),
    )
    .map(({ state, source, verified }) => ({ state, why, mark, source, verified }));
}

function usedIn(
  { usedFrom = -Infinity, usedTo = Infinity }: MarkingPractice,
  year: number | undefined,
): boolean {
  return year === undefined || (usedFrom <= year && year <= usedTo);
}

const said = (state: string, why: WhyAsked, mark: string): Clue => ({ state, why, mark, verified: true });
