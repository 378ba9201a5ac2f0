import { Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PagedTable } from '../app/paged-table';
import { Screen } from '../app/screen';
import { Day } from '../language/instants';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { casesQuery } from './cases.query';

/** The queue of the responding desk. */
export function CasesScreen() {
  const text = useText();
  const code = useCodes();
  const cases = useInfiniteQuery(casesQuery());
  return (
    <Screen title={text('responding.cases')}>
      <PagedTable
        query={cases}
        caption={text('responding.cases')}
        empty={text('responding.none')}
        columns={[
          text('responding.asking'),
          text('responding.status'),
          text('responding.priority'),
          text('responding.received'),
          text('responding.changed'),
        ]}
        row={(found) => (
          <Table.Tr key={found.id}>
            <Table.Th scope="row">
              <StateName code={found.requestingState} />
            </Table.Th>
            <Table.Td>{code('status', found.status)}</Table.Td>
            <Table.Td>{code('priority', found.priority)}</Table.Td>
            <Table.Td>
              <Day at={found.receivedAt} />
            </Table.Td>
            <Table.Td>
              <Day at={found.changedAt} />
            </Table.Td>
          </Table.Tr>
        )}
      />
    </Screen>
  );
}
