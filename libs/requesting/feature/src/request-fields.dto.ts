import {
  IsPartialDate,
  OptionalCode,
  OptionalCodes,
  OptionalHeld,
  OptionalList,
  OptionalText,
  Text,
} from '@vestigo/http';
import {
  ACQUISITION_MODES,
  type AcquisitionMode,
  type Channel,
  CHANNELS,
  ILLICIT_GROUNDS,
  type IllicitGround,
  INFORMATION_SOUGHT,
  type InformationSought,
  INTENDED_USES,
  type IntendedUse,
  PRIORITIES,
  type Priority,
  RECOVERY_CONTEXTS,
  type RecoveryContext,
  USE_LIMITS,
  type UseLimit,
} from '@vestigo/requesting/domain';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { ContactDto, PhotographDto, PriorCheckDto, RecoveryPointDto } from './circumstances.dto';

/** What a request need not say, or not in every case. */
export class FreeFieldsDto {
  @OptionalText(128)
  readonly reference?: string;

  @OptionalHeld(() => ContactDto)
  readonly contact?: ContactDto;

  @OptionalCode(CHANNELS)
  readonly channel?: Channel;

  @OptionalText(4000)
  readonly justification?: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(16)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  @Matches(/^[A-Z0-9_]+(?::[A-Za-z0-9_.-]+)?$/, { each: true })
  readonly regimes?: readonly string[];

  @OptionalCodes(ILLICIT_GROUNDS, 1)
  readonly illicitGrounds?: readonly IllicitGround[];

  @IsOptional()
  @IsBoolean()
  readonly licitCrime?: boolean;

  @OptionalText(4000)
  readonly intendedUseText?: string;

  @IsOptional()
  @IsPartialDate()
  readonly recoveredOn?: string;

  @OptionalText(500)
  readonly recoveryPlace?: string;

  @OptionalHeld(() => RecoveryPointDto)
  readonly recoveredAt?: RecoveryPointDto;

  @OptionalCodes(RECOVERY_CONTEXTS)
  readonly contexts?: readonly RecoveryContext[];

  @OptionalText(8000)
  readonly circumstances?: string;

  @OptionalCodes(USE_LIMITS)
  readonly restrictionsProposed?: readonly UseLimit[];

  @OptionalCodes(USE_LIMITS)
  readonly cannotComplyWith?: readonly UseLimit[];

  @OptionalText(4000)
  readonly cannotComplyReason?: string;

  @OptionalCodes(INFORMATION_SOUGHT)
  readonly informationSought?: readonly InformationSought[];

  @OptionalList(() => PriorCheckDto, 20)
  readonly priorChecks?: readonly PriorCheckDto[];

  @IsOptional()
  @IsUUID()
  readonly parentRequestId?: string;

  @IsOptional()
  @IsUUID()
  readonly duplicateOf?: string;

  @OptionalList(() => PhotographDto, 200)
  readonly photographs?: readonly PhotographDto[];
}

/** What ITI 17 asks of a request, apart from the items that it is about. */
export class RequestFieldsDto extends FreeFieldsDto {
  @IsIn(PRIORITIES)
  readonly priority!: Priority;

  @Text(4000)
  readonly legalBasis!: string;

  @IsIn(INTENDED_USES)
  readonly intendedUse!: IntendedUse;

  @IsIn(ACQUISITION_MODES)
  readonly acquisitionMode!: AcquisitionMode;
}
