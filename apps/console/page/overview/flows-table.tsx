import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FormattedNumber } from 'react-intl';
import { WideTable } from '../app/wide-table';
import { StateName } from '../language/state-name';
import { useText } from '../language/use-text';
import type { Pair } from './measures';
import classes from './overview.module.css';
import { useOverview } from './use-overview';

/** The flows of the map, the largest first. */
export function FlowsTable({ pairs }: { readonly pairs: readonly Pair[] }) {
  const text = useText();
  const { search } = useOverview();
  const largestFirst = pairs.toSorted((one, other) => other.delivered - one.delivered);
  return (
    <WideTable name={text('overview.map')} minWidth={360}>
      <Table
        aria-label={text('overview.map')}
        className={classes['figures'] ?? ''}
        fz="sm"
        verticalSpacing={4}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text('overview.requestingState')}</Table.Th>
            <Table.Th scope="col">{text('overview.respondingState')}</Table.Th>
            <Table.Th scope="col">{text('overview.figure.delivered')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {largestFirst.map(({ requestingState: requesting, respondingState: responding, delivered }) => (
            <Table.Tr key={`${requesting} ${responding}`}>
              <Table.Th scope="row">
                <StateName code={requesting} />
              </Table.Th>
              <Table.Td>
                <StateName code={responding} />
              </Table.Td>
              <Table.Td>
                <Link
                  to="/overview/figures"
                  search={{ ...search, requesting, responding }}
                  className={classes['link'] ?? ''}
                >
                  <FormattedNumber value={delivered} />
                </Link>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
