import { CONDITION_SCHEMA } from './answer-schema';
import { itemsSchema, photographsSchema } from './item-schemas';
import { code, codes, flag, list, partialDate, record, state, text, uuid } from './schema-parts';

/** The codes that a clock basis can hold: what it could not read back must be refused here. */
export const regime = { type: 'string', pattern: '^[A-Za-z0-9_:.-]{1,64}$' } as const;
export const priority = { enum: ['ROUTINE', 'URGENT'] } as const;

/** The data of `request-submitted`, version 2. */
export const requestSchema = record(
  {
    reference: text(128),
    contact: record({ unit: text(200), officer: text(200), telephone: text(64), email: text(254) }, []),
    channel: code,
    priority,
    justification: text(4000),
    regimes: codes(regime),
    illicitGrounds: list(16, code),
    licitCrime: flag,
    legalBasis: text(4000),
    intendedUse: code,
    intendedUseText: text(4000),
    acquisitionMode: code,
    recoveredOn: partialDate,
    recoveryPlace: text(500),
    recoveredAt: record(
      {
        state,
        area: text(200),
        latitude: { type: 'number', minimum: -90, maximum: 90 },
        longitude: { type: 'number', minimum: -180, maximum: 180 },
      },
      [],
    ),
    contexts: list(16, code),
    circumstances: text(8000),
    restrictionsProposed: list(16, code),
    cannotComplyWith: list(16, code),
    cannotComplyReason: text(4000),
    informationSought: list(16, code),
    priorChecks: list(
      20,
      record(
        {
          register: code,
          result: code,
          on: { type: 'string', format: 'date' },
          remarks: text(2000),
          handling: record({ giver: state, conditions: list(64, CONDITION_SCHEMA) }, ['giver', 'conditions']),
        },
        ['register', 'result'],
      ),
    ),
    parentRequestId: uuid,
    duplicateOf: uuid,
    photographs: photographsSchema,
    items: itemsSchema,
  },
  [
    'channel',
    'priority',
    'regimes',
    'illicitGrounds',
    'legalBasis',
    'intendedUse',
    'acquisitionMode',
    'items',
  ],
);
