/** What the directory says anew of a State. Instants are milliseconds since 1970 (UTC) here and RFC 3339 on the wire. */
export interface ParticipantData {
  /** ISO 3166-1 alpha-3. */
  readonly state: string;
  /** How many changes of this State the directory has, with this one. */
  readonly version: number;
  readonly change: ParticipantChange;
}

/** Entries are numbered after the version that brought them; a correction and an end name that number. */
export type ParticipantChange =
  | { readonly type: 'PointOfContactRegistered'; readonly data: ContactTold & Partial<Validity> }
  | { readonly type: 'PointOfContactCorrected'; readonly data: ContactTold & Validity & Correction }
  | { readonly type: 'DeskDelegated'; readonly data: DelegationTold }
  | { readonly type: 'DelegationEnded'; readonly data: { readonly number: number; readonly to: number } }
  | { readonly type: 'ReviewPolicySet'; readonly data: { readonly reviewRequired: boolean } }
  | { readonly type: 'LapsePolicySet'; readonly data: LapsePolicyTold }
  | { readonly type: 'MarkingPracticeRecorded'; readonly data: PracticeTold }
  | { readonly type: 'MarkingPracticeCorrected'; readonly data: PracticeTold & Correction };

interface ContactTold {
  readonly body: string;
  readonly email: string;
  readonly telephone?: string;
  readonly timeZone: string;
  readonly weekend: readonly (0 | 1 | 2 | 3 | 4 | 5 | 6)[];
}

interface Validity {
  readonly validFrom: number;
  readonly validTo?: number;
}

interface Correction {
  readonly number: number;
  readonly reason: string;
}

interface DelegationTold {
  readonly desk: string;
  readonly body: string;
  readonly acts: readonly (typeof acts)[number][];
  readonly from: number;
  readonly to?: number;
}

interface LapsePolicyTold {
  readonly afterIdleDays?: number;
  readonly afterQuestionDays?: number;
}

interface PracticeTold {
  readonly kind: (typeof markKinds)[number];
  readonly mark: string;
  readonly format?: string;
  readonly usedFrom?: number;
  readonly usedTo?: number;
  readonly source: string;
  readonly verified: boolean;
}

const acts = ['transmit', 'remind', 'comment'] as const;
const markKinds = [
  'COUNTRY_SYMBOL',
  'FACTORY_MARK',
  'IMPORT_MARK',
  'STATE_STOCK_MARK',
  'PROOF_MARK',
] as const;

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const;
const instant = { type: 'string', format: 'date-time' } as const;
const number = { type: 'integer', minimum: 1 } as const;
const year = { type: 'integer', minimum: 1800, maximum: 2200 } as const;

export const contactProperties = {
  body: text(500),
  email: text(320),
  telephone: text(64),
  timeZone: text(64),
  weekend: {
    type: 'array',
    maxItems: 6,
    uniqueItems: true,
    items: { type: 'integer', minimum: 0, maximum: 6 },
  },
} as const;
export const contactRequired = ['body', 'email', 'timeZone', 'weekend'] as const;

const validity = { validFrom: instant, validTo: instant };
const correction = { number, reason: text(2000) };
const practice = {
  kind: { enum: markKinds },
  mark: text(200),
  format: text(500),
  usedFrom: year,
  usedTo: year,
  source: text(500),
  verified: { type: 'boolean' },
};
const practiceRequired = ['kind', 'mark', 'source', 'verified'];

/** By what changed: the properties of its data, and which of them are never absent. */
const changes: Readonly<Record<ParticipantChange['type'], readonly [object, readonly string[]]>> = {
  PointOfContactRegistered: [{ ...contactProperties, ...validity }, contactRequired],
  PointOfContactCorrected: [
    { ...contactProperties, ...validity, ...correction },
    [...contactRequired, 'validFrom', 'number', 'reason'],
  ],
  DeskDelegated: [
    {
      desk: { type: 'string', pattern: '^[A-Z][A-Z0-9_-]{1,63}$' },
      body: text(500),
      acts: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: acts } },
      from: instant,
      to: instant,
    },
    ['desk', 'body', 'acts', 'from'],
  ],
  DelegationEnded: [{ number, to: instant }, ['number', 'to']],
  ReviewPolicySet: [{ reviewRequired: { type: 'boolean' } }, ['reviewRequired']],
  LapsePolicySet: [{ afterIdleDays: number, afterQuestionDays: number }, []],
  MarkingPracticeRecorded: [practice, practiceRequired],
  MarkingPracticeCorrected: [{ ...practice, ...correction }, [...practiceRequired, 'number', 'reason']],
};

const closed = (properties: object, required: readonly string[]) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;

/** JSON Schema (draft 7) of the notice's data. */
export const participantSchema = closed(
  {
    state: { type: 'string', pattern: '^[A-Z]{3}$' },
    version: number,
    change: {
      type: 'object',
      oneOf: Object.entries(changes).map(([type, [properties, required]]) =>
        closed({ type: { const: type }, data: closed(properties, required) }, ['type', 'data']),
      ),
    },
  },
  ['state', 'version', 'change'],
);

const instants: readonly string[] = ['validFrom', 'validTo', 'from', 'to'];

type Fields = Readonly<Record<string, unknown>>;

/** The data as it goes over the wire. */
export const participantOnTheWire = ({ change, ...data }: ParticipantData): object => ({
  ...data,
  change: withInstants(change, (value) => new Date(Number(value)).toISOString()),
});

/** The data as it came over the wire, once the schema has been kept. */
export const participantFromTheWire = ({ change, ...data }: ParticipantData): ParticipantData => ({
  ...data,
  change: withInstants(change, (value) => Date.parse(String(value))) as ParticipantChange,
});

function withInstants(change: ParticipantChange, read: (value: unknown) => unknown): object {
  const data = Object.entries(change.data as unknown as Fields).map(([name, value]) => [
    name,
    instants.includes(name) ? read(value) : value,
  ]);
  return { ...change, data: Object.fromEntries(data) as Fields };
}
