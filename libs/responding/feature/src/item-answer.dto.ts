import { IsInt, Max, Min } from 'class-validator';
import { AnswerContentDto } from './answer.dto';

/** What the registers gave on one item of the request. */
export class ItemAnswerDto extends AnswerContentDto {
  /** Number of the item in the request. */
  @IsInt()
  @Min(1)
  @Max(500)
  readonly item!: number;
}
