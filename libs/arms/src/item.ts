import type { Ammunition } from './ammunition';
import type { Arm } from './arm';
import { type CalibreRef, calibreRefOf } from './calibres';
import { type MakeRef, makeRefOf } from './makes';
import type { Origin } from './marks';
import type { Part } from './part';

export const ITEM_KINDS = ['ARM', 'AMMUNITION', 'PART'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export interface ArmItem extends Arm, Numbered {
  readonly kind: 'ARM';
}

export interface AmmunitionItem extends Ammunition, Numbered {
  readonly kind: 'AMMUNITION';
}

export interface PartItem extends Part, Numbered {
  readonly kind: 'PART';
}

/** One thing that a request asks about; each is answered by itself. */
export type Item = ArmItem | AmmunitionItem | PartItem;

interface Numbered {
  /** 1 to n within its request, for good. */
  readonly number: number;
  /** Of a follow-on request: number of the item of its parent that it follows from; the same as its own, unless told. */
  readonly followsItem?: number;
}

type Placed<Each> = Each extends Item ? Omit<Each, 'number'> & { readonly number?: number } : never;

/** Numbered by its place, from 1, unless it says its number itself. */
export function numbered(item: Placed<Item>, place: number): Item {
  return { ...item, number: item.number ?? place };
}

/** What another State says: the same fields, with codes that may not be known here. */
export type Told<Said> = Said extends string
  ? string
  : Said extends readonly (infer Each)[]
    ? readonly Told<Each>[]
    : Said extends object
      ? { readonly [Name in keyof Said]: Told<Said[Name]> }
      : Said;

export type ToldItem = {
  readonly [Kind in ItemKind]: Omit<Told<Extract<Item, { readonly kind: Kind }>>, 'kind'> & {
    readonly kind: Kind;
  };
}[ItemKind];

/** With the canonical references that the catalogues have for its texts; a reference that was given stays. */
export function withReferences<Thing extends Origin<MakeRef, CalibreRef>>(thing: Thing): Thing {
  const makeRef = thing.makeRef ?? makeRefOf(thing.make ?? '');
  const calibreRef = thing.calibreRef ?? calibreRefOf(thing.calibre ?? '');
  return { ...thing, ...(makeRef && { makeRef }), ...(calibreRef && { calibreRef }) };
}
