import { ActionIcon, Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import { useText } from '../language/use-text';
import { CopyLink } from '../matters/copy-link';
import { isSame, keyOf } from '../matters/docket-filter';
import type { QueueFilter } from './queue-filter';
import { useSavedFilters } from './saved-filters';
import { AnchorLink } from '../app/links';

/** Filters that were given a name, and what gives one: a name for oneself, or the address for somebody else. */
export function SavedFilterLinks({ filter }: { readonly filter: QueueFilter }) {
  const text = useText();
  const { saved, save, forget } = useSavedFilters();
  return (
    <Group gap="md" component="nav" aria-label={text('responding.savedFilters')}>
      {saved.map((one) => (
        <Group key={one.name} gap={2} wrap="nowrap">
          <AnchorLink
            to="/cases"
            search={{ ...one.filter }}
            size="sm"
            {...(isSame(one.filter, filter) && { 'aria-current': 'true' as const, fw: 700 })}
          >
            <bdi>{one.name}</bdi>
          </AnchorLink>
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={text('responding.forgetFilter', { name: one.name })}
            onClick={() => forget(one.name)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {!isSame(filter, {}) && (
        <>
          <SaveFilter key={keyOf(filter)} onName={(name) => save({ name, filter })} />
          <CopyLink />
        </>
      )}
    </Group>
  );
}

function SaveFilter({ onName }: { readonly onName: (name: string) => void }) {
  const text = useText();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const keep = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onName(name.trim());
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" onClick={() => setOpened(true)}>
          {text('responding.saveFilter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={text('responding.saveFilter')}>
        <form onSubmit={keep}>
          <Stack gap="xs" align="flex-start">
            <TextInput
              label={text('responding.filterName')}
              description={text('responding.filterNameHint')}
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="xs">
              {text('responding.save')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
