import { useNavigate } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useText } from '../language/use-text';
import { DocketFilters } from '../matters/docket-filters';
import { changed, type QueueFilter, STATUSES } from './queue-filter';

interface QueueFiltersProps {
  readonly filter: QueueFilter;
  readonly first: RefObject<HTMLSelectElement | null>;
}

export function QueueFilters({ filter, first }: QueueFiltersProps) {
  const text = useText();
  const navigate = useNavigate();
  const choose = (search: QueueFilter) => void navigate({ to: '/cases', search, replace: true });
  return (
    <DocketFilters
      filter={filter}
      statuses={STATUSES}
      other={{ name: 'requesting', label: text('responding.asking'), value: filter.requesting ?? '' }}
      usual="due"
      change={(name, value) => choose(changed(filter, name, value))}
      clear={() => choose({})}
      first={first}
    />
  );
}
