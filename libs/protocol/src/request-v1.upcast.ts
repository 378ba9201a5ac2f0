import type { ArmData, ImportMarkData, SerialData } from './item-data';
import type { RequestData } from './request-data';
import { priority, regime } from './request-schema';
import { codes, described, record, text } from './schema-parts';

/** The data of `request-submitted`, version 1: one arm, in any fields. */
export const requestSchemaV1 = record(
  {
    reference: text(128),
    priority,
    justification: text(4000),
    regimes: codes(regime),
    illicitGrounds: codes(text(64)),
    legalBasis: text(4000),
    intendedUse: text(64),
    acquisitionMode: text(64),
    recoveredOn: { type: 'string', format: 'date' },
    recoveryPlace: text(500),
    circumstances: text(8000),
    arm: { type: 'object', additionalProperties: described(3) },
  },
  ['priority', 'regimes', 'illicitGrounds', 'legalBasis', 'intendedUse', 'acquisitionMode', 'arm'],
);

/** As the schema of version 1 has let it through. */
export interface RequestDataV1 extends Omit<RequestData, 'channel' | 'items'> {
  readonly arm: Readonly<Record<string, unknown>>;
}

/** Version 1 in the form of version 2: its arm is item 1; on which channel it went was not said. */
export function requestDataOfV1({ arm, ...data }: RequestDataV1): RequestData {
  return { ...data, channel: 'OTHER', items: [itemOf(arm)] };
}

/** The fields that every sender used become those of the item; whatever else was said of the arm is kept as a text. */
function itemOf(arm: RequestDataV1['arm']): ArmData {
  const { type, make, model, calibre, countryOfManufacture, serial, importMarks, otherMarks, ...others } =
    arm;
  const texts = { make, model, calibre, countryOfManufacture };
  const more = [
    ...(isText(otherMarks) ? [otherMarks] : kept({ otherMarks })),
    ...(isSerial(serial) ? [] : kept({ serial })),
    ...(isImportMarks(importMarks) ? [] : kept({ importMarks })),
    ...kept(others),
    ...kept(Object.fromEntries(Object.entries(texts).filter(([, value]) => !isText(value)))),
  ];
  return {
    number: 1,
    kind: 'ARM',
    type: isText(type) ? type : 'UNKNOWN_SMALL',
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => isText(value))),
    ...(isSerial(serial) && { serial }),
    ...(isImportMarks(importMarks) && { importMarks }),
    ...(more.length > 0 && { otherMarks: more.map((said) => ({ kind: 'OTHER', text: said })) }),
  };
}

function kept(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return said.length > 0 ? [JSON.stringify(Object.fromEntries(said))] : [];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const optional = (value: unknown, type: 'string' | 'number') => value === undefined || typeof value === type;

const isSerial = (value: unknown): value is SerialData =>
  isRecord(value) &&
  isText(value['part']) &&
  isText(value['condition']) &&
  optional(value['asObserved'], 'string');

const isImportMarks = (value: unknown): value is readonly ImportMarkData[] =>
  Array.isArray(value) &&
  value.every((mark) => isRecord(mark) && isText(mark['country']) && optional(mark['year'], 'number'));
