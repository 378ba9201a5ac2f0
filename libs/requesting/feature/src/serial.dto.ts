import {
  MARKED_PARTS,
  type MarkedPart,
  RESTORATION_METHODS,
  type RestorationMethod,
  type Script,
  SCRIPTS,
  SERIAL_CONDITIONS,
  type SerialCondition,
} from '@vestigo/arms';
import { OptionalCode, OptionalList, OptionalText } from '@vestigo/http';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

export class UncertainPositionDto {
  /** Counted from 1 in the characters of the text as observed. */
  @IsInt()
  @Min(1)
  @Max(100)
  readonly position!: number;

  /** What it may be; none when nothing can be made out. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(2, { each: true })
  readonly candidates!: readonly string[];
}

/** A serial number as the examiner saw it; nothing of it is changed. */
export class SerialDto {
  /** `?` for a character that cannot be read. */
  @OptionalText(100)
  readonly asObserved?: string;

  @OptionalCode(SCRIPTS)
  readonly script?: Script;

  @IsIn(MARKED_PARTS)
  readonly part!: MarkedPart;

  @IsIn(SERIAL_CONDITIONS)
  readonly condition!: SerialCondition;

  @OptionalList(() => UncertainPositionDto, 32)
  readonly uncertainPositions?: readonly UncertainPositionDto[];

  @OptionalCode(RESTORATION_METHODS)
  readonly restoredBy?: RestorationMethod;
}
