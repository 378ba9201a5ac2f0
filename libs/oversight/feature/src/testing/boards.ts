import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RegimeProfile, regimeProfiles } from '@vestigo/deadlines';
import type { RecordedFact, ReadStore } from '@vestigo/kernel';
import type { Deadline } from '../deadline';
import { type DeadlineQuery, ListDeadlines, ListDeadlinesHandler } from '../deadlines.query';
import { requestClocks } from '../request-clock.projection';
import { advance } from './facts';

/** Boards of deadlines, each folded from facts of its own. */
export function boardsOn(openReadStore: (options: { readonly file: string }) => ReadStore) {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const readStore = openReadStore({ file: join(folder, 'views.db') });
  let versions = 0;
  return {
    boardOf(facts: readonly RecordedFact[], profiles: readonly RegimeProfile[] = regimeProfiles) {
      const projection = requestClocks(profiles);
      const view = readStore.open({ ...projection, version: `again ${String((versions += 1))}` });
      advance(view, projection, facts);
      const handler = new ListDeadlinesHandler(view, profiles);
      return (query: Partial<DeadlineQuery> = {}) =>
        handler.execute(new ListDeadlines({ party: null, limit: 200, ...query }));
    },
    close() {
      readStore.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Request and clock of each, and the number of a question for consent. */
export const placesOf = (deadlines: readonly Deadline[]) =>
  deadlines.map(({ requestId, clock, consent }) =>
    [requestId, clock, ...(consent === 0 ? [] : [String(consent)])].join(' '),
  );
