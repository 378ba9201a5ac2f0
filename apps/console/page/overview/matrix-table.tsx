import { Table } from '@mantine/core';
import { useIntl } from 'react-intl';
import { WideTable } from '../app/wide-table';
import { StateName, useStateName } from '../language/state-name';
import { useText } from '../language/use-text';
import { matrixOf } from './matrix';
import { MatrixCell } from './matrix-cell';
import type { Pair } from './measures';
import classes from './overview.module.css';

/** The matrix is its own table: what the colours say stands in each cell. */
export function MatrixTable({ pairs }: { readonly pairs: readonly Pair[] }) {
  const text = useText();
  const { locale } = useIntl();
  const nameOf = useStateName();
  const { compare } = new Intl.Collator(locale);
  const matrix = matrixOf(pairs, (one, other) => compare(nameOf(one), nameOf(other)));
  return (
    <WideTable name={text('overview.pairs')} minWidth={320}>
      <Table aria-label={text('overview.pairs')} className={classes['matrix'] ?? ''} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" rowSpan={2} className={classes['corner'] ?? ''}>
              {text('overview.requestingState')}
            </Table.Th>
            <Table.Th scope="colgroup" colSpan={matrix.columns.length}>
              {text('overview.respondingState')}
            </Table.Th>
          </Table.Tr>
          <Table.Tr>
            {matrix.columns.map((state) => (
              <Table.Th key={state} scope="col">
                <StateName code={state} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matrix.rows.map((requesting) => (
            <Table.Tr key={requesting}>
              <Table.Th scope="row" className={classes['rowHead'] ?? ''}>
                <StateName code={requesting} />
              </Table.Th>
              {matrix.columns.map((responding) => (
                <MatrixCell
                  key={responding}
                  requesting={requesting}
                  responding={responding}
                  pair={matrix.pair(requesting, responding)}
                />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
