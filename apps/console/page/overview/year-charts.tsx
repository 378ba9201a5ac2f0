import { useIntl } from 'react-intl';
import type { Schemas } from '../api/client';
import { useText } from '../language/use-text';
import { Chart } from './chart';
import { pointsByYear, stackedBars } from './chart-options';
import { everyYear } from './every-year';
import { type Measure, ruleOf } from './measures';
import { SourceLine } from './source-line';
import { useMeasureName, useOverview, useSaidValue } from './use-overview';
import { YearsTable } from './years-table';

interface YearChartProps {
  readonly years: Schemas['YearsView'];
  readonly measure: Measure;
}

const parts = [
  ['full', 'answeredInFull'],
  ['part', 'answeredInPart'],
  ['refused', 'refused'],
  ['open', 'unanswered'],
] as const;

/** What became of the requests of each year: together they are N. */
export function OutcomesByYear({ years, measure }: YearChartProps) {
  const text = useText();
  const { formatNumber } = useIntl();
  const { search } = useOverview();
  const { asOf, total } = years;
  const drawn = everyYear(years.items);
  return (
    <Chart
      title={text('overview.outcomesByYear')}
      legend={parts.map(([colour, figure]) => [colour, text(`overview.figure.${figure}`)] as const)}
      option={(look) =>
        stackedBars(
          drawn.map(({ year }) => String(year)),
          parts.map(([colour, figure]) => ({
            ...{ colour, name: text(`overview.figure.${figure}`) },
            values: drawn.map(({ line }) => line?.[figure] ?? 0),
          })),
          {
            look,
            x: { name: text('overview.year'), say: String },
            y: { name: text('overview.count'), say: formatNumber },
          },
        )
      }
      source={<SourceLine asOf={asOf} n={total.delivered} />}
      table={<YearsTable years={years.items} measure={measure} search={search} />}
    />
  );
}

/** The chosen measure, year by year. */
export function MeasureByYear({ years, measure }: YearChartProps) {
  const text = useText();
  const said = useSaidValue();
  const { search } = useOverview();
  const name = useMeasureName()(measure);
  const { kind, valueOf, countOf } = ruleOf(measure);
  return (
    <Chart
      title={text('overview.byYear', { measure: name })}
      option={(look) =>
        pointsByYear(
          everyYear(years.items).map(({ year, line }) => ({
            label: String(year),
            value: line ? valueOf(line) : null,
            n: line ? countOf(line) : 0,
          })),
          kind,
          {
            look,
            x: { name: text('overview.year'), say: String },
            y: { name, say: (value) => said(kind, value) },
          },
        )
      }
      source={<SourceLine asOf={years.asOf} n={countOf(years.total)} />}
      table={<YearsTable years={years.items} measure={measure} search={search} />}
    />
  );
}
