import type { paths } from '@vestigo/api';
import { figureNamed } from './counted-figures';
import { type CountedFigure, MEASURES, type Measure } from './measures';

/** What every view of the overview shows; it stands in the address, so that a view can be sent to somebody. */
export interface OverviewSearch {
  readonly measure?: Measure;
  /** Calendar year (UTC) of receipt; every year when absent. */
  readonly year?: number;
  /** The day at whose end (UTC) the figures were known; now when absent. */
  readonly asOf?: string;
  readonly requesting?: string;
  readonly responding?: string;
  /** Whose requests are listed. */
  readonly figure?: CountedFigure;
}

/** The parts of an address that are of this form; what is not is left out. */
export function searchOf(raw: Readonly<Record<string, unknown>>): OverviewSearch {
  const { year, asOf, requesting, responding } = raw;
  const measure = MEASURES.find((one) => one === raw['measure']);
  const figure = figureNamed(raw['figure']);
  return {
    ...(measure && { measure }),
    ...(isYear(year) && { year }),
    ...(isDay(asOf) && { asOf }),
    ...(isState(requesting) && { requesting }),
    ...(isState(responding) && { responding }),
    ...(figure && { figure }),
  };
}

const isYear = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2200;
/** Whether there is such a State is for the API to say. */
const isState = (value: unknown): value is StateCode => typeof value === 'string' && /^[A-Z]{3}$/.test(value);
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

type StateCode = NonNullable<
  NonNullable<paths['/v1/oversight/pairs']['get']['parameters']['query']>['requesting']
>;

/** What the API is asked for. */
export interface Window {
  readonly requesting?: StateCode;
  readonly responding?: StateCode;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
}

const dayLength = 86_400_000;

/** A day that is not over, or has not come, is known as far as now: the API then says as of when. */
export function windowOf({ year, asOf, requesting, responding }: OverviewSearch, now: number): Window {
  const end = asOf === undefined ? Infinity : Date.parse(asOf) + dayLength - 1;
  return {
    ...(isState(requesting) && { requesting }),
    ...(isState(responding) && { responding }),
    ...(year !== undefined && {
      from: new Date(Date.UTC(year, 0)).toISOString(),
      to: new Date(Date.UTC(year + 1, 0)).toISOString(),
    }),
    ...(end <= now && { asOf: new Date(end).toISOString() }),
  };
}
