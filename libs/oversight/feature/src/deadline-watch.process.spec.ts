import { createUuidV7, openSqliteEventStore, openSqliteReadStore } from '@vestigo/sqlite';
import { pendingDue } from './deadline-watch.process';
import { day, monday } from './testing/facts';
import { acknowledgement, answer, consent, watchNow, worldsOn } from './testing/world';

const { inWorld } = worldsOn({
  openEventStore: openSqliteEventStore,
  openReadStore: openSqliteReadStore,
  createIds: createUuidV7,
});

describe('the watch on deadlines', () => {
  test('records that a clock ran out, dated when it did, at the very instant and not before', async () => {
    await inWorld(async (world) => {
      await world.record({ type: 'CaseReceived', requestId: 'a' });
      world.now = monday + 4 * day - 1;
      await watchNow(world);
      expect(await world.fallenDue()).toEqual([]);
      world.now += 1;
      await watchNow(world);
      expect(await world.fallenDue()).toEqual([acknowledgement('a', monday + 4 * day)]);
      world.now = monday + 365 * day;
      await watchNow(world);
      await watchNow(world);
      expect(await world.fallenDue()).toEqual([
        acknowledgement('a', monday + 4 * day),
        answer('a', monday + 31 * day),
      ]);
    });
  });

  test('counts what may have run out until it is recorded', async () => {
    await inWorld(async (world) => {
      await world.record({ type: 'CaseReceived', requestId: 'a' });
      await watchNow(world);
      expect(pendingDue(world.watch)).toBe(0);
      world.now = monday + 4 * day;
      expect(pendingDue(world.watch)).toBe(1);
      world.now = monday + 31 * day;
      expect(pendingDue(world.watch)).toBe(2);
      await watchNow(world);
      expect(pendingDue(world.watch)).toBe(0);
    });
  });

  test('records of each question for consent that its clock ran out, and of none that was decided', async () => {
    await inWorld(async (world) => {
      const ask = (code: string) => world.record({ type: 'ConsentRequested', requestId: 'a', code });
      await world.record({ type: 'CaseReceived', requestId: 'a' });
      await world.record({ type: 'CaseAnswered', requestId: 'a' });
      await ask('1');
      world.now = monday + day;
      await ask('2');
      await ask('3');
      world.now = monday + 2 * day;
      await world.record({ type: 'ConsentGiven', requestId: 'a', code: '2' });
      await watchNow(world);
      expect([await world.fallenDue(), pendingDue(world.watch)]).toEqual([[], 0]);
      world.now = monday + 365 * day;
      expect(pendingDue(world.watch)).toBe(2);
      await watchNow(world);
      await watchNow(world);
      expect(await world.fallenDue()).toEqual([
        consent('a', 1, monday + 15 * day),
        consent('a', 3, monday + 16 * day),
      ]);
      expect(pendingDue(world.watch)).toBe(0);
    });
  });

  test('stands in a stream of its own, said by the watch for no State', async () => {
    await inWorld(async (world) => {
      await world.record({ type: 'CaseReceived', requestId: 'a' });
      world.now = monday + 9 * day;
      await watchNow(world);
      const [recorded] = await world.watch.log.store.read('deadlineLedger-a');
      expect(recorded).toMatchObject({
        recordedAt: monday + 9 * day,
        event: {
          type: 'AcknowledgementFellDue',
          occurredAt: monday + 4 * day,
          clock: {
            requestId: 'a',
            requestingState: 'TTO',
            respondingState: 'USA',
            code: 'EXCHANGE_TARGET',
            imported: false,
          },
          data: { regime: 'EXCHANGE_TARGET' },
        },
        meta: { actor: 'deadline-watch', state: null },
      });
    });
  });

  test('is not deceived by a late answer that says it was in time', async () => {
    await inWorld(async (world) => {
      await world.record({ type: 'CaseReceived', requestId: 'a' });
      world.now = monday + 40 * day;
      await world.record({ type: 'CaseAnswered', requestId: 'a', occurredAt: monday + day });
      await watchNow(world);
      expect(await world.fallenDue()).toEqual([
        acknowledgement('a', monday + 4 * day),
        answer('a', monday + 31 * day),
      ]);
    });
  });

  test.each(['CaseAnswered', 'CaseRefused', 'RequestWithdrawn', 'CaseRedirected', 'RequestMarkedDuplicate'])(
    'records nothing when %s was recorded before the due instant, and the breach when at it',
    async (type) => {
      await inWorld(async (world) => {
        await world.record({ type: 'CaseReceived', requestId: 'in time' });
        await world.record({ type: 'CaseReceived', requestId: 'late' });
        world.now = monday + 4 * day - 1;
        await world.record({ type, requestId: 'in time' });
        world.now += 1;
        await world.record({ type, requestId: 'late' });
        world.now = monday + 60 * day;
        await watchNow(world);
        expect(await world.fallenDue()).toEqual([acknowledgement('late', monday + 4 * day)]);
      });
    },
  );

  test('never records a clock that is suspended, and dates it anew when the information is there', async () => {
    await inWorld(async (world) => {
      await world.record({ type: 'CaseReceived', requestId: 'a', code: 'ROUTINE;EU977;UTC;6,0' });
      await world.record({ type: 'CaseAcknowledged', requestId: 'a' });
      world.now = monday + 2 * day;
      await world.record({ type: 'InformationRequested', requestId: 'a', code: '1' });
      world.now = monday + 60 * day;
      await watchNow(world);
      expect([await world.fallenDue(), pendingDue(world.watch)]).toEqual([[], 0]);
      await world.record({ type: 'InformationSupplied', requestId: 'a', code: '1' });
      world.now = monday + 66 * day - 1;
      await watchNow(world);
      expect(await world.fallenDue()).toEqual([]);
      world.now += 1;
      await watchNow(world);
      expect(await world.fallenDue()).toEqual([{ ...answer('a', monday + 66 * day), code: 'EU977' }]);
    });
  });

  test('a question of the ITI profile stops nothing', async () => {
    await inWorld(async (world) => {
      await world.record({ type: 'CaseReceived', requestId: 'a' });
      await world.record({ type: 'CaseAcknowledged', requestId: 'a' });
      world.now = monday + 2 * day;
      await world.record({ type: 'InformationRequested', requestId: 'a', code: '1' });
      world.now = monday + 60 * day;
      await watchNow(world);
      expect(await world.fallenDue()).toEqual([answer('a', monday + 31 * day)]);
    });
  });

  test('does not watch the clocks of imported history', async () => {
    await inWorld(async (world) => {
      await world.record({
        type: 'CaseReceived',
        requestId: 'a',
        imported: true,
        occurredAt: monday - 900 * day,
      });
      world.now = monday + 900 * day;
      await watchNow(world);
      expect(await world.fallenDue()).toEqual([]);
    });
  });

  test('records hundreds of breaches after an outage, each once', async () => {
    await inWorld(async (world) => {
      const requests = Array.from({ length: 620 }, (_, index) => `request ${String(index)}`);
      await Promise.all(requests.map((requestId) => world.record({ type: 'CaseReceived', requestId })));
      world.now = monday + 5 * day;
      await watchNow(world);
      const recorded = await world.fallenDue();
      expect(recorded.map(({ requestId }) => requestId).toSorted()).toEqual(requests.toSorted());
    });
  });
});
