import { described, record, state, text } from './schema-parts';

/** What a State says on one item of a request. Codes are texts here: a receiver may be older than what it is told. */
export interface ItemAnswerData {
  /** Number of the item within its request. */
  readonly item: number;
  readonly outcome: string;
  readonly lastLegalHolder?: string;
  readonly lastLegalHolderKind?: string;
  readonly onwardState?: string;
  readonly documentReference?: string;
  readonly remarks?: string;
  readonly chain?: readonly ChainLinkData[];
  readonly stolenLostMatch?: { readonly register: string; readonly reference: string };
  readonly pointOfDiversion?: PointOfDiversionData;
  readonly restriction?: { readonly ground: string; readonly reason: string };
  readonly conditions?: readonly ConditionData[];
}

export interface ChainLinkData {
  readonly role: string;
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
  readonly documentReference?: string;
  readonly licence?: { readonly reference?: string; readonly issuedOn?: string; readonly expiresOn?: string };
  readonly receiptConfirmed?: boolean;
}

export interface PointOfDiversionData {
  readonly cause: string;
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
}

/** A condition with what belongs to its kind. One that its reader does not know is kept as it came, and denies there. */
export interface ConditionData {
  readonly kind: string;
}

/** Year, month or day. */
const date = { type: 'string', pattern: String.raw`^\d{4}(-\d{2}(-\d{2})?)?$` } as const;
const list = (maxItems: number, items: object) => ({ type: 'array', maxItems, items }) as const;

const licence = record({ reference: text(500), issuedOn: date, expiresOn: date }, []);

const chainLink = record(
  {
    role: text(64),
    date,
    from: text(1000),
    to: text(1000),
    state,
    documentReference: text(500),
    licence,
    receiptConfirmed: { type: 'boolean' },
  },
  ['role'],
);

/** Open on purpose: a kind or member that this version does not know must arrive whole, so that it can deny. */
export const CONDITION_SCHEMA = {
  type: 'object',
  properties: { kind: text(64) },
  required: ['kind'],
  maxProperties: 16,
  additionalProperties: described(2),
};

export const ITEM_ANSWER_SCHEMA = record(
  {
    item: { type: 'integer', minimum: 1 },
    outcome: text(64),
    lastLegalHolder: text(1000),
    lastLegalHolderKind: text(64),
    onwardState: state,
    documentReference: text(500),
    remarks: text(8000),
    chain: list(100, chainLink),
    stolenLostMatch: record({ register: text(64), reference: text(500) }, ['register', 'reference']),
    pointOfDiversion: record({ cause: text(64), from: date, to: date, place: text(500) }, ['cause']),
    restriction: record({ ground: text(64), reason: text(4000) }, ['ground', 'reason']),
    conditions: list(16, CONDITION_SCHEMA),
  },
  ['item', 'outcome'],
);
