import { ARM_TYPES, type ArmType, MARKED_PARTS, type MarkedPart } from '@vestigo/arms';
import { SERIAL_CONDITIONS, type SerialCondition } from '@vestigo/arms';
import { OptionalCode, OptionalHeld, OptionalList, OptionalText, OptionalWhole } from '@vestigo/http';
import { STATE_CODES } from '@vestigo/states';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class OneSerialDto {
  @OptionalText(100)
  readonly asObserved?: string;

  @IsIn(MARKED_PARTS)
  readonly part!: MarkedPart;

  @IsIn(SERIAL_CONDITIONS)
  readonly condition!: SerialCondition;
}

export class OneImportMarkDto {
  @IsIn(STATE_CODES)
  readonly country!: string;

  @OptionalWhole(1800, 2200)
  readonly year?: number;
}

/** The one arm of a request in its first form, which is still taken: it becomes item 1. Its texts may be empty, as they could then. */
export class OneArmDto {
  @IsIn(ARM_TYPES)
  readonly type!: ArmType;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly make?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly model?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly calibre?: string;

  @OptionalHeld(() => OneSerialDto)
  readonly serial?: OneSerialDto;

  @OptionalCode(STATE_CODES)
  readonly countryOfManufacture?: string;

  @OptionalList(() => OneImportMarkDto, 20)
  readonly importMarks?: readonly OneImportMarkDto[];

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly otherMarks?: string;
}
