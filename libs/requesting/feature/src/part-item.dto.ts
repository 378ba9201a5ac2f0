import { PART_TYPES, type PartType } from '@vestigo/arms';
import { OptionalHeld, OptionalWhole } from '@vestigo/http';
import { IsIn } from 'class-validator';
import { MOST_PIECES } from './ammunition-item.dto';
import { MarkedDto } from './marks.dto';
import { SerialDto } from './serial.dto';

/** A part or component that was found without its arm (FP 3(b)). */
export class PartItemDto extends MarkedDto {
  @IsIn(['PART'])
  readonly kind!: 'PART';

  @IsIn(PART_TYPES)
  readonly part!: PartType;

  @OptionalHeld(() => SerialDto)
  readonly serial?: SerialDto;

  @OptionalWhole(1, MOST_PIECES)
  readonly quantity?: number;
}
