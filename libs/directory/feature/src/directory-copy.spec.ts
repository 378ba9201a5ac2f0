import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DELEGABLE_ACTS,
  participant,
  type ParticipantCommand,
  type PointOfContact,
} from '@vestigo/directory/domain';
import { DELEGABLE_ACTS as ACTS_OF_DESKS } from '@vestigo/identity';
import {
  type EventStore,
  handle,
  type Log,
  publisherLoop,
  type ReadStore,
  soleLeadership,
  type Transport,
} from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import {
  createUuidV7,
  openSqliteEventStore,
  openSqliteReadStore,
  openSqliteTransport,
} from '@vestigo/sqlite';
import { DIRECTORY, encodeNotice } from '@vestigo/protocol';
import { directoryInbound, copiedDeskClocks, directoryCopy, directoryOutbound } from './directory-copy';
import { recordedDeskClocks } from './directory.module';

const now = () => Date.UTC(2026, 2, 15, 12);
const jamaica: PointOfContact = {
  body: 'Firearms and Tool Marks Section',
  email: 'npc@jam.example',
  timeZone: 'America/Jamaica',
  weekend: [0, 6],
};
const meta = { actor: 'officer', state: 'JAM', role: 'officer', correlationId: '1', causationId: '1' };

/** A service with a log of its own. */
interface Service {
  readonly log: Log;
  readonly readStore: ReadStore;
}

let folder: string;
let stores: EventStore[];
let readStores: ReadStore[];
let transport: Transport;
let stopping: AbortController;
let running: Promise<unknown>[];
let keeper: Service;
let copy: ReturnType<typeof directoryCopy>;
let copied: Log;

function serviceIn(name: string): Service {
  const store = openSqliteEventStore({ file: join(folder, `${name}.db`) });
  const readStore = openSqliteReadStore({ file: join(folder, `${name}-views.db`) });
  stores.push(store);
  readStores.push(readStore);
  return { log: { store, newId: createUuidV7(now) }, readStore };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  [stores, readStores] = [[], []];
  transport = openSqliteTransport({ file: join(folder, 'transport.db') });
  stopping = new AbortController();
  keeper = serviceIn('directory');
  const desk = serviceIn('desk');
  copied = desk.log;
  copy = directoryCopy({ ...desk, transport, now, service: 'responding' });
  const outbound = publisherLoop(
    keeper.log.store,
    soleLeadership(keeper.readStore),
    transport,
    directoryOutbound,
  );
  running = [outbound, ...copy.loops].map((loop) => loop.run(stopping.signal));
});

afterEach(async () => {
  stopping.abort();
  await Promise.all(running);
  await transport.close();
  for (const store of stores) await store.close();
  for (const readStore of readStores) readStore.close();
  rmSync(folder, { recursive: true });
});

const register = (pointOfContact: PointOfContact) =>
  handle(
    keeper.log,
    participant,
    'JAM',
    { type: 'RegisterPointOfContact', by: 'JAM', state: 'JAM', at: now(), now: now(), pointOfContact },
    { meta },
  );

describe('a desk with a log of its own', () => {
  test('learns from the directory which clock a State lives by, and what follows', async () => {
    expect(await copy.reading.deskClock('JAM')).toEqual({ timeZone: 'UTC', weekend: [6, 0] });
    await register(jamaica);
    await eventually(async () => expect(await copy.reading.deskClock('JAM')).toMatchObject(clockOf(jamaica)));
    const moved = { ...jamaica, timeZone: 'America/Panama', weekend: [5, 6] } as const;
    await register(moved);
    await eventually(async () => expect(await copy.reading.deskClock('JAM')).toMatchObject(clockOf(moved)));
  });

  test('takes a notice once, however often it comes', async () => {
    await register(jamaica);
    const known = () => copied.store.read('knownContact-JAM');
    const [first] = await eventually(async () => {
      const events = await known();
      expect(events).toHaveLength(1);
      return events;
    });
    const again = (await keeper.log.store.read('participant-JAM')).flatMap(
      (recorded) => directoryOutbound.letterOf(recorded as never)?.message ?? [],
    );
    await transport.publish(
      DIRECTORY,
      again.map((message) => ({ ...message, id: `${message.id} again` })),
    );
    await eventually(async () =>
      expect(await transport.backlog([DIRECTORY], 'responding-directory')).toBe(0),
    );
    expect(await known()).toEqual([first]);
  });

  test('keeps what it cannot follow, and goes on', async () => {
    await transport.publish(DIRECTORY, [{ id: 'poison', key: 'JAM', body: '{"type":"unheard of"}' }]);
    await register(jamaica);
    await eventually(async () => expect(await copy.reading.deskClock('JAM')).toMatchObject(clockOf(jamaica)));
    const [refused] = await copied.store.read('refusedNotice-poison');
    expect(refused?.event).toMatchObject({ type: 'MessageRefused', data: { code: 'wrong-channel' } });
  });
});

