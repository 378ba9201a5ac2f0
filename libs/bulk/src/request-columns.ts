import { cellOf, valueAt } from './cells';

/** Columns of a tracing request, by the path of the field that each holds. The rows of one request all say the same here. */
export const REQUEST_COLUMNS = [
  'respondingState',
  'occurredAt',
  'imported',
  'reference',
  'contact.unit',
  'contact.officer',
  'contact.telephone',
  'contact.email',
  'channel',
  'priority',
  'justification',
  'regimes',
  'illicitGrounds',
  'licitCrime',
  'legalBasis',
  'intendedUse',
  'intendedUseText',
  'acquisitionMode',
  'recoveredOn',
  'recoveryPlace',
  'recoveredAt.state',
  'recoveredAt.area',
  'recoveredAt.latitude',
  'recoveredAt.longitude',
  'contexts',
  'circumstances',
  'restrictionsProposed',
  'cannotComplyWith',
  'cannotComplyReason',
  'informationSought',
  'priorChecks',
  'parentRequestId',
  'duplicateOf',
  'photographs',
] as const;

/** Columns of an item, of whatever kind: each row is one item. */
export const ITEM_COLUMNS = [
  'kind',
  'number',
  'followsItem',
  'type',
  'part',
  'make',
  'makeRef',
  'model',
  'modelRef',
  'calibre',
  'calibreRef',
  'countryOfManufacture',
  'countryBasis',
  'yearOfManufacture',
  'action',
  'serial.asObserved',
  'serial.script',
  'serial.part',
  'serial.condition',
  'serial.uncertainPositions',
  'serial.restoredBy',
  'partsMismatch',
  'partSerials',
  'factoryMark',
  'importer',
  'importMarks',
  'proofMarks',
  'otherMarks',
  'markTampering',
  'stock',
  'material',
  'lengthMm',
  'conversion',
  'lot',
  'headstamp.marks',
  'headstamp.makerCode',
  'headstamp.year',
  'caseMaterial',
  'bulletType',
  'tipColour',
  'primerSealantColour',
  'packaging',
  'quantity',
  'remarks',
] as const;

/** The form of a request that can be sent in. */
interface AskedForm {
  readonly respondingState: string;
  readonly items: readonly { readonly number: number }[];
}

/** A matter as it leaves in bulk. */
export interface Exported {
  /** What was asked, in the form in which it can be sent in. */
  readonly form: AskedForm;
  /** What became of it; no import reads it. */
  readonly about: object;
  /** The part of `about` that is said of one item alone. */
  readonly ofItem: (number: number) => object;
}

/** The first row of an export, whose matters say these things about themselves. */
export const headerOf = (about: readonly string[]): readonly string[] => [
  'request',
  ...about.map((name) => `about.${name}`),
  ...REQUEST_COLUMNS,
  ...ITEM_COLUMNS.map((name) => `item.${name}`),
];

/** A matter as rows, one for each of its items. `request`: what its rows have in common. */
export function rowsOf(
  request: string,
  { form, about, ofItem }: Exported,
  aboutColumns: readonly string[],
): readonly (readonly string[])[] {
  const common = REQUEST_COLUMNS.map((path) => cellOf(valueAt(form, path)));
  return form.items.map((item) => {
    const said = { ...about, ...ofItem(item.number) };
    return [
      cellOf(request),
      ...aboutColumns.map((path) => cellOf(valueAt(said, path))),
      ...common,
      ...ITEM_COLUMNS.map((path) => cellOf(valueAt(item, path))),
    ];
  });
}
