import { IsOptional } from 'class-validator';
import type { Instant } from '@vestigo/kernel';
import { IsInstant } from './instant';

/** What every act of a desk may say: when it happened, if it is logged late. */
export class Occurrence {
  /** RFC 3339 date-time with its offset; now when absent. */
  @IsOptional()
  @IsInstant()
  readonly occurredAt?: string;
}

/** The instant that an act is dated with, beside the one at which it is said. */
export function occurrenceOf(
  { occurredAt }: Occurrence,
  now: Instant,
): { readonly at: Instant; readonly now: Instant } {
  return { at: occurredAt === undefined ? now : Date.parse(occurredAt), now };
}
