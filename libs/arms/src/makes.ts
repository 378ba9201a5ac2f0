interface Make {
  /** Canonical reference. */
  readonly ref: string;
  /** Names and trade marks under which it is marked, in whatever alphabet. */
  readonly names: readonly string[];
}

/** A seed: what is not here keeps its text as marked and has no reference. Who owned a make when is not said. */
const catalogue = [
  { ref: 'ARSENAL', names: ['Arsenal', 'Арсенал'] },
  { ref: 'BERETTA', names: ['Beretta', 'Pietro Beretta', 'P. Beretta', 'Fabbrica d’Armi Pietro Beretta'] },
  { ref: 'BROWNING', names: ['Browning', 'Browning Arms Company'] },
  { ref: 'CESKA_ZBROJOVKA', names: ['Česká zbrojovka', 'CZ', 'ČZ', 'Ceska zbrojovka Uhersky Brod', 'CZUB'] },
  { ref: 'COLT', names: ['Colt', 'Colt’s', 'Colt’s Manufacturing Company'] },
  { ref: 'FN_HERSTAL', names: ['FN', 'FN Herstal', 'Fabrique Nationale', 'Fabrique Nationale Herstal'] },
  { ref: 'GLOCK', names: ['Glock', 'Glock Ges.m.b.H.'] },
  { ref: 'HECKLER_KOCH', names: ['Heckler & Koch', 'Heckler und Koch', 'H&K', 'HK'] },
  { ref: 'IZHMASH', names: ['Izhmash', 'Ижмаш'] },
  { ref: 'NORINCO', names: ['Norinco', '北方工业'] },
  { ref: 'REMINGTON', names: ['Remington', 'Remington Arms'] },
  { ref: 'RUGER', names: ['Ruger', 'Sturm, Ruger & Co.', 'Sturm Ruger'] },
  { ref: 'SIG_SAUER', names: ['SIG Sauer', 'SIGSAUER'] },
  { ref: 'SMITH_WESSON', names: ['Smith & Wesson', 'Smith and Wesson', 'S&W'] },
  { ref: 'TAURUS', names: ['Taurus', 'Forjas Taurus'] },
  { ref: 'TULA', names: ['Tula', 'Tula Arms Plant', 'ТОЗ', 'TOZ'] },
  { ref: 'WALTHER', names: ['Walther', 'Carl Walther'] },
  { ref: 'ZASTAVA', names: ['Zastava', 'Zastava Arms', 'Crvena Zastava', 'Застава', 'Застава оружје'] },
] as const satisfies readonly Make[];

export type MakeRef = (typeof catalogue)[number]['ref'];
export const MAKE_REFS: readonly MakeRef[] = catalogue.map(({ ref }) => ref);

/** The make that a text as marked names. */
export function makeRefOf(asMarked: string): MakeRef | undefined {
  return refByName.get(plainName(asMarked));
}

/** Letters and digits without accents, which a clerk may leave out. */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}&]/gu, '');
}

const refByName = new Map<string, MakeRef>(
  catalogue.flatMap(({ ref, names }) => names.map((name) => [plainName(name), ref] as const)),
);

/** A name as it is marked beside its canonical reference. */
export interface MarkedName {
  readonly text?: string;
  readonly ref?: string;
}

/** `DOUBTFUL`: the texts differ, but no catalogue says that they are two names. */
export type NameLikeness = 'SAME' | 'DOUBTFUL' | 'DIFFERENT' | 'UNKNOWN';

export function compareNames(one: MarkedName, other: MarkedName): NameLikeness {
  if (one.ref !== undefined && other.ref !== undefined) return one.ref === other.ref ? 'SAME' : 'DIFFERENT';
  const [text, otherText] = [plainName(one.text ?? ''), plainName(other.text ?? '')];
  if (text === '' || otherText === '') return 'UNKNOWN';
  return text === otherText ? 'SAME' : 'DOUBTFUL';
}

/** A make and its reference, the one given before the one that its text names. */
export function makeOf({ make, makeRef }: { readonly make?: string; readonly makeRef?: string }): MarkedName {
  const ref = makeRef ?? (make === undefined ? undefined : makeRefOf(make));
  return { ...(make !== undefined && { text: make }), ...(ref !== undefined && { ref }) };
}
