import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text';
import { MEASURES } from './measures';
import { yearsQuery } from './oversight.query';
import classes from './overview.module.css';
import { useMeasureName, useOverview } from './use-overview';

/** What is measured. */
export function MeasureChoice() {
  const text = useText();
  const nameOf = useMeasureName();
  const { measure, change } = useOverview();
  return (
    <NativeSelect
      label={text('overview.measure')}
      value={measure}
      onChange={({ currentTarget: { value } }) => change({ measure: MEASURES.find((one) => one === value) })}
      data={MEASURES.map((value) => ({ value, label: nameOf(value) }))}
    />
  );
}

/** The year of receipt, and as of when. */
export function PeriodChoice() {
  const text = useText();
  const { search, window, change } = useOverview();
  const years = useQuery(yearsQuery(window.asOf === undefined ? {} : { asOf: window.asOf }));
  const known = years.data?.items.map(({ year }) => year) ?? [];
  const shown = [...new Set([...known, ...(search.year === undefined ? [] : [search.year])])].sort();
  return (
    <>
      <NativeSelect
        label={text('overview.year')}
        value={String(search.year ?? '')}
        onChange={({ currentTarget: { value } }) => change({ year: value ? Number(value) : undefined })}
        data={[{ value: '', label: text('overview.allYears') }, ...shown.map(String)]}
      />
      <TextInput
        type="date"
        label={text('overview.asOf')}
        description={text('overview.asOfHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={search.asOf ?? ''}
        max={new Date().toISOString().slice(0, 10)}
        onChange={({ currentTarget: { value } }) => change({ asOf: value || undefined })}
      />
    </>
  );
}

export function Controls({ children }: { readonly children: ReactNode }) {
  return (
    <Group gap="sm" align="flex-start" data-not-printed className={classes['controls'] ?? ''}>
      {children}
    </Group>
  );
}
