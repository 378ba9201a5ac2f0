import { Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PagedTable } from '../app/paged-table';
import { Screen } from '../app/screen';
import { Day } from '../language/instants';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { requestsQuery } from './requests.query';

/** The inbox of the requesting desk: what the State has asked, and how each stands. */
export function RequestsScreen() {
  const text = useText();
  const code = useCodes();
  const requests = useInfiniteQuery(requestsQuery());
  return (
    <Screen title={text('requesting.requests')}>
      <PagedTable
        query={requests}
        caption={text('requesting.requests')}
        empty={text('requesting.none')}
        columns={[
          text('requesting.asked'),
          text('requesting.status'),
          text('requesting.priority'),
          text('requesting.submitted'),
          text('requesting.changed'),
        ]}
        row={(request) => (
          <Table.Tr key={request.id}>
            <Table.Th scope="row">
              <StateName code={request.respondingState} />
            </Table.Th>
            <Table.Td>{code('status', request.status)}</Table.Td>
            <Table.Td>{code('priority', request.priority)}</Table.Td>
            <Table.Td>{request.submittedAt === null ? '–' : <Day at={request.submittedAt} />}</Table.Td>
            <Table.Td>
              <Day at={request.changedAt} />
            </Table.Td>
          </Table.Tr>
        )}
      />
    </Screen>
  );
}
