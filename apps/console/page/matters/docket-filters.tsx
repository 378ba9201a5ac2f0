import { Button, Group, NativeSelect } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useCodes } from '../language/use-codes';
import { useSpeech, useText } from '../language/use-text';
import { type DocketFilter, DUES, isSame, PRIORITIES } from './docket-filter';

const dueNames = {
  OPEN: 'matters.dueOpen',
  OVERDUE: 'matters.dueOverdue',
  WITHIN_3_DAYS: 'matters.dueSoon',
  SUSPENDED: 'matters.dueSuspended',
} as const;

const orderNames = { due: 'matters.orderDue', newest: 'matters.orderNewest' } as const;
type Order = keyof typeof orderNames;

interface DocketFiltersProps {
  readonly filter: DocketFilter & { readonly status?: string; readonly order?: Order };
  readonly statuses: readonly string[];
  /** The State on the other side: by which member of the filter it is chosen, and what it is here. */
  readonly other: { readonly name: string; readonly label: string; readonly value: string };
  /** The order that the list has unless another is chosen. */
  readonly usual: Order;
  change(name: string, value: string): void;
  clear(): void;
  /** Where `/` leads. */
  readonly first: RefObject<HTMLSelectElement | null>;
  /** More to narrow it by. */
  readonly children?: ReactNode;
}

/** What a list of either desk is narrowed to. Each choice changes the address, which can be sent to a colleague. */
export function DocketFilters(props: DocketFiltersProps) {
  const { filter, statuses, other, usual, change, clear, first, children } = props;
  const text = useText();
  const code = useCodes();
  const { stateNames, language } = useSpeech();
  const all = { value: '', label: text('matters.all') };
  const states = Object.entries(stateNames)
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, two) => one.label.localeCompare(two.label, language));
  const select = (
    name: string,
    value: string | undefined,
    data: readonly { value: string; label: string }[],
  ) => ({
    size: 'xs' as const,
    value: value ?? '',
    data: [...data],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change(name, event.currentTarget.value),
  });
  const unusual: Order = usual === 'due' ? 'newest' : 'due';
  return (
    <Group gap="sm" align="end" role="search" aria-label={text('matters.filters')}>
      <NativeSelect
        ref={first}
        label={text('matters.due')}
        {...select('due', filter.due, [
          all,
          ...DUES.map((value) => ({ value, label: text(dueNames[value]) })),
        ])}
      />
      <NativeSelect
        label={text('matters.status')}
        {...select('status', filter.status, [
          all,
          ...statuses.map((value) => ({ value, label: code('status', value) })),
        ])}
      />
      <NativeSelect label={other.label} maw={200} {...select(other.name, other.value, [all, ...states])} />
      <NativeSelect
        label={text('matters.priority')}
        {...select('priority', filter.priority, [
          all,
          ...PRIORITIES.map((value) => ({ value, label: code('priority', value) })),
        ])}
      />
      <NativeSelect
        label={text('matters.order')}
        {...select('order', filter.order, [
          { value: '', label: text(orderNames[usual]) },
          { value: unusual, label: text(orderNames[unusual]) },
        ])}
      />
      {children}
      {!isSame(filter, {}) && (
        <Button size="xs" variant="subtle" onClick={clear}>
          {text('matters.clear')}
        </Button>
      )}
    </Group>
  );
}
