import { Button, Group, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useSpeech, useText } from '../language/use-text';
import { useCodes } from '../language/use-codes';
import { changed, DUES, isSame, PRIORITIES, type QueueFilter, STATUSES } from './queue-filter';

const dueNames = {
  OPEN: 'responding.dueOpen',
  OVERDUE: 'responding.dueOverdue',
  WITHIN_3_DAYS: 'responding.dueSoon',
  SUSPENDED: 'responding.dueSuspended',
} as const;

interface QueueFiltersProps {
  readonly filter: QueueFilter;
  /** Where `/` leads. */
  readonly first: RefObject<HTMLSelectElement | null>;
}

/** What the queue is narrowed to. Each choice changes the address, which can be sent to a colleague. */
export function QueueFilters({ filter, first }: QueueFiltersProps) {
  const text = useText();
  const code = useCodes();
  const { stateNames, language } = useSpeech();
  const navigate = useNavigate();
  const choose = (search: QueueFilter) => void navigate({ to: '/cases', search, replace: true });
  const all = { value: '', label: text('responding.all') };
  const states = Object.entries(stateNames)
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
  const select = (name: keyof QueueFilter, data: readonly { value: string; label: string }[]) => ({
    size: 'xs' as const,
    value: filter[name] ?? '',
    data: [...data],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      choose(changed(filter, name, event.currentTarget.value)),
  });
  return (
    <Group gap="sm" align="end" role="search" aria-label={text('responding.filters')}>
      <NativeSelect
        ref={first}
        label={text('responding.due')}
        {...select('due', [all, ...DUES.map((value) => ({ value, label: text(dueNames[value]) }))])}
      />
      <NativeSelect
        label={text('responding.status')}
        {...select('status', [all, ...STATUSES.map((value) => ({ value, label: code('status', value) }))])}
      />
      <NativeSelect label={text('responding.asking')} maw={200} {...select('requesting', [all, ...states])} />
      <NativeSelect
        label={text('responding.priority')}
        {...select('priority', [
          all,
          ...PRIORITIES.map((value) => ({ value, label: code('priority', value) })),
        ])}
      />
      <NativeSelect
        label={text('responding.order')}
        {...select('order', [
          { value: '', label: text('responding.orderDue') },
          { value: 'newest', label: text('responding.orderNewest') },
        ])}
      />
      {!isSame(filter, {}) && (
        <Button size="xs" variant="subtle" onClick={() => choose({})}>
          {text('responding.clear')}
        </Button>
      )}
    </Group>
  );
}
