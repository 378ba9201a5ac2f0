import { type ArmV1, firstItem, type ToldItem } from '@vestigo/arms';
import type { CheckHandling } from '@vestigo/lifecycle';

/**
 * The tracing request as it arrived: kept whole, interpreted by the desk's officers. Codes are the requesting State's; one that is not known
 * here is kept as it is.
 */
export interface CaseContent {
  readonly reference?: string;
  readonly contact?: {
    readonly unit?: string;
    readonly officer?: string;
    readonly telephone?: string;
    readonly email?: string;
  };
  readonly channel: string;
  readonly priority: string;
  readonly justification?: string;
  readonly regimes: readonly string[];
  readonly illicitGrounds: readonly string[];
  readonly licitCrime?: boolean;
  readonly legalBasis: string;
  readonly intendedUse: string;
  readonly intendedUseText?: string;
  readonly acquisitionMode: string;
  readonly recoveredOn?: string;
  readonly recoveryPlace?: string;
  readonly recoveredAt?: {
    readonly state?: string;
    readonly area?: string;
    readonly latitude?: number;
    readonly longitude?: number;
  };
  readonly contexts?: readonly string[];
  readonly circumstances?: string;
  readonly restrictionsProposed?: readonly string[];
  readonly cannotComplyWith?: readonly string[];
  readonly cannotComplyReason?: string;
  readonly informationSought?: readonly string[];
  readonly priorChecks?: readonly {
    readonly register: string;
    readonly result: string;
    readonly on?: string;
    readonly remarks?: string;
    readonly handling?: CheckHandling;
  }[];
  readonly parentRequestId?: string;
  readonly duplicateOf?: string;
  readonly photographs?: readonly {
    readonly sha256: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly view: string;
    readonly item?: number;
  }[];
  /** Numbered 1 to n; each is answered by itself. */
  readonly items: readonly ToldItem[];
}

/** What a case held while a request asked about one arm. */
export interface CaseContentV1 extends Pick<
  CaseContent,
  | 'reference'
  | 'priority'
  | 'justification'
  | 'regimes'
  | 'illicitGrounds'
  | 'legalBasis'
  | 'intendedUse'
  | 'acquisitionMode'
  | 'recoveredOn'
  | 'recoveryPlace'
  | 'circumstances'
> {
  readonly arm: ArmV1;
}

/** `CaseReceived` version 1 in the form of version 2: the arm is item 1; on which channel it came was not said. */
export function caseReceivedV2({ arm, ...content }: CaseContentV1): CaseContent {
  return { ...content, channel: 'OTHER', items: [firstItem(arm)] };
}
