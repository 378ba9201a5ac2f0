import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../language/use-text';
import { type CountedFigure, type Kind, type Measure, ruleOf } from './measures';
import { type OverviewSearch, searchOf, type Window, windowOf } from './search';

interface Overview {
  readonly search: OverviewSearch;
  readonly measure: Measure;
  readonly figure: CountedFigure;
  readonly window: Window;
  /** Shows something else of the same view; the way back leads past it. */
  change(changed: { readonly [Name in keyof OverviewSearch]?: OverviewSearch[Name] | undefined }): void;
}

/** What the address says that is shown. */
export function useOverview(): Overview {
  const raw = useSearch({ strict: false });
  const navigate = useNavigate();
  const [now] = useState(Date.now);
  const { measure, year, asOf, requesting, responding, figure } = searchOf(raw);
  const search = useMemo(
    () => searchOf({ measure, year, asOf, requesting, responding, figure }),
    [measure, year, asOf, requesting, responding, figure],
  );
  const window = useMemo(() => windowOf(search, now), [search, now]);
  return {
    search,
    window,
    measure: measure ?? 'answered',
    figure: figure ?? 'delivered',
    change: (changed) => {
      void navigate({ to: '.', search: searchOf({ ...search, ...changed }), replace: true });
    },
  };
}

/** Says a value of a measure in the reader's language. */
export function useSaidValue(): (kind: Kind, value: number) => string {
  const { formatNumber } = useIntl();
  // Nearly all is not all, and nearly none not none.
  const digitsOf = (share: number) => (share > 0 && share < 1 && (share < 0.1 || share > 0.99) ? 1 : 0);
  return (kind, value) =>
    kind === 'share'
      ? formatNumber(value, { style: 'percent', maximumFractionDigits: digitsOf(value) })
      : formatNumber(value, { maximumFractionDigits: kind === 'days' ? 1 : 0 });
}

export function useMeasureName(): (measure: Measure) => string {
  const text = useText();
  return (measure) => text(`overview.measure.${measure}`);
}

export const kindOf = (measure: Measure): Kind => ruleOf(measure).kind;
