import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { eventually } from '@vestigo/kernel/testing';
import { type Desk, linesOf } from './desk';
import { type EventStoreHere, eventStoreName, startEventStore } from './event-store-here';
import { figuresOf } from './figures-of-pair';
import { matterAt, type MatterState, sparseRequest } from './matters';
import { type ServiceName, separateServices, type Services } from './separate-services';
import { processesEnd, type ServiceProcess } from './service-process';
import { withKafka } from './with-kafka';

jest.setTimeout(300_000);
afterAll(processesEnd);

/** Requests of the load. */
const many = 200;
const atOnce = 8;

/** A broker gives up a member of a group after ten seconds, as long as anything else here may take. */
const inTheEnd = <Result>(probe: () => Promise<Result>): Promise<Result> =>
  eventually(probe).catch(() => eventually(probe));

withKafka(`two replicas of each service, one log in ${eventStoreName}`, () => {
  let store: EventStoreHere;
  let services: Services;
  const replicas: Record<ServiceName, ServiceProcess[]> = { requesting: [], responding: [], oversight: [] };
  const expected = new Set<string>();
  let figures: readonly Awaited<ReturnType<typeof figuresOf>>[];

  const jamaicaAt = (replica: ServiceProcess) => services.desk(replica, 'officer', 'JAM');
  const usaAt = (replica: ServiceProcess) => services.desk(replica, 'officer', 'USA');
  const [leader, other] = [0, 1] as const;
  const replica = (service: ServiceName, index: number): ServiceProcess => {
    const found = replicas[service][index];
    if (!found) throw new Error(`${service} has no replica ${String(index)}`);
    return found;
  };

  /** Who comes first leads in everything, and goes on leading when others come. */
  const startOneOfEach = () =>
    Promise.all(
      (Object.keys(replicas) as ServiceName[]).map(async (name) => {
        replicas[name].push(await services.start(name));
      }),
    );

  beforeAll(async () => {
    store = await startEventStore();
    services = await separateServices(store.env);
    await startOneOfEach();
    figures = [
      await figuresOf(await services.desk(replica('oversight', leader), 'coordinator', null), 'JAM', 'USA'),
    ];
    const before = expected.size;
    await sent(await jamaicaAt(replica('requesting', leader)));
    await inTheEnd(() => Promise.all(figures.map((one) => one.haveGrown({ delivered: before + 1 }))));
    await startOneOfEach();
  });

  afterAll(async () => {
    await processesEnd();
    await store.stop();
  });

  /** Sends a request, under the same key to the next replica when one does not answer; gives its id. */
  async function sent(...desks: readonly Desk[]): Promise<string> {
    const key = { 'idempotency-key': randomUUID() };
    for (const [index, desk] of desks.entries()) {
      try {
        const { status, body, text } = await desk.post<MatterState>('/v1/requests', sparseRequest, key);
        if (status !== 201) throw new Error(text);
        expected.add(body.id);
        return body.id;
      } catch (error) {
        if (index === desks.length - 1) throw error;
      }
    }
    throw new Error('there is no desk');
  }

  const idsAt = async (desk: Desk, path: string) => {
    const listed = (await linesOf<{ readonly id: string }>(desk, path)).map(({ id }) => id);
    const ours = listed.filter((id) => expected.has(id));
    return ours.toSorted();
  };

  /** Every request is a case, once, and all replicas that run show the same. */
  const allAgree = async () => {
    const ids = [...expected].toSorted();
    const shown = [
      ...replicas.requesting.map(async (one) => idsAt(await jamaicaAt(one), '/v1/requests')),
      ...replicas.responding.map(async (one) => idsAt(await usaAt(one), '/v1/cases')),
    ];
    for (const list of await Promise.all(shown)) expect(list).toEqual(ids);
  };

  test('are ready, and behind in nothing while nothing happens', async () => {
    const all = Object.values(replicas).flat();
    const behind = async (one: ServiceProcess) => {
      const { status, body } = await one
        .bearer()
        .get<{ readonly behind: Readonly<Record<string, number | null>> }>('/health/ready');
      return [status, Object.entries(body.behind).filter(([, left]) => left !== 0)];
    };
    // Eight rounds in a row: a message may be under way between two that have been asked. The leases go on all the time, and what they
    // write is no work for anybody.
    await inTheEnd(async () => {
      for (let times = 0; times < 8; times += 1) {
        for (const one of all) expect(await behind(one)).toEqual([200, []]);
      }
    });
  });

  test('carry on when the one that leads in publishing is killed under load', async () => {
    const [first, second] = [replica('requesting', leader), replica('requesting', other)];
    const desks = [await jamaicaAt(first), await jamaicaAt(second)] as const;
    const usa = await usaAt(replica('responding', other));
    let left = many;
    let killed: Promise<unknown> | undefined;
    let takeover: Promise<number> | undefined;
    const send = async (turn: number) => {
      while (left > 0) {
        left -= 1;
        if (left === many / 2) {
          killed = first.end('SIGKILL');
          const at = performance.now();
          takeover = sent(desks[1]).then(async (id) => {
            await inTheEnd(() => matterAt(usa, `/v1/cases/${id}`));
            return performance.now() - at;
          });
        }
        const [one, another] = (left + turn) % 2 === 0 ? desks : [desks[1], desks[0]];
        await sent(one, another);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, (_, turn) => send(turn)));
    await killed;
    const ms = await takeover;
    process.stdout.write(
      `server: publishing of requests was taken over within ${((ms ?? NaN) / 1000).toFixed(1)} s of a kill, on ${eventStoreName}\n`,
    );
    replicas.requesting.splice(leader, 1);
    await inTheEnd(allAgree);
    await inTheEnd(() => Promise.all(figures.map((one) => one.haveGrown({ delivered: expected.size }))));
  });

  test('show the same lists and figures, one that was killed and comes back among them', async () => {
    replicas.requesting.push(await services.start('requesting'));
    await inTheEnd(allAgree);
    const coordinators = await Promise.all(
      replicas.oversight.map((one) => services.desk(one, 'coordinator', null)),
    );
    const all = await Promise.all(coordinators.map((one) => figuresOf(one, 'JAM', 'USA')));
    await inTheEnd(async () => {
      const [one, another] = await Promise.all(all.map(({ now }) => now()));
      expect(one).toMatchObject({ delivered: expect.any(Number) as number });
      expect(another).toEqual(one);
    });
  });

  test('answer for each other when responding and oversight lose the one that leads', async () => {
    const [id] = expected;
    const ends = (['responding', 'oversight'] as const).flatMap((name) => {
      const [gone] = replicas[name].splice(leader, 1);
      return gone ? [gone.end('SIGKILL')] : [];
    });
    await Promise.all(ends);
    const usa = await usaAt(replica('responding', leader));
    const jamaica = await jamaicaAt(replica('requesting', leader));
    const coordinator = await services.desk(replica('oversight', leader), 'coordinator', null);
    const growing = await figuresOf(coordinator, 'JAM', 'USA');
    const acknowledged = await usa.post<MatterState>(`/v1/cases/${String(id)}/acknowledgement`, {});
    expect(acknowledged.status).toBe(200);
    await inTheEnd(() => matterAt(jamaica, `/v1/requests/${String(id)}`, 'acknowledged'));
    await inTheEnd(() => growing.haveGrown({ acknowledged: 1 }));
  });

  test('lose nothing and double nothing when the one that leads is stopped for a while and goes on', async () => {
    const [stopped, running] = [replica('requesting', leader), replica('requesting', other)];
    const [there, here] = [await jamaicaAt(stopped), await jamaicaAt(running)];
    const usa = await usaAt(replica('responding', leader));
    stopped.signal('SIGSTOP');
    const meanwhile = await sent(here);
    await inTheEnd(() => matterAt(usa, `/v1/cases/${meanwhile}`));
    stopped.signal('SIGCONT');
    for (let times = 0; times < 10; times += 1) await Promise.all([sent(there, here), sent(here, there)]);
    await inTheEnd(allAgree);
  });
});
