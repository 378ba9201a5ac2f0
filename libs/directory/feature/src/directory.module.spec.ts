import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import type { PointOfContact } from '@vestigo/directory/domain';
import type { EventStore, ReadStore } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { createUuidV7, openSqliteEventStore, openSqliteReadStore } from '@vestigo/sqlite';
import { STATE_CODES } from '@vestigo/states';
import { directory } from './directory.module';
import { DirectoryCommand } from './participant.command';
import { ListParticipants } from './participant-list.projection';

const now = Date.UTC(2026, 2, 15, 12);
const jamaica: PointOfContact = {
  body: 'Firearms and Tool Marks Section',
  email: 'npc@jam.example',
  timeZone: 'America/Jamaica',
  weekend: [0, 6],
};

let folder: string;
let store: EventStore;
let readStore: ReadStore;
let app: INestApplicationContext;
let service: ReturnType<typeof directory>;
let loops: Promise<unknown>;
let stopping: AbortController;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db'), clock: () => now });
  readStore = openSqliteReadStore({ file: join(folder, 'views.db') });
  service = directory({ log: { store, newId: createUuidV7(() => now) }, readStore, now: () => now });
  app = await (await Test.createTestingModule({ imports: [service.module] }).compile()).init();
  stopping = new AbortController();
  loops = Promise.all(service.loops.map((loop) => loop.run(stopping.signal)));
});

afterEach(async () => {
  stopping.abort();
  await loops;
  await app.close();
  await store.close();
  readStore.close();
  rmSync(folder, { recursive: true });
});

const meta = { actor: 'officer', state: 'JAM', role: 'officer', correlationId: '1', causationId: '1' };
const register = (state: string, pointOfContact: PointOfContact, by: string | null = state) =>
  app
    .get(CommandBus)
    .execute(
      new DirectoryCommand(
        { type: 'RegisterPointOfContact', by, state, at: now, now, pointOfContact },
        { meta },
      ),
    );
const list = (after: string, limit: number) => app.get(QueryBus).execute(new ListParticipants(after, limit));

describe('the directory of national points of contact', () => {
  test('lists every State, with a point of contact or none', async () => {
    await register('JAM', jamaica);
    await eventually(async () =>
      expect(await list('ITA', 2)).toEqual([
        {
          code: 'JAM',
          name: 'Jamaica',
          version: 1,
          pointOfContact: jamaica,
          reviewRequired: false,
          lapsePolicy: null,
        },
        {
          code: 'JEY',
          name: 'Jersey',
          version: 0,
          pointOfContact: null,
          reviewRequired: false,
          lapsePolicy: null,
        },
      ]),
    );
    expect((await list('', 1000)).map(({ code }) => code)).toEqual(STATE_CODES);
  });

  test('shows the point of contact that followed, with the version to base a change on', async () => {
    await register('JAM', { ...jamaica, telephone: '+1 876 555 0100' });
    await register('JAM', jamaica, null);
    await eventually(async () =>
      expect(await list('ITA', 1)).toEqual([
        {
          code: 'JAM',
          name: 'Jamaica',
          version: 2,
          pointOfContact: jamaica,
          reviewRequired: false,
          lapsePolicy: null,
        },
      ]),
    );
  });

  test('gives each desk the clock it lives by, UTC with Saturday and Sunday off until it is told', async () => {
    expect(await service.reading.deskClock('JAM')).toEqual({ timeZone: 'UTC', weekend: [6, 0] });
    await register('EGY', { ...jamaica, timeZone: 'Africa/Cairo', weekend: [5, 6] });
    await eventually(async () =>
      expect(await service.reading.deskClock('EGY')).toMatchObject({
        timeZone: 'Africa/Cairo',
        weekend: [5, 6],
      }),
    );
    expect(await service.reading.deskClock('JAM')).toEqual({ timeZone: 'UTC', weekend: [6, 0] });
  });

  test.each(['XYZ', 'jam', '', 'JAM-2'])('knows no State %j', async (state) => {
    await expect(register(state, jamaica)).rejects.toMatchObject({
      kind: 'not-found',
      code: 'participant-not-found',
    });
    expect(await store.head()).toBe(0);
  });
});
