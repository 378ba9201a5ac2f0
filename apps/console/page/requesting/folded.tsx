import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useForm } from './form-fields';
import { faultOn } from './request-faults';
import { valueAt } from '../matters/writing';
import classes from './requesting.module.css';

interface FoldedProps {
  readonly title: string;
  /** What is written within: JSON pointers into the request. */
  readonly holds: readonly string[];
  readonly children: ReactNode;
}

/** What a request may do without: folded away until it is wanted, was written before, or is to be mended. */
export function Folded({ title, holds, children }: FoldedProps) {
  const { writing, faults } = useForm();
  const [opened, setOpened] = useState(() => holds.some((at) => valueAt(writing, at) !== undefined));
  const faulty = holds.some((at) => faultOn(faults, at) !== undefined);
  return (
    <details
      className={classes['folded'] ?? ''}
      open={opened || faulty}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <Text component="summary" size="sm" fw={500}>
        {title}
      </Text>
      {children}
    </details>
  );
}
