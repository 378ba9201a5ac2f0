import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useStateName } from '../language/state-name';
import { useText } from '../language/use-text';
import { pairsQuery } from './oversight.query';
import { useOverview } from './use-overview';

/** Which States are shown: those that have sent or been sent something. */
export function PartyChoice() {
  const text = useText();
  const { locale } = useIntl();
  const nameOf = useStateName();
  const { search, change } = useOverview();
  const { data } = useQuery(pairsQuery({}));
  const { compare } = new Intl.Collator(locale);
  const choices = (codes: readonly string[], chosen: string | undefined) => [
    { value: '', label: text('overview.everyState') },
    ...[...new Set([...codes, ...(chosen === undefined ? [] : [chosen])])]
      .map((value) => ({ value, label: nameOf(value) }))
      .sort((one, other) => compare(one.label, other.label)),
  ];
  const pairs = data?.items ?? [];
  return (
    <>
      <NativeSelect
        label={text('overview.requestingState')}
        value={search.requesting ?? ''}
        onChange={({ currentTarget: { value } }) => change({ requesting: value || undefined })}
        data={choices(
          pairs.map(({ requestingState }) => requestingState),
          search.requesting,
        )}
      />
      <NativeSelect
        label={text('overview.respondingState')}
        value={search.responding ?? ''}
        onChange={({ currentTarget: { value } }) => change({ responding: value || undefined })}
        data={choices(
          pairs.map(({ respondingState }) => respondingState),
          search.responding,
        )}
      />
    </>
  );
}