describe('what a desk knows of States', () => {
  const act = { by: 'JAM', state: 'JAM', at: now(), now: now() } as const;
  const say = (command: ParticipantCommand) => handle(keeper.log, participant, 'JAM', command, { meta });
  const delegation = { desk: 'NCB-KINGSTON', body: 'NCB', acts: ['remind'], from: now() } as const;
  const practice = { kind: 'FACTORY_MARK', mark: 'CROWN', source: 'report', verified: false } as const;

  test('is all that the directory knows: contacts with their version, delegations, policies and marks', async () => {
    await register(jamaica);
    const validFrom = now() + 5_000;
    await say({
      type: 'RegisterPointOfContact',
      ...act,
      validFrom,
      pointOfContact: { ...jamaica, body: 'New' },
    });
    await say({ type: 'DelegateDesk', ...act, delegation });
    await say({ type: 'SetReviewPolicy', ...act, reviewRequired: true });
    await say({ type: 'RecordMarkingPractice', ...act, practice });
    await say({ type: 'EndDelegation', ...act, number: 3, to: now() + 1_000 });
    await say({ type: 'SetLapsePolicy', ...act, policy: { afterIdleDays: 90 } });
    await eventually(async () =>
      expect(await copy.reading.delegationsOf(['JAM', 'USA'])).toEqual([
        { ...delegation, state: 'JAM', number: 3, to: now() + 1_000 },
      ]),
    );
    await eventually(async () =>
      expect(await copy.reading.lapsePolicies()).toEqual(
        new Map([['JAM', [{ afterIdleDays: 90, from: now() }]]]),
      ),
    );
    const contact = { state: 'JAM', version: 7 };
    expect(await copy.reading.contactFor('JAM', now())).toEqual({
      ...{ ...contact, number: 1, pointOfContact: jamaica },
    });
    expect(await copy.reading.contactFor('JAM', validFrom)).toEqual({
      ...{ ...contact, number: 2, pointOfContact: { ...jamaica, body: 'New' } },
    });
    expect(await copy.reading.contactFor('JAM', now() - 1)).toBeUndefined();
    expect(await copy.reading.reviewRequired('JAM')).toBe(true);
    expect(await copy.reading.practices()).toEqual([{ ...practice, state: 'JAM', number: 5 }]);
  });

  test('stands on what it was told in the notices of version 1 before', async () => {
    const body = encodeNotice({
      kind: 'point-of-contact-registered',
      id: '00000000-0000-7000-8000-0000000000d2',
      occurredAt: now(),
      data: { state: 'JAM', ...jamaica },
    });
    await transport.publish(DIRECTORY, [{ id: '00000000-0000-7000-8000-0000000000d2', key: 'JAM', body }]);
    await eventually(async () =>
      expect(await copy.reading.contactFor('JAM', now())).toEqual({
        ...{ state: 'JAM', version: 1, number: 1, pointOfContact: jamaica },
      }),
    );
  });

  test('asks of a liaison desk what the rules of access know, and nothing else', () => {
    expect(DELEGABLE_ACTS).toEqual(ACTS_OF_DESKS);
  });
});

describe('the clock of a desk, read from the log itself', () => {
  const inBoth = async (state: string) => [
    await recordedDeskClocks(keeper.log.store, now)(state),
    await copiedDeskClocks(copied.store, now)(state),
  ];

  test('is what was registered last, there and in the copy', async () => {
    expect(await inBoth('JAM')).toEqual([unregistered, unregistered]);
    await register({ ...jamaica, timeZone: 'America/Panama' });
    await register(jamaica);
    await eventually(async () =>
      expect(await inBoth('JAM')).toMatchObject([clockOf(jamaica), clockOf(jamaica)]),
    );
    expect(await inBoth('USA')).toEqual([unregistered, unregistered]);
  });
});

test('a notice that is run again after a newer one does not bring back what it said', async () => {
  await register({ ...jamaica, timeZone: 'America/Panama' });
  await register(jamaica);
  const [older, newer] = (await keeper.log.store.read('participant-JAM')).flatMap(
    (recorded) => directoryOutbound.letterOf(recorded as never)?.message ?? [],
  );
  const { log } = serviceIn('another desk');
  const inbound = directoryInbound(log);
  for (const message of [newer, older]) if (message) expect(await inbound.follow(message)).toBeUndefined();
  expect(await copiedDeskClocks(log.store, now)('JAM')).toMatchObject(clockOf(jamaica));
});

const unregistered = { timeZone: 'UTC', weekend: [6, 0] };
const clockOf = ({ timeZone, weekend }: PointOfContact) => ({ timeZone, weekend });
