import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ToldItemDetail } from './case-item.dto';

export class ToldContact {
  @ApiPropertyOptional()
  readonly unit?: string;

  @ApiPropertyOptional()
  readonly officer?: string;

  @ApiPropertyOptional()
  readonly telephone?: string;

  @ApiPropertyOptional()
  readonly email?: string;
}

export class ToldPlace {
  @ApiPropertyOptional()
  readonly state?: string;

  @ApiPropertyOptional()
  readonly area?: string;

  @ApiPropertyOptional()
  readonly latitude?: number;

  @ApiPropertyOptional()
  readonly longitude?: number;
}

export class ToldPriorCheck {
  @ApiProperty()
  readonly register!: string;

  @ApiProperty()
  readonly result!: string;

  @ApiPropertyOptional()
  readonly on?: string;

  @ApiPropertyOptional()
  readonly remarks?: string;
}

/** The request as it arrived (ITI 17). Codes are those of the State that asks; some may not be known here. */
export class CaseContentDetail {
  @ApiPropertyOptional()
  readonly reference?: string;

  @ApiPropertyOptional({ type: ToldContact })
  readonly contact?: ToldContact;

  @ApiProperty()
  readonly channel!: string;

  @ApiProperty()
  readonly priority!: string;

  @ApiPropertyOptional()
  readonly justification?: string;

  @ApiProperty({ type: [String] })
  readonly regimes!: readonly string[];

  @ApiProperty({ type: [String] })
  readonly illicitGrounds!: readonly string[];

  @ApiPropertyOptional()
  readonly licitCrime?: boolean;

  @ApiProperty()
  readonly legalBasis!: string;

  @ApiProperty()
  readonly intendedUse!: string;

  @ApiPropertyOptional()
  readonly intendedUseText?: string;

  @ApiProperty()
  readonly acquisitionMode!: string;

  @ApiPropertyOptional()
  readonly recoveredOn?: string;

  @ApiPropertyOptional()
  readonly recoveryPlace?: string;

  @ApiPropertyOptional({ type: ToldPlace })
  readonly recoveredAt?: ToldPlace;

  @ApiPropertyOptional({ type: [String] })
  readonly contexts?: readonly string[];

  @ApiPropertyOptional()
  readonly circumstances?: string;

  @ApiPropertyOptional({ type: [String] })
  readonly restrictionsProposed?: readonly string[];

  @ApiPropertyOptional({ type: [String] })
  readonly cannotComplyWith?: readonly string[];

  @ApiPropertyOptional()
  readonly cannotComplyReason?: string;

  @ApiPropertyOptional({ type: [String] })
  readonly informationSought?: readonly string[];

  @ApiPropertyOptional({ type: [ToldPriorCheck] })
  readonly priorChecks?: readonly ToldPriorCheck[];

  @ApiPropertyOptional()
  readonly parentRequestId?: string;

  @ApiPropertyOptional()
  readonly duplicateOf?: string;

  @ApiProperty({ type: [ToldItemDetail] })
  readonly items!: readonly ToldItemDetail[];
}
