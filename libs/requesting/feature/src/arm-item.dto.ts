import {
  type Action,
  ACTIONS,
  ARM_TYPES,
  type ArmType,
  type Conversion,
  CONVERSIONS,
  FACTORY_MARKS,
  type FactoryMark,
} from '@vestigo/arms';
import {
  OptionalCode,
  OptionalHeld,
  OptionalList,
  OptionalText,
  OptionalTexts,
  OptionalWhole,
} from '@vestigo/http';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { MarkedDto } from './marks.dto';
import { SerialDto } from './serial.dto';

/** An arm, described as far as possible (ITI 17(b)). */
export class ArmItemDto extends MarkedDto {
  @IsIn(['ARM'])
  readonly kind!: 'ARM';

  @IsIn(ARM_TYPES)
  readonly type!: ArmType;

  @OptionalCode(ACTIONS)
  readonly action?: Action;

  @OptionalHeld(() => SerialDto)
  readonly serial?: SerialDto;

  @IsOptional()
  @IsBoolean()
  readonly partsMismatch?: boolean;

  @OptionalList(() => SerialDto, 10)
  readonly partSerials?: readonly SerialDto[];

  @OptionalCode(FACTORY_MARKS)
  readonly factoryMark?: FactoryMark;

  @OptionalText(200)
  readonly importer?: string;

  @OptionalTexts(20, 200)
  readonly proofMarks?: readonly string[];

  @OptionalText(200)
  readonly stock?: string;

  @OptionalText(200)
  readonly material?: string;

  @OptionalWhole(1, 10_000)
  readonly lengthMm?: number;

  @OptionalCode(CONVERSIONS)
  readonly conversion?: Conversion;
}
