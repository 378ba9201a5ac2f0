import { useState } from 'react';
import { personOf } from '../sign-in/actor';
import { useActor } from '../sign-in/use-session';
import { filterIn, type QueueFilter } from './queue-filter';

/** A filter that somebody has given a name. */
export interface SavedFilter {
  readonly name: string;
  readonly filter: QueueFilter;
}

/** Filters kept on this device for whoever is signed in. Codes and a name: nothing of any case is in them. */
export function useSavedFilters() {
  const key = `vestigo.filters.${personOf(useActor())}`;
  const [saved, setSaved] = useState(() => savedIn(localStorage.getItem(key)));
  const keep = (filters: readonly SavedFilter[]) => {
    localStorage.setItem(key, JSON.stringify(filters));
    setSaved(filters);
  };
  return {
    saved,
    save: (one: SavedFilter) => keep([...saved.filter(({ name }) => name !== one.name), one]),
    forget: (gone: string) => keep(saved.filter(({ name }) => name !== gone)),
  };
}

/** What was kept; what cannot be read is dropped. */
export function savedIn(text: string | null): readonly SavedFilter[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(filterKept) : [];
  } catch {
    return [];
  }
}

function filterKept(one: unknown): readonly SavedFilter[] {
  if (typeof one !== 'object' || one === null || !('name' in one) || !('filter' in one)) return [];
  const { name, filter } = one;
  if (typeof name !== 'string' || typeof filter !== 'object' || filter === null) return [];
  return [{ name, filter: filterIn({ ...filter }) }];
}
