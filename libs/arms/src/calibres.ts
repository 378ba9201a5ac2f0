interface Calibre {
  /** Canonical reference. */
  readonly ref: string;
  /** Names under which it is marked. */
  readonly names: readonly string[];
  /** Not equal, but taken for it or fired from the same bore: told, never taken for a match. */
  readonly near?: readonly string[];
}

/** Calibres met in tracing, a seed: what is not here keeps its text as marked and has no reference. */
const catalogue = [
  { ref: '9X19', names: ['9x19mm', '9mm Luger', '9mm Parabellum', '9mm Para', '9mm NATO', '9x19 NATO'] },
  { ref: '9X17', names: ['9x17mm', '.380 ACP', '.380 Auto', '9mm Kurz', '9mm Short', '9mm Corto'] },
  { ref: '9X18', names: ['9x18mm', '9x18 Makarov', '9mm Makarov'] },
  { ref: '7.65X17SR', names: ['7.65x17SR', '7.65x17', '.32 ACP', '.32 Auto'] },
  { ref: '6.35X16SR', names: ['6.35x16SR', '6.35x16', '.25 ACP', '.25 Auto'] },
  { ref: '7.62X25', names: ['7.62x25mm', '7.62x25 Tokarev', '7.62 Tokarev'] },
  { ref: '11.43X23', names: ['11.43x23mm', '.45 ACP', '.45 Auto'] },
  { ref: '5.45X39', names: ['5.45x39mm'] },
  { ref: '5.56X45', names: ['5.56x45mm', '5.56x45 NATO', '5.56 NATO'], near: ['223REM'] },
  { ref: '223REM', names: ['.223 Rem', '.223 Remington', '.223'], near: ['5.56X45'] },
  { ref: '7.62X39', names: ['7.62x39mm'] },
  { ref: '7.62X51', names: ['7.62x51mm', '7.62x51 NATO', '7.62 NATO'], near: ['308WIN'] },
  { ref: '308WIN', names: ['.308 Win', '.308 Winchester', '.308'], near: ['7.62X51'] },
  { ref: '7.62X54R', names: ['7.62x54R', '7.62x54mmR'] },
  { ref: '12.7X99', names: ['12.7x99mm', '12.7x99 NATO', '.50 BMG'] },
  { ref: '12.7X108', names: ['12.7x108mm'] },
  { ref: '14.5X114', names: ['14.5x114mm'] },
  { ref: '12GA', names: ['12 gauge', '12 ga', '12/70', '12/76'] },
  { ref: '38SPECIAL', names: ['.38 Special', '.38 Spl'], near: ['357MAGNUM'] },
  { ref: '357MAGNUM', names: ['.357 Magnum', '.357 Mag'], near: ['38SPECIAL'] },
] as const satisfies readonly Calibre[];

export type CalibreRef = (typeof catalogue)[number]['ref'];
export const CALIBRE_REFS: readonly CalibreRef[] = catalogue.map(({ ref }) => ref);

/** The calibre that a text as marked names, however it is spelt. */
export function calibreRefOf(asMarked: string): CalibreRef | undefined {
  return refByName.get(plainName(asMarked));
}

/** Blanks, the unit and the sign between the measures are written in many ways; the point within a measure counts. */
function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[×*Х]/gu, 'X')
    .replaceAll(',', '.')
    .replace(/^(?:CAL|KAL)(?:IBER|IBRE)?\b\.?/, '')
    .replaceAll(/MM|ММ|[^\p{L}\p{N}./]/gu, '')
    .replace(/^\./, '');
}

const refByName = new Map<string, CalibreRef>(
  catalogue.flatMap(({ ref, names }) => [ref, ...names].map((name) => [plainName(name), ref] as const)),
);

const nearOf = new Map<string, readonly string[]>(
  catalogue.map((calibre) => [calibre.ref, 'near' in calibre ? calibre.near : []]),
);

/** A calibre as it is marked beside its canonical reference. */
export interface MarkedCalibre {
  readonly calibre?: string;
  readonly calibreRef?: string;
}

export type CalibreLikeness = 'SAME' | 'NEAR' | 'DIFFERENT' | 'UNKNOWN';

export function compareCalibres(one: MarkedCalibre, other: MarkedCalibre): CalibreLikeness {
  const [ref, otherRef] = [refIn(one), refIn(other)];
  if (ref !== undefined && otherRef !== undefined) {
    if (ref === otherRef) return 'SAME';
    return nearOf.get(ref)?.includes(otherRef) ? 'NEAR' : 'DIFFERENT';
  }
  const [text, otherText] = [plainName(one.calibre ?? ''), plainName(other.calibre ?? '')];
  return text !== '' && text === otherText ? 'SAME' : 'UNKNOWN';
}

const refIn = ({ calibre, calibreRef }: MarkedCalibre) =>
  calibreRef ?? (calibre === undefined ? undefined : calibreRefOf(calibre));
