import type { Schemas } from '../api/client';

type Request = Schemas['SubmitRequestDto'];
type Arm = Schemas['ArmItemDto'];
type Serial = Schemas['SerialDto'];

/** The codes of the API in the order in which an officer chooses among them. */
export const ARM_TYPES = [
  ...(['PISTOL_SELFLOADING', 'REVOLVER', 'RIFLE_CARBINE', 'ASSAULT_RIFLE', 'SHOTGUN', 'SMG', 'LMG'] as const),
  ...(['OTHER_SMALL', 'UNKNOWN_SMALL', 'HMG', 'GL_HANDHELD_UNDERBARREL', 'GL_MOUNTED'] as const),
  ...(['AA_GUN_PORTABLE', 'AT_GUN_PORTABLE', 'RECOILLESS', 'AT_MISSILE_ROCKET_LAUNCHER'] as const),
  ...(['MANPADS', 'MORTAR_LT_100MM', 'OTHER_LIGHT'] as const),
] as const satisfies readonly Arm['type'][];

export const PART_TYPES = [
  ...([
    'FRAME_RECEIVER',
    'SLIDE',
    'BARREL',
    'CYLINDER',
    'BOLT',
    'BREECH_BLOCK',
    'SILENCER',
    'OTHER',
  ] as const),
] as const satisfies readonly Schemas['PartItemDto']['part'][];

export const ACTIONS = [
  ...(['SEMI', 'AUTO', 'SELECT', 'BOLT', 'PUMP', 'LEVER', 'SINGLE', 'DOUBLE', 'REVOLVING', 'BREAK'] as const),
] as const satisfies readonly NonNullable<Arm['action']>[];

export const CONVERSIONS = [
  ...(['NONE', 'CONVERTED_BLANK', 'REACTIVATED', 'RIFLE_TO_AUTO', 'HOMEMADE', '3D_PRINTED'] as const),
  'UNKNOWN',
] as const satisfies readonly NonNullable<Arm['conversion']>[];

/** Symbols of factories, often the only sign of the maker of an arm of the AK pattern. */
export const FACTORY_MARKS = [
  ...(['CIRCLE_10', 'CIRCLE_11', 'CIRCLE_21', 'TRIANGLE_56', 'TRIANGLE_66', 'TRIANGLE_386'] as const),
  ...(['STAR', 'ARROW_IN_TRIANGLE', 'SPADE'] as const),
] as const satisfies readonly NonNullable<Arm['factoryMark']>[];

export const COUNTRY_BASES = [
  ...(['MARKED', 'INFERRED', 'UNKNOWN'] as const),
] as const satisfies readonly NonNullable<Arm['countryBasis']>[];

export const MARK_KINDS = [
  ...(['OTHER', 'FACTORY_SYMBOL', 'STATE_STOCK', 'UNIT', 'INVENTORY', 'ASSEMBLY'] as const),
  ...(['PATENT', 'INSPECTION', 'UNIQUE_CODE'] as const),
] as const satisfies readonly Schemas['OtherMarkDto']['kind'][];

export const CASE_MATERIALS = [
  ...(['BRASS', 'STEEL', 'ALUMINIUM', 'POLYMER', 'PAPER', 'OTHER'] as const),
] as const satisfies readonly NonNullable<Schemas['AmmunitionItemDto']['caseMaterial']>[];

export const PACKAGINGS = [
  ...(['BOX', 'TIN', 'CRATE', 'OTHER'] as const),
] as const satisfies readonly Schemas['PackagingDto']['kind'][];

export const MARKED_PARTS = [
  ...(['FRAME_RECEIVER', 'SLIDE', 'BARREL', 'CYLINDER', 'BOLT', 'OTHER'] as const),
] as const satisfies readonly Serial['part'][];

export const SERIAL_CONDITIONS = [
  ...(['INTACT', 'PARTIAL', 'OBLITERATED', 'RESTORED', 'ALTERED', 'NEVER_MARKED', 'NOT_EXAMINED'] as const),
] as const satisfies readonly Serial['condition'][];

