import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsInstant } from '@vestigo/http';
import { COUNTED_FIGURES, type CountedFigure } from '@vestigo/oversight/domain';
import { STATE_CODES } from '@vestigo/states';
import { AS_OF, FiguresView, FROM_RECEIPT, ListPairsDto } from './oversight.dto';

export class ListCountedRequestsDto extends ListPairsDto {
  /** Only requests that are counted in this figure; every figure of a pair that counts requests can be asked for. */
  @IsIn(COUNTED_FIGURES)
  readonly figure!: CountedFigure;
}

export class GetYearsDto {
  /** Only what this State asked. */
  @IsOptional()
  @IsIn(STATE_CODES)
  readonly requesting?: string;

  /** Only what this State was asked. */
  @IsOptional()
  @IsIn(STATE_CODES)
  readonly responding?: string;

  /**
   * What was recorded up to this instant and at it counts, and open requests are censored at it. When absent: now, or the newest fact
   * where a clock that was ahead has dated it later. The answer says which instant it was.
   */
  @IsOptional()
  @IsInstant()
  readonly asOf?: string;

  /** Only requests received at or after this instant. */
  @IsOptional()
  @IsInstant()
  readonly from?: string;

  /** Only requests received before this instant. */
  @IsOptional()
  @IsInstant()
  readonly to?: string;
}

const clocks = ['acknowledgement', 'answer'] as const;

export class GetWaitsDto extends GetYearsDto {
  /** Waits for which: the acknowledgement of receipt, or the first response. */
  @IsIn(clocks)
  readonly clock!: (typeof clocks)[number];
}

export class YearView extends FiguresView {
  @ApiProperty({
    description: 'Calendar year (UTC) of receipt; of submission where it was not received yet.',
  })
  readonly year!: number;
}

export class YearsView {
  @ApiProperty(AS_OF)
  readonly asOf!: string;

  @ApiProperty(FROM_RECEIPT)
  readonly countedFrom!: string;

  @ApiProperty({ type: FiguresView, description: 'Over all years.' })
  readonly total!: FiguresView;

  @ApiProperty({ type: [YearView], description: 'Years in which nothing was received are left out.' })
  readonly items!: readonly YearView[];
}

export class PairByYearView {
  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty({ type: [YearView], description: 'Years in which nothing was received are left out.' })
  readonly years!: readonly YearView[];
}

export class PairByYearPage {
  @ApiProperty(AS_OF)
  readonly asOf!: string;

  @ApiProperty(FROM_RECEIPT)
  readonly countedFrom!: string;

  @ApiProperty({ type: [PairByYearView] })
  readonly items!: readonly PairByYearView[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}

export class WaitDayView {
  @ApiProperty({ description: 'Whole days of 86,400 s since receipt; 0 is the first day.' })
  readonly day!: number;

  @ApiProperty()
  readonly ended!: number;

  @ApiProperty({ description: 'Last seen open then: still running at `asOf`, or withdrawn.' })
  readonly open!: number;

  @ApiProperty({ description: 'Waits that had neither ended nor been lost from sight before this day.' })
  readonly atRisk!: number;

  @ApiProperty({ description: 'The share that has ended by the end of the day, by Kaplan-Meier.' })
  readonly share!: number;
}

const quantile = {
  type: Number,
  nullable: true,
  description: 'Days of 86,400 s; null where that share has not ended.',
};

export class WaitsView {
  @ApiProperty(AS_OF)
  readonly asOf!: string;

  @ApiProperty(FROM_RECEIPT)
  readonly countedFrom!: string;

  @ApiProperty({ description: 'Waits that came to an end.' })
  readonly ended!: number;

  @ApiProperty({
    description: 'Waits that are counted as far as they were seen: open at `asOf`, or withdrawn.',
  })
  readonly open!: number;

  @ApiProperty(quantile)
  readonly median!: number | null;

  @ApiProperty(quantile)
  readonly p90!: number | null;

  @ApiProperty({ type: [WaitDayView], description: 'Days on which nothing ended or was lost are left out.' })
  readonly items!: readonly WaitDayView[];
}
