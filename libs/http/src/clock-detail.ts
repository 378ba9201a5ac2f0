import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '@vestigo/kernel';

export class DueDetail {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The first instant that is too late; null while the clock stands still.',
  })
  readonly at!: string | null;

  @ApiProperty({ description: 'The instrument, or the target of the exchange, that says so.' })
  readonly regime!: string;

  @ApiProperty({ enum: ['binding', 'political', 'target', 'unverified'] })
  readonly nature!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when the clock stands still: information is owed (ITI 21); null while it runs.',
  })
  readonly suspendedSince!: string | null;
}

export const CONSENT_DECISIONS = ['GIVEN', 'DENIED'] as const;
export type ConsentDecision = (typeof CONSENT_DECISIONS)[number];

/** A question for consent to onward release (ITI 15(c)): whether it is answered, and its clock. */
export class ConsentClockDetail {
  @ApiProperty({ description: 'Number of the question among those on the request.' })
  readonly consent!: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'As the requesting State says; null at the desk of the State asked.',
  })
  readonly askedAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'As the State asked says; null until the requesting State has heard of it. The clock is counted from it.',
  })
  readonly receivedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly decidedAt!: string | null;

  @ApiProperty({ type: String, enum: [...CONSENT_DECISIONS, null], nullable: true })
  readonly decision!: ConsentDecision | null;

  @ApiProperty({ type: DueDetail, nullable: true, description: 'null where nothing sets a limit.' })
  readonly due!: DueDetail | null;
}

interface Due {
  readonly at: Instant;
  readonly regime: string;
  readonly nature: string;
  readonly suspendedSince?: Instant;
}

interface ConsentClock {
  readonly consent: number;
  readonly askedAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly decision: ConsentDecision | null;
  readonly due: Due | null;
}

export function dueDetail(due: Due | null): DueDetail | null {
  if (due === null) return null;
  const { at, regime, nature, suspendedSince = null } = due;
  return {
    at: Number.isFinite(at) ? instant(at) : null,
    regime,
    nature,
    suspendedSince: orNull(suspendedSince),
  };
}

export function consentClockDetail(clock: ConsentClock): ConsentClockDetail {
  const { consent, askedAt, receivedAt, decidedAt, decision, due } = clock;
  return {
    consent,
    askedAt: orNull(askedAt),
    receivedAt: orNull(receivedAt),
    decidedAt: orNull(decidedAt),
    decision,
    due: dueDetail(due),
  };
}

const instant = (at: Instant) => new Date(at).toISOString();
const orNull = (at: Instant | null) => (at === null ? null : instant(at));
