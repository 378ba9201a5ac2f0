import type { CodeKind } from '../language/use-codes';
import type { MessageId } from '../messages/areas';
import type { Case } from './case.query';

type Told = NonNullable<Case['content']>['items'][number];
type Names = Told extends infer Each ? (Each extends Told ? keyof Each : never) : never;
/** An arm, a part or a lot of ammunition: of whichever kind, as far as it is told. */
export type Item = Pick<Told, 'number' | 'kind'> & { readonly [Name in Names]?: Value<Name> | undefined };
type Value<Name extends PropertyKey> = Told extends infer Each
  ? Each extends { readonly [N in Name]?: infer V }
    ? V
    : never
  : never;
type Serial = NonNullable<Item['serial']>;

/** One thing that is known of an item. What somebody wrote is shown as it was written. */
export type Fact = { readonly label: MessageId } & (
  | { readonly text: string }
  | { readonly kind: CodeKind; readonly code: string; readonly text?: string | undefined }
  | { readonly state: string }
  | { readonly number: number }
  | { readonly says: MessageId }
);

/** What is told of an item, in the order in which one looks for it: its numbers and marks first. */
export function factsOf(item: Item): readonly Fact[] {
  return [
    ...(item.serial ? serialFacts('responding.serial', item.serial) : []),
    ...(item.partSerials ?? []).flatMap((serial) => serialFacts('responding.partSerial', serial)),
    ...flag('responding.partsMismatch', item.partsMismatch),
    ...flag('responding.markTampering', item.markTampering),
    ...text('responding.make', item.make),
    ...text('responding.model', item.model),
    ...text('responding.calibre', item.calibre),
    ...state('responding.countryOfManufacture', item.countryOfManufacture),
    ...year('responding.yearOfManufacture', item.yearOfManufacture),
    ...text('responding.factoryMark', item.factoryMark),
    ...(item.importMarks ?? []).flatMap(({ country, year: of, text: as }): readonly Fact[] => [
      ...state('responding.importMark', country),
      ...text('responding.importMarkText', [of, as].filter((part) => part !== undefined).join(' ')),
    ]),
    ...(item.otherMarks ?? []).map(({ kind, text: as, location }): Fact => ({
      ...{ label: 'responding.mark', kind: 'markKind', code: kind },
      text: [as, location].filter((part) => part !== undefined).join(', '),
    })),
    ...text('responding.proofMarks', item.proofMarks?.join(', ')),
    ...text('responding.importer', item.importer),
    ...text('responding.headstamp', headstampIn(item)),
    ...text('responding.lot', item.lot),
    ...(item.packaging ?? []).flatMap(({ kind: _, ...told }) =>
      text('responding.packaging', Object.values(told).join(', ')),
    ),
    ...year('responding.quantity', item.quantity),
    ...text('responding.stock', item.stock),
    ...text('responding.material', item.material ?? item.caseMaterial),
    ...year('responding.length', item.lengthMm),
    ...text('responding.remarks', item.remarks),
  ];
}

function serialFacts(label: MessageId, { asObserved, part, condition }: Serial): readonly Fact[] {
  return [
    { label, kind: 'markedPart', code: part, text: asObserved },
    { label: 'responding.serialCondition', kind: 'serialCondition', code: condition },
  ];
}

function headstampIn({ headstamp }: Item): string | undefined {
  if (!headstamp) return undefined;
  const marks = (headstamp.marks ?? []).map(({ clock, text: as }) => `${clock}h ${as}`);
  return [...marks, headstamp.makerCode, headstamp.year].filter((part) => part !== undefined).join(', ');
}

const text = (label: MessageId, told: string | undefined): readonly Fact[] =>
  told === undefined || told === '' ? [] : [{ label, text: told }];
const state = (label: MessageId, told: string | undefined): readonly Fact[] =>
  told === undefined ? [] : [{ label, state: told }];
const year = (label: MessageId, told: number | undefined): readonly Fact[] =>
  told === undefined ? [] : [{ label, number: told }];
const flag = (label: MessageId, told: boolean | undefined): readonly Fact[] =>
  told === true ? [{ label, says: 'responding.yes' }] : [];
