import type { Schemas } from '../api/client';
import { textAt, type Writing } from '../matters/writing';

type Arm = Schemas['ArmItemDto'];
type Part = Schemas['PartItemDto'];
type Ammunition = Schemas['AmmunitionItemDto'];
type Kind = (typeof ITEM_KINDS)[number];
/** What the API takes of some kinds of things, and not of all. */
type Particular = Exclude<
  keyof Arm | keyof Part | keyof Ammunition,
  keyof Arm & keyof Part & keyof Ammunition
>;

export const ITEM_KINDS = ['ARM', 'PART', 'AMMUNITION'] as const;

const arm = ['ARM'] as const;
const marked = ['ARM', 'PART'] as const;
const ammunition = ['AMMUNITION'] as const;

const kindsWith: Readonly<Record<Particular, readonly Kind[]>> = {
  ...{ type: arm, action: arm, conversion: arm, partSerials: arm, partsMismatch: arm, factoryMark: arm },
  ...{ proofMarks: arm, importer: arm, stock: arm, material: arm, lengthMm: arm },
  ...{ serial: marked, importMarks: marked, otherMarks: marked, markTampering: marked },
  ...{ part: ['PART'], quantity: ['PART', 'AMMUNITION'] },
  ...{ lot: ammunition, headstamp: ammunition, caseMaterial: ammunition, bulletType: ammunition },
  ...{ tipColour: ammunition, primerSealantColour: ammunition, packaging: ammunition },
};

/** What is written of a thing as far as its kind has it: an officer may have thought it another kind first. */
export function ofItsKind(item: Writing): Writing {
  const kind = ITEM_KINDS.find((one) => one === textAt(item, '/kind'));
  const others = Object.entries(kindsWith).flatMap(([field, kinds]) =>
    kind === undefined || kinds.includes(kind) ? [] : [field],
  );
  return Object.fromEntries(Object.entries(item).filter(([field]) => !others.includes(field)));
}
