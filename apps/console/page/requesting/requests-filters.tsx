import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, type SyntheticEvent, useState } from 'react';
import { useText } from '../language/use-text';
import { CopyLink } from '../matters/copy-link';
import { isSame } from '../matters/docket-filter';
import { DocketFilters } from '../matters/docket-filters';
import { STATUSES } from './code-lists';
import { type RequestsSearch, requestsSearchOf } from './requests-search';

interface RequestsFiltersProps {
  readonly filter: RequestsSearch;
  readonly first: RefObject<HTMLSelectElement | null>;
}

export function RequestsFilters({ filter, first }: RequestsFiltersProps) {
  const text = useText();
  const navigate = useNavigate();
  const choose = (search: RequestsSearch) => void navigate({ to: '/requests', search, replace: true });
  const change = (name: string, value: string) => choose(requestsSearchOf({ ...filter, [name]: value }));
  return (
    <DocketFilters
      filter={filter}
      statuses={STATUSES}
      other={{ name: 'responding', label: text('requesting.asked'), value: filter.responding ?? '' }}
      usual="newest"
      change={change}
      clear={() => choose({})}
      first={first}
    >
      <Search key={filter.text ?? ''} text={filter.text ?? ''} onSearch={(words) => change('text', words)} />
      {!isSame(filter, {}) && <CopyLink />}
    </DocketFilters>
  );
}

interface SearchProps {
  readonly text: string;
  readonly onSearch: (text: string) => void;
}

/** Asked when it is written: by Enter, or on leaving it. */
function Search({ text: asked, onSearch }: SearchProps) {
  const text = useText();
  const [words, setWords] = useState(asked);
  const search = (event: SyntheticEvent) => {
    event.preventDefault();
    if (words.trim() !== asked) onSearch(words);
  };
  return (
    <form onSubmit={search}>
      <TextInput
        size="xs"
        type="search"
        dir="auto"
        label={text('matters.search')}
        placeholder={text('matters.searchHint')}
        maxLength={128}
        miw={220}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onBlur={search}
      />
    </form>
  );
}
