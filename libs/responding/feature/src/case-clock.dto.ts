import { ApiProperty } from '@nestjs/swagger';
import {
  type CaseClock,
  CLOCK_STANDINGS,
  type ClockRule,
  type ClockStanding,
} from '@vestigo/responding/domain';

const due = {
  type: String,
  format: 'date-time',
  nullable: true,
  description: 'The first instant that is late; null while it is suspended or nothing sets a limit.',
} as const;

export class ClockLimit {
  @ApiProperty({ enum: ['hours', 'working-days', 'calendar-days', 'months'] })
  readonly unit!: string;

  @ApiProperty()
  readonly count!: number;
}

/** The rule by which a clock runs: the strictest of those that the request names. */
export class ClockRuleDetail {
  @ApiProperty({ description: 'EXCHANGE_TARGET where no instrument gives a number.' })
  readonly regime!: string;

  @ApiProperty({ enum: ['binding', 'political', 'target', 'unverified'] })
  readonly nature!: string;

  @ApiProperty({ example: 'Directive (EU) 2023/977, 5(1)' })
  readonly clause!: string;

  @ApiProperty({ type: ClockLimit })
  readonly limit!: ClockLimit;

  @ApiProperty({ description: 'IANA name of the zone of the State asked, in which its days end.' })
  readonly timeZone!: string;
}

export class OwedPeriod {
  @ApiProperty({ format: 'date-time' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null while it is owed.' })
  readonly to!: string | null;
}

/** Where a clock stands, and why. */
export class CaseClockDetail {
  @ApiProperty({ enum: ['acknowledgement', 'answer'] })
  readonly clock!: string;

  @ApiProperty({ enum: CLOCK_STANDINGS })
  readonly standing!: ClockStanding;

  @ApiProperty(due)
  readonly dueAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When that happened which it waits for, or the matter went another way.',
  })
  readonly endedAt!: string | null;

  @ApiProperty({ type: ClockRuleDetail, nullable: true, description: 'null where nothing sets a limit.' })
  readonly rule!: ClockRuleDetail | null;

  @ApiProperty({ type: [OwedPeriod], description: 'When information was owed, which stops this clock.' })
  readonly owed!: readonly OwedPeriod[];
}

export function clockDetail(clock: CaseClockDetail['clock'], told: CaseClock): CaseClockDetail {
  const { standing, dueAt, endedAt, rule, owed } = told;
  return {
    ...{ clock, standing, dueAt: textOf(dueAt), endedAt: textOf(endedAt) },
    rule: rule && ruleDetail(rule),
    owed: owed.map(({ from, to }) => ({
      from: new Date(from).toISOString(),
      to: textOf(to < Infinity ? to : null),
    })),
  };
}

function ruleDetail({ regime, nature, clause, limit, timeZone }: ClockRule): ClockRuleDetail {
  return { regime, nature, clause, limit: { unit: limit.unit, count: limit.count }, timeZone };
}

export const textOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
