import type { Arm } from './arm';
import { compareCalibres } from './calibres';
import type { Told } from './item';
import { compareNames, makeOf } from './makes';
import { compareSerials, type SerialLikeness } from './serial-match';

export const COMPARED_FIELDS = [
  'serial',
  'make',
  'model',
  'calibre',
  'countryOfManufacture',
  'type',
] as const;

export const COMPARISON_FINDINGS = [
  ...(['SAME', 'LOOKS_ALIKE', 'SOUNDS_ALIKE', 'POSSIBLE', 'ON_ANOTHER_PART'] as const),
  ...(['NEAR', 'DOUBTFUL', 'UNKNOWN', 'DIFFERENT'] as const),
];

/** One thing that was compared, and how it came out. */
export interface Reason {
  readonly field: (typeof COMPARED_FIELDS)[number];
  readonly finding: (typeof COMPARISON_FINDINGS)[number];
}

export interface ArmComparison {
  readonly likeness: 'SAME_KEY' | 'POSSIBLE' | 'DIFFERENT';
  readonly reasons: readonly Reason[];
}

type Described = Told<Arm>;

/**
 * Whether two descriptions may be of one arm. A serial number alone never tells: makers repeat numbers and share them with others,
 * so the key is make, model, calibre, country and serial. Nothing is ever merged by it: whatever comes out, both records stay as they
 * were observed, and a person decides.
 */
export function compareArms(one: Described, other: Described): ArmComparison {
  const reasons: readonly Reason[] = [
    { field: 'serial', finding: serialFinding(one, other) },
    { field: 'make', finding: compareNames(makeOf(one), makeOf(other)) },
    { field: 'model', finding: compareNames(modelOf(one), modelOf(other)) },
    { field: 'calibre', finding: compareCalibres(one, other) },
    {
      field: 'countryOfManufacture',
      finding: codes(one.countryOfManufacture, other.countryOfManufacture),
    },
    { field: 'type', finding: codes(knownType(one), knownType(other)) },
  ];
  return { likeness: likenessOf(reasons), reasons };
}

function likenessOf(reasons: readonly Reason[]): ArmComparison['likeness'] {
  const found = new Map(reasons.map(({ field, finding }) => [field, finding]));
  if (found.get('serial') === 'DIFFERENT' || found.get('make') === 'DIFFERENT') return 'DIFFERENT';
  const oneKey = ['SAME', 'LOOKS_ALIKE'].includes(found.get('serial') ?? '') && found.get('make') === 'SAME';
  const contradicted = reasons.some(({ finding }) => ['DIFFERENT', 'NEAR', 'DOUBTFUL'].includes(finding));
  return oneKey && !contradicted ? 'SAME_KEY' : 'POSSIBLE';
}

/** The numbers of the reference parts; when these differ, any number of the one against any of the other. */
function serialFinding(one: Described, other: Described): Reason['finding'] {
  const likeness = compareSerials(one.serial, other.serial);
  if (likeness !== 'DIFFERENT' && likeness !== 'UNKNOWN') return likeness;
  const alike: readonly SerialLikeness[] = ['SAME', 'LOOKS_ALIKE'];
  const shared = serialsOf(one).some((serial) =>
    serialsOf(other).some((otherSerial) => alike.includes(compareSerials(serial, otherSerial))),
  );
  return shared ? 'ON_ANOTHER_PART' : likeness;
}

const serialsOf = ({ serial, partSerials = [] }: Described) => [...(serial ? [serial] : []), ...partSerials];

const modelOf = ({ model, modelRef }: Described) => ({
  ...(model !== undefined && { text: model }),
  ...(modelRef !== undefined && { ref: modelRef }),
});

const knownType = ({ type }: Described) => (type === 'UNKNOWN_SMALL' ? undefined : type);

function codes(one: string | undefined, other: string | undefined): 'SAME' | 'DIFFERENT' | 'UNKNOWN' {
  if (one === undefined || other === undefined) return 'UNKNOWN';
  return one === other ? 'SAME' : 'DIFFERENT';
}
