import { ServiceUnavailableException } from '@nestjs/common';
import { type EventStore, type Loop, Unavailable } from '@vestigo/kernel';
import { HealthController } from './health.controller';

const store = { head: () => Promise.resolve(7) } as EventStore;

/** A loop that is as far behind as `left` says in turn. */
function loop(name: string, keepsView: boolean, ...left: readonly (number | Error)[]): Loop {
  let asked = -1;
  return {
    name,
    keepsView,
    run: () => Promise.resolve(),
    behind: () => {
      const next = left[Math.min((asked += 1), left.length - 1)] ?? 0;
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    },
  };
}

describe('a service', () => {
  test('is ready once its views have come near the head, and stays so while they are a little behind', async () => {
    const health = new HealthController(store, [loop('list', true, 5000, 40, 5000, 20_000, 0)]);
    await expect(health.ready()).rejects.toThrow('Still catching up: list.');
    expect(await health.ready()).toEqual({ status: 'ready', behind: { list: 40 } });
    expect(await health.ready()).toEqual({ status: 'ready', behind: { list: 5000 } });
    await expect(health.ready()).rejects.toThrow(ServiceUnavailableException);
    expect(await health.ready()).toEqual({ status: 'ready', behind: { list: 0 } });
  });

  test('serves desks while what it sends must wait, or the broker cannot be asked', async () => {
    const loops = [
      loop('list', true, 0),
      loop('publish', false, 50_000),
      loop('consume', false, new Unavailable('Kafka does not answer')),
      { ...loop('hang', false), behind: () => new Promise<number>(() => undefined) },
    ];
    expect(await new HealthController(store, loops).ready()).toEqual({
      status: 'ready',
      behind: { list: 0, publish: 50_000, consume: null, hang: null },
    });
  });

  test('is not ready when its log cannot be read, or a view cannot tell where it is', async () => {
    const away = { head: () => Promise.reject(new Unavailable('away')) } as unknown as EventStore;
    await expect(new HealthController(away, []).ready()).rejects.toThrow('away');
    const blind = new HealthController(store, [loop('list', true, new Unavailable('away'))]);
    await expect(blind.ready()).rejects.toThrow('Still catching up: list.');
  });
});
