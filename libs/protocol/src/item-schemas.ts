import { code, flag, list, record, state, text, whole } from './schema-parts';

const most = 500;
const rounds = whole(1, 1_000_000_000);
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' };

const serial = record(
  {
    asObserved: text(100),
    script: code,
    part: code,
    condition: code,
    uncertainPositions: list(
      32,
      record({ position: whole(1, 100), candidates: list(10, text(2)) }, ['position', 'candidates']),
    ),
    restoredBy: code,
  },
  ['part', 'condition'],
);

const origin = {
  make: text(200),
  makeRef: code,
  model: text(200),
  modelRef: code,
  calibre: text(100),
  calibreRef: code,
  countryOfManufacture: state,
  countryBasis: code,
  yearOfManufacture: whole(1500, 2200),
};

const markings = {
  importMarks: list(20, record({ country: state, year: whole(1800, 2200), text: text(500) }, ['country'])),
  otherMarks: list(
    50,
    record({ kind: code, text: text(2000), location: text(200), photograph: digest }, ['kind']),
  ),
  markTampering: flag,
};

const arm = {
  type: code,
  ...origin,
  ...markings,
  action: code,
  serial,
  partsMismatch: flag,
  partSerials: list(10, serial),
  factoryMark: code,
  importer: text(200),
  proofMarks: list(20, text(200)),
  stock: text(200),
  material: text(200),
  lengthMm: whole(1, 10_000),
  conversion: code,
  remarks: text(4000),
};

const packaging = record(
  {
    kind: code,
    lot: text(200),
    quantity: rounds,
    contractNumber: text(200),
    destination: text(200),
    date: text(64),
  },
  ['kind'],
);

const ammunition = {
  ...origin,
  lot: text(200),
  headstamp: record(
    {
      marks: list(12, record({ clock: whole(1, 12), text: text(64) }, ['clock', 'text'])),
      makerCode: text(64),
      year: text(16),
    },
    [],
  ),
  caseMaterial: code,
  bulletType: text(200),
  tipColour: text(64),
  primerSealantColour: text(64),
  packaging: list(20, packaging),
  quantity: rounds,
  remarks: text(4000),
};

const part = { part: code, ...origin, ...markings, serial, quantity: rounds, remarks: text(4000) };

const forms: readonly (readonly [string, object])[] = [
  form('ARM', arm, ['type']),
  form('AMMUNITION', ammunition, []),
  form('PART', part, ['part']),
];

function form(kind: string, properties: Readonly<Record<string, object>>, required: readonly string[]) {
  const numbered = {
    number: whole(1, most),
    followsItem: whole(1, most),
    kind: { const: kind },
    ...properties,
  };
  return [kind, record(numbered, ['number', 'kind', ...required])] as const;
}

/** One to many items; what an item holds follows from its kind. */
export const itemsSchema = {
  type: 'array',
  minItems: 1,
  maxItems: most,
  items: {
    type: 'object',
    properties: { kind: { enum: forms.map(([kind]) => kind) } },
    required: ['kind'],
    allOf: forms.map(([kind, schema]) => ({
      if: { type: 'object', properties: { kind: { const: kind } }, required: ['kind'] },
      then: schema,
    })),
  },
};

export const photographsSchema = list(
  200,
  record(
    {
      sha256: digest,
      mediaType: text(64),
      bytes: whole(1, 1_000_000_000),
      view: code,
      item: whole(1, most),
    },
    ['sha256', 'mediaType', 'bytes', 'view'],
  ),
);
