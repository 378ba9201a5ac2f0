import { useIntl } from 'react-intl';
import type { Schemas } from '../api/client';
import { useText } from '../language/use-text';
import { Chart } from './chart';
import { pointsByYear, stackedBars } from './chart-options';
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
  const { items, asOf, total } = years;
  return (
    <Chart
      title={text('overview.outcomesByYear')}
      legend={parts.map(([colour, figure]) => [colour, text(`overview.figure.${figure}`)] as const)}
      option={(look) =>
        stackedBars(
          items.map(({ year }) => String(year)),
          parts.map(([colour, figure]) => ({
            ...{ colour, name: text(`overview.figure.${figure}`) },
            values: items.map((year) => year[figure]),
          })),
          {
            look,
            x: { name: text('overview.year'), say: String },
            y: { name: text('overview.count'), say: formatNumber },
          },
        )
      }
      source={<SourceLine asOf={asOf} n={total.delivered} />}
      table={<YearsTable years={years} measure={measure} search={search} />}
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
          years.items.map((line) => ({ label: String(line.year), value: valueOf(line), n: countOf(line) })),
          kind,
          {
            look,
            x: { name: text('overview.year'), say: String },
            y: { name, say: (value) => said(kind, value) },
          },
        )
      }
      source={<SourceLine asOf={years.asOf} n={countOf(years.total)} />}
      table={<YearsTable years={years} measure={measure} search={search} />}
    />
  );
}
