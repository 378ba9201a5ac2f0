import * as fc from 'fast-check';
import { createUuidV7, openSqliteEventStore, openSqliteReadStore } from '@vestigo/sqlite';
import { codesOf, day, hour, monday } from './testing/facts';
import { watchNow, worldsOn } from './testing/world';

const { inWorld } = worldsOn({
  openEventStore: openSqliteEventStore,
  openReadStore: openSqliteReadStore,
  createIds: createUuidV7,
});
const week = 7 * day;

describe('a watch that slept', () => {
  const happening = fc.record({
    requestId: fc.constantFrom('a', 'b', 'c', 'd'),
    type: fc.constantFrom(
      'CaseReceived',
      'CaseAcknowledged',
      'CaseAnswered',
      'CaseRefused',
      'RequestWithdrawn',
      'InformationRequested',
      'InformationRequested',
      'InformationSupplied',
      'CaseRedirected',
      'RequestLapsed',
      'ConsentRequested',
      'ConsentRequested',
      'ConsentGiven',
      'ConsentDenied',
    ),
    at: fc.integer({ min: 0, max: 70 * 24 }).map((hours) => monday + hours * hour),
    lag: fc.integer({ min: 0, max: 48 }),
    choice: fc.nat(9),
  });
  const anyHistory = fc.array(happening, { maxLength: 14 }).map((history) => {
    const known = new Set<string>();
    return history
      .toSorted((one, other) => one.at - other.at)
      .map((step) => {
        if (known.has(step.requestId)) return step;
        known.add(step.requestId);
        return { ...step, type: 'CaseReceived', lag: 0 };
      });
  });

  /** Everything happens at its hour; the watch looks at the given hours, and at the end. */
  const recordedBy = (
    history: readonly { requestId: string; type: string; at: number; lag: number; choice: number }[],
    isAwake: (at: number) => boolean,
  ) =>
    inWorld(async (world) => {
      for (let at = monday; at <= monday + 105 * day; at += 6 * hour) {
        for (const step of history.filter((next) => next.at > at - 6 * hour && next.at <= at)) {
          if (isAwake(step.at)) {
            world.now = step.at;
            await watchNow(world);
          }
          world.now = step.at;
          await world.record({
            type: step.type,
            requestId: step.requestId,
            ...codesOf(step.type, step.choice),
            occurredAt: step.at - step.lag * hour,
          });
        }
        world.now = at;
        if (isAwake(at)) await watchNow(world);
      }
      await watchNow(world);
      return (await world.fallenDue()).toSorted(
        (one, other) =>
          one.requestId.localeCompare(other.requestId, 'en') ||
          one.type.localeCompare(other.type, 'en') ||
          one.code.localeCompare(other.code, 'en'),
      );
    });

  test('for a week records what a watch running all along records', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.nat(70), async (history, start) => {
        const [asleep, woken] = [monday + start * day, monday + start * day + week];
        const awake = await recordedBy(history, () => true);
        expect(await recordedBy(history, (at) => at < asleep || at >= woken)).toEqual(awake);
        expect(await recordedBy(history, () => false)).toEqual(awake);
      }),
      { numRuns: 8 },
    );
  });
});
