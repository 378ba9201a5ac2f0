export interface FactorySymbol {
  readonly code: string;
  /** As an examiner sees it. */
  readonly looks: string;
  /** States where it may have been made, ISO 3166-1 alpha-3: whom to ask, when no maker is named. None: nobody has said. */
  readonly mayBeFrom: readonly string[];
  /** Not checked against a marking register: never to be shown as established. */
  readonly verified: boolean;
}

/**
 * Symbols on arms of the AK pattern, which is made in more than twenty States: often the only sign of the factory, so that an
 * unknown make with several States to ask is normal. From memory of the field, none of it verified.
 */
const catalogue = [
  { code: 'CIRCLE_10', looks: '10 in a circle', mayBeFrom: ['BGR'], verified: false },
  { code: 'CIRCLE_11', looks: '11 in a circle', mayBeFrom: ['POL'], verified: false },
  { code: 'CIRCLE_21', looks: '21 in a circle', mayBeFrom: [], verified: false },
  { code: 'TRIANGLE_56', looks: '56 in a triangle', mayBeFrom: ['CHN'], verified: false },
  { code: 'TRIANGLE_66', looks: '66 in a triangle', mayBeFrom: ['CHN'], verified: false },
  { code: 'TRIANGLE_386', looks: '386 in a triangle', mayBeFrom: ['CHN'], verified: false },
  { code: 'STAR', looks: 'a star', mayBeFrom: ['RUS'], verified: false },
  { code: 'ARROW_IN_TRIANGLE', looks: 'an arrow in a triangle', mayBeFrom: ['RUS', 'ROU'], verified: false },
  { code: 'SPADE', looks: 'a spade', mayBeFrom: [], verified: false },
] as const satisfies readonly FactorySymbol[];

export type FactoryMark = (typeof catalogue)[number]['code'];
export const FACTORY_MARKS: readonly FactoryMark[] = catalogue.map(({ code }) => code);
export const FACTORY_SYMBOLS: readonly FactorySymbol[] = catalogue;
