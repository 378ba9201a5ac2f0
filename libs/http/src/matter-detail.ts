import { ApiProperty } from '@nestjs/swagger';

/** Of an item, or of a whole request. */
const RESULTS = ['FULL', 'PARTIAL', 'NEGATIVE', 'RESTRICTED', 'REFUSED', null];

export class ItemResult {
  @ApiProperty()
  readonly item!: number;

  @ApiProperty({
    type: String,
    enum: RESULTS,
    nullable: true,
    description: 'Null while nothing was said on it.',
  })
  readonly result!: string | null;

  @ApiProperty({ type: [Number], description: 'Numbers of the acts that say what holds of it now.' })
  readonly givenIn!: readonly number[];
}

/** Where a tracing request stands between the two States, in numbers and codes. */
export class MatterDetail {
  @ApiProperty({
    type: String,
    enum: RESULTS,
    nullable: true,
    description: 'Of the whole request, while anything is answered or all is refused.',
  })
  readonly result!: string | null;

  @ApiProperty({ type: [ItemResult] })
  readonly items!: readonly ItemResult[];

  @ApiProperty({ description: 'ITI 19. An answer without acknowledgement acknowledges.' })
  readonly acknowledged!: boolean;

  @ApiProperty({ description: 'A delay was notified, and nothing was answered since (ITI 22, 23).' })
  readonly delayed!: boolean;

  @ApiProperty({ type: [Number], description: 'Questions to the requesting State (ITI 21).' })
  readonly openQuestions!: readonly number[];

  @ApiProperty({ type: [Number], description: 'Clarifications that it seeks (ITI 23).' })
  readonly openClarifications!: readonly number[];

  @ApiProperty({ type: [Number], description: 'Consents to onward release that it asks for (ITI 15(c)).' })
  readonly openConsents!: readonly number[];
}
