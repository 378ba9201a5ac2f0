import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { NamedSchema } from './api-form';
import { conditionSchema, openApiOf } from './open-api-schema';

/** What keeps the protected fields of an answer from its reader. */
export class DenialEntry {
  @ApiProperty({ description: 'The handling condition that denies, or the rule that holds without any.' })
  readonly condition!: string;

  @ApiProperty({ example: 'ITI 15(c)' })
  readonly clause!: string;

  @ApiProperty()
  readonly reason!: string;
}

export class DecisionDetail {
  @ApiProperty({
    description: 'Whether protected fields are shown; where not, only codes are left of an answer.',
  })
  readonly released!: boolean;

  @ApiPropertyOptional({ type: [DenialEntry] })
  readonly deniedBy?: readonly DenialEntry[];
}

/** A prior check of a request that tells what another State answered, which is bound as that State asked (ITI 15). */
export class HeldCheckDetail {
  @ApiProperty({ description: 'Its place among the prior checks, 1 for the first.' })
  readonly check!: number;

  @ApiProperty({ description: 'The State that gave the answer, ISO 3166-1 alpha-3.' })
  readonly giver!: string;

  @ApiProperty({ type: DecisionDetail })
  readonly decision!: DecisionDetail;
}

/** The giver agreed to release to one further State (ITI 15(c)). */
export class ConsentEntry {
  @ApiProperty({ description: 'Number of the question that it answers.' })
  readonly number!: number;

  @ApiProperty()
  readonly item!: number;

  @ApiProperty({ description: 'ISO 3166-1 alpha-3' })
  readonly to!: string;

  @ApiProperty({ description: 'What it was asked for.' })
  readonly purpose!: string;

  @ApiPropertyOptional({ description: 'On what terms it was given: they go along with what is handed on.' })
  readonly terms?: string;
}

/** The giver was told before its conditions were broken (Firearms Protocol 12(5)). */
export class NoticeEntry {
  @ApiProperty()
  readonly item!: number;

  @ApiProperty()
  readonly to!: string;
}

export class RestrictionEntry {
  @ApiProperty()
  readonly ground!: string;

  @ApiProperty()
  readonly reason!: string;
}

/** How the answers on an item must be handled (ITI 15), and why part is held back (ITI 23). */
export class HandlingDetail {
  @ApiProperty({
    type: 'array',
    items: conditionSchema,
    description: 'Each as it was given, the tightest of a kind.',
  })
  readonly conditions!: readonly object[];

  @ApiProperty({ type: [ConsentEntry] })
  readonly consents!: readonly ConsentEntry[];

  @ApiProperty({ type: [NoticeEntry] })
  readonly notices!: readonly NoticeEntry[];

  @ApiProperty({ type: [RestrictionEntry] })
  readonly restrictions!: readonly RestrictionEntry[];
}

/** What the reader may see of the answers on one item, and how they must be handled. */
export class ItemDetail {
  @ApiProperty()
  readonly item!: number;

  @ApiProperty({ type: DecisionDetail })
  readonly decision!: DecisionDetail;

  @ApiPropertyOptional({ type: HandlingDetail })
  readonly handling?: HandlingDetail;
}

/**
 * How answers are shown at either desk, from the schema of what a State says on one item. Where handling conditions keep a reader out,
 * no more is left than codes.
 */
export function shownAnswers(said: object): {
  readonly onItem: NamedSchema;
  readonly ofRequest: NamedSchema;
} {
  const onItem = openApiOf(said, { partly: true });
  const { item, ...others } =
    'properties' in onItem ? (onItem.properties as Readonly<Record<string, object>>) : {};
  const ofRequest = { ...others, answerClass: { type: 'string', example: 'PARTIAL' } };
  return {
    onItem: {
      name: 'AnswerOnItem',
      schema: { ...onItem, properties: { item, ...others }, required: ['item'] },
    },
    ofRequest: { name: 'AnswerOfRequest', schema: { ...onItem, properties: ofRequest } },
  };
}
