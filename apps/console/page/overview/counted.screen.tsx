import { NativeSelect, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { PagedTable } from '../app/paged-table';
import { Day } from '../language/instants';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { Controls, PeriodChoice } from './controls';
import { COUNTED_FIGURES, figureNamed } from './counted-figures';
import { OverviewScreen } from './overview-screen';
import { countedQuery } from './oversight.query';
import { PartyChoice } from './party-choice';
import { RequestName } from './request-name';
import { SourceLine } from './source-line';
import { useOverview } from './use-overview';

/** The requests that a figure was counted from: as many as it says. */
export function CountedScreen() {
  const text = useText();
  const { window, figure, change } = useOverview();
  const counted = useInfiniteQuery(countedQuery(window, figure));
  const asOf = counted.data?.pages[0]?.asOf;
  return (
    <OverviewScreen title={text('overview.counted')}>
      <Controls>
        <NativeSelect
          label={text('overview.figure')}
          value={figure}
          onChange={({ currentTarget: { value } }) => change({ figure: figureNamed(value) })}
          data={COUNTED_FIGURES.map((value) => ({ value, label: text(`overview.figure.${value}`) }))}
        />
        <PartyChoice />
        <PeriodChoice />
      </Controls>
      <Text size="sm" c="dimmed">
        {text('overview.countedAbout')}
      </Text>
      <PagedTable
        query={counted}
        caption={text('overview.counted')}
        empty={text('overview.noneCountedHere')}
        columns={[
          text('overview.request'),
          text('overview.requestingState'),
          text('overview.respondingState'),
          text('overview.receivedAt'),
          text('overview.acknowledgedAt'),
          text('overview.respondedAt'),
          text('overview.dueAt'),
          text('overview.outcome'),
        ]}
        row={(request) => <CountedRequest key={request.requestId} request={request} />}
      />
      {asOf !== undefined && <SourceLine asOf={asOf} />}
    </OverviewScreen>
  );
}

function CountedRequest({ request }: { readonly request: Schemas['CountedRequestView'] }) {
  const text = useText();
  const code = useCodes();
  const { refusalGround, answerDue } = request;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <RequestName {...request} />
      </Table.Th>
      <Table.Td>
        <StateName code={request.requestingState} />
      </Table.Td>
      <Table.Td>
        <StateName code={request.respondingState} />
      </Table.Td>
      <At at={request.receivedAt} />
      <At at={request.acknowledgedAt} />
      <At at={request.respondedAt} />
      <At at={answerDue?.at ?? null} />
      <Table.Td>
        {text(`overview.outcome.${request.outcome}`)}
        {refusalGround !== null && (
          <Text size="xs" c="dimmed">
            {code('ground', refusalGround)}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

const At = ({ at }: { readonly at: string | null }) => (
  <Table.Td>{at === null ? '–' : <Day at={at} />}</Table.Td>
);
