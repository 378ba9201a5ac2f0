import type { Schemas } from '../api/client';

type Answer = Schemas['ItemAnswerDto'];

/** Outcomes in the order in which a register is searched: what was found first, then that nothing was, and why. */
export const OUTCOMES = [
  ...(['TRACED_LAST_HOLDER', 'TRACED_EXPORTED_ON', 'TRACED_DIVERSION', 'MATCH_STOLEN_LOST'] as const),
  ...(['STATE_STOCK_CONFIRMED', 'MADE_HERE_NO_SALE_RECORD', 'AMMO_MULTI_RECIPIENT'] as const),
  ...(['NO_TRANSFER_RECORD', 'RECORD_EXPIRED', 'TOO_OLD', 'NOT_MADE_HERE', 'COPY'] as const),
  ...(['ID_INSUFFICIENT', 'ID_MISMATCH'] as const),
] as const satisfies readonly Answer['outcome'][];

export const HOLDERS = [
  ...(['PERSON', 'COMPANY', 'STATE_BODY'] as const),
] as const satisfies readonly NonNullable<Answer['lastLegalHolderKind']>[];

export const CHAIN_ROLES = [
  ...(['MANUFACTURED', 'SOLD', 'EXPORTED', 'IMPORTED', 'TRANSITED', 'ISSUED_TO_STATE_FORCE'] as const),
  ...(['SOLD_RETAIL', 'REGISTERED', 'STOLEN_REPORTED', 'LOST_REPORTED', 'DESTROYED_REPORTED'] as const),
  'DEACTIVATED',
] as const satisfies readonly Schemas['ChainLinkDto']['role'][];

export const REGISTERS = [
  'NATIONAL',
  'IARMS',
] as const satisfies readonly Schemas['StolenLostMatchDto']['register'][];

export const CAUSES = [
  ...(['THEFT', 'LOSS', 'STATE_STOCK_LEAK', 'EXPORT_DIVERSION', 'STRAW_PURCHASE'] as const),
  ...(['CONVERSION', 'CRAFT', 'BATTLEFIELD_CAPTURE', 'UNKNOWN'] as const),
] as const satisfies readonly Schemas['PointOfDiversionDto']['cause'][];

export const CONDITIONS = [
  ...(['NO_ONWARD', 'PURPOSE_ONLY', 'NEED_TO_KNOW', 'COMMERCIAL', 'EXPIRES', 'OTHER'] as const),
] as const satisfies readonly Schemas['HandlingConditionDto']['kind'][];

export const PURPOSES = [
  ...([
    'INVESTIGATION',
    'PROSECUTION',
    'DIVERSION_ANALYSIS',
    'EMBARGO_MONITORING',
    'RETURN',
    'STATISTICS',
  ] as const),
] as const;
