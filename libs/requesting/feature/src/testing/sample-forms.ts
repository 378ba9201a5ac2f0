import type { KnownPhotographs } from '@vestigo/http';

export const photograph = {
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  mediaType: 'image/jpeg',
  bytes: 48_112,
  view: 'MARK',
} as const;

/** A desk that has this photograph and no other. */
export const onePhotograph: KnownPhotographs = {
  look: (_, sha256) => Promise.resolve(sha256 === photograph.sha256 ? photograph : undefined),
};

/** A request in its first form. */
export const oldForm = {
  respondingState: 'USA',
  priority: 'ROUTINE',
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act 16:01, section 6',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  recoveredOn: '2026-03-14',
  recoveryPlace: 'Port of Spain',
  arm: {
    type: 'ASSAULT_RIFLE',
    make: 'Застава',
    model: 'M70',
    calibre: '7,62 x 39',
    serial: { asObserved: 'АВ1234', part: 'FRAME_RECEIVER', condition: 'INTACT' },
    countryOfManufacture: 'SRB',
    importMarks: [{ country: 'USA', year: 2019 }],
    otherMarks: 'a star',
  },
} as const;

/** A request with every field that it can have. */
export const wholeForm = {
  respondingState: 'USA',
  reference: 'TTPS-2026-0417',
  contact: {
    unit: 'Firearms Unit',
    officer: 'Desk officer',
    telephone: '+1 868 555 0100',
    email: 'firearms@tto.example',
  },
  channel: 'INTERPOL_I247',
  priority: 'URGENT',
  justification: 'The arm was used twice within a week.',
  regimes: ['ITI', 'BILATERAL:TTO-USA.2019'],
  illicitGrounds: ['ILL_NATLAW', 'ILL_TRANSFER'],
  licitCrime: false,
  legalBasis: 'Firearms Act 16:01, section 6',
  intendedUse: 'PROSECUTION',
  intendedUseText: 'For the trial of two persons.',
  acquisitionMode: 'SEIZED',
  recoveredOn: '2026-03',
  recoveryPlace: 'Behind a false wall',
  recoveredAt: { state: 'TTO', area: 'Port of Spain', latitude: 10.65, longitude: -61.51 },
  contexts: ['ORGANIZED_CRIME', 'BORDER'],
  circumstances: 'Found with ammunition.',
  restrictionsProposed: ['NEED_TO_KNOW', 'PURPOSE_ONLY'],
  cannotComplyWith: ['NO_ONWARD'],
  cannotComplyReason: 'A court may ask for the whole file.',
  informationSought: ['LAST_LEGAL_HOLDER', 'EXPORT_LICENCE'],
  priorChecks: [
    {
      register: 'NATIONAL_REGISTER',
      result: 'NOTHING_FOUND',
      on: '2026-03-14',
      remarks: 'By serial number.',
    },
    { register: 'IARMS', result: 'NOT_SEARCHED' },
  ],
  duplicateOf: '01980000-0000-7000-8000-0000000000b2',
  photographs: [{ ...photograph, item: 1 }],
  items: [
    {
      kind: 'ARM',
      type: 'PISTOL_SELFLOADING',
      make: 'Česká zbrojovka',
      model: 'vz. 82',
      modelRef: 'VZ82',
      calibre: '9 mm Makarov',
      countryOfManufacture: 'CZE',
      countryBasis: 'INFERRED',
      yearOfManufacture: 1986,
      action: 'SEMI',
      serial: {
        asObserved: 'АВ12?4',
        script: 'CYRILLIC',
        part: 'FRAME_RECEIVER',
        condition: 'RESTORED',
        uncertainPositions: [{ position: 5, candidates: ['3', '8'] }],
        restoredBy: 'ETCH',
      },
      partsMismatch: true,
      partSerials: [{ asObserved: '٧٧١', script: 'ARABIC_DIGITS', part: 'SLIDE', condition: 'INTACT' }],
      factoryMark: 'STAR',
      importer: 'Importer, Miami',
      importMarks: [{ country: 'USA', year: 2019, text: 'IMP MIAMI FL' }],
      proofMarks: ['crowned lion'],
      otherMarks: [
        { kind: 'UNIT', text: 'ΑΒ 7', location: 'left of the slide', photograph: photograph.sha256 },
      ],
      markTampering: true,
      stock: 'none',
      material: 'steel',
      lengthMm: 172,
      conversion: 'NONE',
      remarks: 'The slide is of another arm.',
    },
    {
      kind: 'AMMUNITION',
      make: 'B',
      calibre: '9x18',
      countryBasis: 'UNKNOWN',
      lot: '14-87-Б',
      headstamp: {
        marks: [
          { clock: 12, text: '539' },
          { clock: 6, text: '87' },
        ],
        makerCode: '539',
        year: '87',
      },
      caseMaterial: 'STEEL',
      bulletType: 'ball',
      tipColour: 'green',
      primerSealantColour: 'red',
      packaging: [
        {
          kind: 'CRATE',
          lot: '14-87-Б',
          quantity: 1280,
          contractNumber: '77/1987',
          destination: 'not legible',
          date: '11.87',
        },
      ],
      quantity: 640,
    },
    {
      kind: 'PART',
      part: 'BARREL',
      calibre: '9x18',
      serial: { part: 'BARREL', condition: 'OBLITERATED' },
      quantity: 1,
    },
  ],
} as const;