export const ACQUISITION_MODES = [
  'SEIZED',
  'FOUND',
  'SURRENDERED',
] as const satisfies readonly Request['acquisitionMode'][];

export const CONTEXTS = [
  ...(['CRIME', 'ORGANIZED_CRIME', 'TERRORISM', 'ARMED_CONFLICT', 'BORDER'] as const),
  ...(['STOCKPILE_LOSS', 'COLLECTION', 'OTHER'] as const),
] as const satisfies readonly NonNullable<Request['contexts']>[number][];

export const ILLICIT_GROUNDS = [
  ...(['ILL_NATLAW', 'ILL_EMBARGO', 'ILL_UNMARKED', 'ILL_MFR', 'ILL_TRANSFER'] as const),
] as const satisfies readonly NonNullable<Request['illicitGrounds']>[number][];

export const INTENDED_USES = [
  ...([
    'INVESTIGATION',
    'PROSECUTION',
    'DIVERSION_ANALYSIS',
    'EMBARGO_MONITORING',
    'RETURN',
    'STATISTICS',
  ] as const),
] as const satisfies readonly Request['intendedUse'][];

export const INFORMATION_SOUGHT = [
  ...(['LAST_LEGAL_HOLDER', 'EXPORT_LICENCE', 'CONSIGNEE', 'IMPORT_RECORD', 'MANUFACTURE_RECORD'] as const),
  ...(['STOLEN_LOST_STATUS', 'STOCK_ISSUE', 'AUTHENTICITY_OF_MARK'] as const),
] as const satisfies readonly NonNullable<Request['informationSought']>[number][];

/** Instruments on which a request may rest; the API takes any, by its code. */
export const REGIMES = ['ITI', 'FIREARMS_PROTOCOL', 'CIFTA', 'ECOWAS', 'EU977'] as const;

export const PRIORITIES = ['ROUTINE', 'URGENT'] as const satisfies readonly Request['priority'][];

export const VIEWS = [
  ...(['LEFT', 'RIGHT', 'MARK', 'HEADSTAMP', 'PACKAGING', 'OTHER'] as const),
] as const satisfies readonly Schemas['PhotographDto']['view'][];

export const CHANNELS = [
  ...(['OTHER', 'INTERPOL_I247', 'SIENA', 'BILATERAL', 'ETRACE', 'DIPLOMATIC'] as const),
] as const satisfies readonly NonNullable<Request['channel']>[];

type Check = NonNullable<Request['priorChecks']>[number];

export const CHECK_REGISTERS = [
  ...(['NATIONAL_REGISTER', 'NATIONAL_STOLEN_LOST', 'IARMS', 'OTHER'] as const),
] as const satisfies readonly Check['register'][];

export const CHECK_RESULTS = [
  ...(['NOTHING_FOUND', 'FOUND', 'INCONCLUSIVE', 'NOT_SEARCHED'] as const),
] as const satisfies readonly Check['result'][];

export const USE_LIMITS = [
  ...(['NEED_TO_KNOW', 'PURPOSE_ONLY', 'NO_ONWARD'] as const),
] as const satisfies readonly NonNullable<Request['restrictionsProposed']>[number][];

export const CONCLUSIONS = [
  ...(['POINT_OF_DIVERSION_KNOWN', 'LEAD_EXHAUSTED', 'NO_LONGER_NEEDED', 'FOLLOWED_ON'] as const),
] as const satisfies readonly Schemas['ClosureDto']['conclusion'][];

export const STATUSES = [
  ...([
    'draft',
    'approved',
    'sent',
    'undeliverable',
    'received',
    'acknowledged',
    'information-requested',
  ] as const),
  ...([
    'in-search',
    'answered',
    'refused',
    'clarification-open',
    'redirected',
    'withdrawn',
    'lapsed',
  ] as const),
  ...(['closed', 'duplicate'] as const),
] as const satisfies readonly Schemas['RequestSummary']['status'][];
