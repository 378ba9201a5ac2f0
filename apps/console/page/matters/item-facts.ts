import type { Schemas } from '../api/client';
import type { CodeKind } from '../language/use-codes';
import type { MessageId } from '../messages/areas';
import { isRecord, listAt, textAt, textsAt, valueAt, type Writing } from './writing';

type Told = Schemas['ArmItemDto'] | Schemas['PartItemDto'] | Schemas['AmmunitionItemDto'];
/** What the API knows of an arm, a part or a lot of ammunition. */
type Field = Told extends infer Each ? (Each extends Told ? keyof Each & string : never) : never;

/** One thing that is known of an item. What somebody wrote is shown as it was written. */
export type Fact = { readonly label: MessageId } & (
  | { readonly text: string }
  | { readonly kind: CodeKind; readonly code: string; readonly text?: string }
  | { readonly state: string; readonly text?: string }
  | { readonly number: number }
  | { readonly serial: Writing }
  | { readonly says: MessageId }
);

/** What is told of an item, in the order in which one looks for it: its numbers and marks first. A draft may tell little yet. */
export function factsOf(item: Writing): readonly Fact[] {
  const at = (field: Field) => valueAt(item, `/${field}`);
  const list = (field: Field) => listAt(item, `/${field}`).filter(isRecord);
  const text = (label: MessageId, field: Field) => textFact(label, textAt(item, `/${field}`));
  const code = (label: MessageId, kind: CodeKind, field: Field) =>
    codeFact(label, kind, textAt(item, `/${field}`));
  const number = (label: MessageId, field: Field) => numberFact(label, item, `/${field}`);
  const flag = (label: MessageId, field: Field): readonly Fact[] =>
    at(field) === true ? [{ label, says: 'matters.yes' }] : [];
  const serial = at('serial');
  return [
    ...(isRecord(serial) ? [{ label: 'matters.serial', serial } as const] : []),
    ...list('partSerials').map((one): Fact => ({ label: 'matters.partSerial', serial: one })),
    ...flag('matters.partsMismatch', 'partsMismatch'),
    ...flag('matters.markTampering', 'markTampering'),
    ...text('matters.make', 'make'),
    ...text('matters.model', 'model'),
    ...text('matters.calibre', 'calibre'),
    ...code('matters.action', 'action', 'action'),
    ...stateFact('matters.countryOfManufacture', textAt(item, '/countryOfManufacture')),
    ...code('matters.countryBasis', 'countryBasis', 'countryBasis'),
    ...number('matters.yearOfManufacture', 'yearOfManufacture'),
    ...code('matters.factoryMark', 'factoryMark', 'factoryMark'),
    ...list('importMarks').flatMap((mark) =>
      stateFact('matters.importMark', textAt(mark, '/country'), joined(mark, ['year', 'text'])),
    ),
    ...list('otherMarks').flatMap((mark) =>
      codeFact('matters.mark', 'markKind', textAt(mark, '/kind'), joined(mark, ['text', 'location'])),
    ),
    ...textFact('matters.proofMarks', textsAt(item, '/proofMarks').join(', ')),
    ...text('matters.importer', 'importer'),
    ...code('matters.conversion', 'conversion', 'conversion'),
    ...textFact('matters.headstamp', headstampIn(item)),
    ...text('matters.lot', 'lot'),
    ...code('matters.caseMaterial', 'caseMaterial', 'caseMaterial'),
    ...text('matters.bulletType', 'bulletType'),
    ...text('matters.tipColour', 'tipColour'),
    ...text('matters.primerSealantColour', 'primerSealantColour'),
    ...list('packaging').flatMap((one) =>
      codeFact('matters.packaging', 'packaging', textAt(one, '/kind'), joined(one, packagingMarks)),
    ),
    ...number('matters.quantity', 'quantity'),
    ...text('matters.stock', 'stock'),
    ...text('matters.material', 'material'),
    ...number('matters.length', 'lengthMm'),
    ...text('matters.remarks', 'remarks'),
  ];
}

const packagingMarks = [
  ...(['lot', 'quantity', 'contractNumber', 'destination', 'date'] as const),
] satisfies readonly (keyof Schemas['PackagingDto'])[];

function headstampIn(item: Writing): string {
  const signs = listAt(item, '/headstamp/marks').map(
    (sign) => `${textAt(sign, '/clock')}h ${textAt(sign, '/text')}`,
  );
  const known = [...signs, textAt(item, '/headstamp/makerCode'), textAt(item, '/headstamp/year')];
  return known.filter((part) => part !== '').join(', ');
}

const joined = (from: Writing, names: readonly string[]): string =>
  names
    .map((name) => textAt(from, `/${name}`))
    .filter((part) => part !== '')
    .join(', ');

const textFact = (label: MessageId, text: string): readonly Fact[] => (text === '' ? [] : [{ label, text }]);

const codeFact = (label: MessageId, kind: CodeKind, code: string, text = ''): readonly Fact[] =>
  code === '' ? textFact(label, text) : [{ label, kind, code, ...(text !== '' && { text }) }];

const stateFact = (label: MessageId, state: string, text = ''): readonly Fact[] =>
  state === '' ? textFact(label, text) : [{ label, state, ...(text !== '' && { text }) }];

function numberFact(label: MessageId, item: Writing, pointer: string): readonly Fact[] {
  const number = valueAt(item, pointer);
  return typeof number === 'number' ? [{ label, number }] : textFact(label, textAt(item, pointer));
}
