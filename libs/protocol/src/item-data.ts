/** What a request says of one arm, lot of ammunition or part (ITI 17(b); IATG 03.50; FP 3(b)). Codes are the sender's. */
export type ItemData = ArmData | AmmunitionData | PartData;

interface Numbered {
  /** 1 to n within its request. */
  readonly number: number;
  /** Number of the item of the parent request that it follows from. */
  readonly followsItem?: number;
}

export interface SerialData {
  readonly asObserved?: string;
  readonly script?: string;
  readonly part: string;
  readonly condition: string;
  readonly uncertainPositions?: readonly {
    readonly position: number;
    readonly candidates: readonly string[];
  }[];
  readonly restoredBy?: string;
}

interface OriginData {
  readonly make?: string;
  readonly makeRef?: string;
  readonly model?: string;
  readonly modelRef?: string;
  readonly calibre?: string;
  readonly calibreRef?: string;
  readonly countryOfManufacture?: string;
  readonly countryBasis?: string;
  readonly yearOfManufacture?: number;
}

interface MarkingsData {
  readonly importMarks?: readonly ImportMarkData[];
  readonly otherMarks?: readonly {
    readonly kind: string;
    readonly text?: string;
    readonly location?: string;
    readonly photograph?: string;
  }[];
  readonly markTampering?: boolean;
}

export interface ImportMarkData {
  readonly country: string;
  readonly year?: number;
  readonly text?: string;
}

export interface ArmData extends Numbered, OriginData, MarkingsData {
  readonly kind: 'ARM';
  readonly type: string;
  readonly action?: string;
  readonly serial?: SerialData;
  readonly partsMismatch?: boolean;
  readonly partSerials?: readonly SerialData[];
  readonly factoryMark?: string;
  readonly importer?: string;
  readonly proofMarks?: readonly string[];
  readonly stock?: string;
  readonly material?: string;
  readonly lengthMm?: number;
  readonly conversion?: string;
  readonly remarks?: string;
}

export interface AmmunitionData extends Numbered, OriginData {
  readonly kind: 'AMMUNITION';
  readonly lot?: string;
  readonly headstamp?: {
    readonly marks?: readonly { readonly clock: number; readonly text: string }[];
    readonly makerCode?: string;
    readonly year?: string;
  };
  readonly caseMaterial?: string;
  readonly bulletType?: string;
  readonly tipColour?: string;
  readonly primerSealantColour?: string;
  readonly packaging?: readonly {
    readonly kind: string;
    readonly lot?: string;
    readonly quantity?: number;
    readonly contractNumber?: string;
    readonly destination?: string;
    readonly date?: string;
  }[];
  readonly quantity?: number;
  readonly remarks?: string;
}

export interface PartData extends Numbered, OriginData, MarkingsData {
  readonly kind: 'PART';
  readonly part: string;
  readonly serial?: SerialData;
  readonly quantity?: number;
  readonly remarks?: string;
}
