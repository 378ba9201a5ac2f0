import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { Failure } from '../app/failure';
import { useKeys } from '../app/keys';
import { Screen } from '../app/screen';
import { useText } from '../language/use-text';
import { useActor } from '../sign-in/use-session';
import { leftIn } from './batch-acknowledge';
import { BatchBar } from './batch-bar';
import { casesQuery } from './cases.query';
import { ExportCases } from './export-cases';
import { isSame } from '../matters/docket-filter';
import { filterIn } from './queue-filter';
import { QueueFilters } from './queue-filters';
import { QueueTable } from './queue-table';
import { SavedFilterLinks } from './saved-filter-links';
import { useBatchAcknowledge } from './use-batch-acknowledge';
import { useNow } from '../matters/use-now';
import { useQueueCursor } from './use-queue-cursor';

const route = getRouteApi('/desk/cases');

/** Milliseconds in which the list has taken in what was written. */
const settling = 1500;

/** The queue of the responding desk: what falls due next first, and everything by the keyboard. */
export function CasesScreen() {
  const text = useText();
  const navigate = useNavigate();
  const reading = useQueryClient();
  const now = useNow();
  const acting = useActor().role === 'officer';
  // The router leaves in what the address says beside the filter; the service would refuse it.
  const filter = filterIn(route.useSearch());
  const cases = useInfiniteQuery(casesQuery(filter));
  const lines = cases.data?.pages.flatMap(({ items }) => items) ?? [];
  const cursor = useQueueCursor(lines.map(({ id }) => id));
  const batch = useBatchAcknowledge();
  const first = useRef<HTMLSelectElement>(null);
  const { here, selected } = cursor;
  const acknowledgeThese = async () => {
    const ids = selected.size > 0 ? [...selected] : here === undefined ? [] : [here];
    if (!acting || ids.length === 0) return;
    const progress = await batch.acknowledge(lines.filter(({ id }) => ids.includes(id)));
    cursor.choose(leftIn(progress));
    setTimeout(() => void reading.invalidateQueries({ queryKey: ['cases', 'list'] }), settling);
  };
  const open = () => {
    if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body) {
      document.activeElement.click();
    } else if (here !== undefined) void navigate({ to: '/cases/$id', params: { id: here } });
  };
  const refuse = () => {
    if (here !== undefined) void navigate({ to: '/cases/$id/$act', params: { id: here, act: 'refuse' } });
  };
  useKeys([
    { keys: 'j', label: 'responding.keyNext', act: () => cursor.move(1) },
    { keys: 'k', label: 'responding.keyPrevious', act: () => cursor.move(-1) },
    { keys: 'Enter', label: 'responding.keyOpen', act: open },
    { keys: '/', label: 'responding.keyFilter', act: () => first.current?.focus() },
    ...(acting
      ? ([
          { keys: 'x', label: 'responding.keySelect', act: () => cursor.toggle(here) },
          { keys: 'a', label: 'responding.acknowledge', act: () => void acknowledgeThese() },
          { keys: 'r', label: 'responding.refuse', act: refuse },
        ] as const)
      : []),
  ]);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = cases;
  return (
    <Screen title={text('responding.cases')} actions={acting && <ExportCases status={filter.status} />}>
      <Stack gap="sm" align="stretch">
        <QueueFilters filter={filter} first={first} />
        <SavedFilterLinks filter={filter} />
        <BatchBar
          selected={selected.size}
          progress={batch.progress}
          onAcknowledge={() => void acknowledgeThese()}
          onClear={() => cursor.choose([])}
          onDismiss={batch.dismiss}
        />
        {error && <Failure error={error} reset={() => void refetch()} />}
        {!data && !error && <Skeleton height={240} aria-label={text('shell.loading')} role="status" />}
        {data && lines.length === 0 && (
          <Text>{text(isSame(filter, {}) ? 'responding.none' : 'responding.noneSuch')}</Text>
        )}
        {lines.length > 0 && <QueueTable lines={lines} cursor={cursor} acting={acting} now={now} />}
        {hasNextPage && (
          <Button
            variant="default"
            size="xs"
            style={{ alignSelf: 'flex-start' }}
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {text('shell.more')}
          </Button>
        )}
      </Stack>
    </Screen>
  );
}
