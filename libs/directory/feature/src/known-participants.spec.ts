import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteReadStore } from '@vestigo/sqlite';
import { KnownParticipants } from './known-participants';
import { participantList } from './participant-list.projection';

const meta = { actor: 'officer', state: 'JAM', role: 'officer', correlationId: '1', causationId: '1' };

it('what is known of a State is read once, and anew when the view has moved on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const store = openSqliteReadStore({ file: join(folder, 'views.db') });
  const view = store.open(participantList);
  const setReview = (position: number, reviewRequired: boolean) =>
    view.advance(position - 1, position, (rows) => {
      const event = {
        type: 'ReviewPolicySet',
        occurredAt: 0,
        clock: null,
        data: { reviewRequired },
      } as const;
      const recorded = { id: String(position), version: position, position, recordedAt: 0, meta };
      participantList.project([{ ...recorded, stream: 'participant-JAM', event }], rows);
    });
  const known = new KnownParticipants(view);
  const before = known.of('JAM');
  await setReview(1, true);
  const first = known.of('JAM');
  const again = known.of('JAM');
  await setReview(2, false);
  const changed = known.of('JAM');
  store.close();
  rmSync(folder, { recursive: true });

  expect([before, first, changed].map(({ version, reviewRequired }) => [version, reviewRequired])).toEqual([
    [0, false],
    [1, true],
    [2, false],
  ]);
  expect(again).toBe(first);
});
