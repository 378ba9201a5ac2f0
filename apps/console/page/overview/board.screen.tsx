import { Badge, Group, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { PagedTable } from '../app/paged-table';
import { Instant } from '../language/instants';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { Controls } from './controls';
import { OverviewScreen } from './overview-screen';
import { boardQuery } from './oversight.query';
import { PartyChoice } from './party-choice';
import { RequestName } from './request-name';
import { SourceLine } from './source-line';
import { useOverview } from './use-overview';

/** What falls due next: those that ran out long ago stand at the head. */
export function BoardScreen() {
  const text = useText();
  const { window } = useOverview();
  const board = useInfiniteQuery(boardQuery(window));
  const asOf = board.data?.pages[0]?.asOf;
  return (
    <OverviewScreen title={text('overview.due')}>
      <Controls>
        <PartyChoice />
      </Controls>
      <PagedTable
        query={board}
        caption={text('overview.due')}
        empty={text('overview.nothingDue')}
        columns={[
          text('overview.dueAt'),
          text('overview.clock'),
          text('overview.requestingState'),
          text('overview.respondingState'),
          text('overview.request'),
          text('overview.receivedAt'),
          text('overview.limit'),
        ]}
        row={(deadline) => (
          <Deadline
            key={`${deadline.requestId} ${deadline.clock} ${String(deadline.consent)}`}
            deadline={deadline}
          />
        )}
      />
      {asOf !== undefined && <SourceLine asOf={asOf} />}
    </OverviewScreen>
  );
}

function Deadline({ deadline }: { readonly deadline: Schemas['DeadlineView'] }) {
  const text = useText();
  const code = useCodes();
  const { dueAt, suspended, overdue, explained, clock, requestingState, respondingState, regime, nature } =
    deadline;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={overdue ? 600 : 400}>
        {dueAt === null ? text('overview.suspended') : <Instant at={dueAt} />}
        {suspended && (
          <Text size="xs" c="dimmed">
            <Instant at={suspended.since} />
          </Text>
        )}
        <Group gap={4}>
          {overdue && (
            <Badge size="sm" color="gray" variant="outline" c="var(--mantine-color-error)">
              {text('overview.overdue')}
            </Badge>
          )}
          {explained && (
            <Badge size="sm" color="gray" variant="outline">
              {text('overview.explained')}
            </Badge>
          )}
        </Group>
      </Table.Th>
      <Table.Td>{code('clock', clock)}</Table.Td>
      <Table.Td>
        <StateName code={requestingState} />
      </Table.Td>
      <Table.Td>
        <StateName code={respondingState} />
      </Table.Td>
      <Table.Td>
        <RequestName {...deadline} />
      </Table.Td>
      <Table.Td>
        <Instant at={deadline.receivedAt} />
      </Table.Td>
      <Table.Td>
        {code('regime', regime)}
        <Text size="xs" c="dimmed">
          {code('nature', nature)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
