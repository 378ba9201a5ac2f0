import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessDeniedError } from '@eventstore/db-client';
import { type EventStore, Unavailable } from '@vestigo/kernel';
import { freshStream, sampleEvent } from '@vestigo/kernel/testing';
import fc from 'fast-check';
import { connect, connectionStrings, kurrentSettings } from './connection';
import { openKurrentEventStore } from './kurrent-event-store';
import { selfSigned } from './testing/self-signed';
import { type StandIn, startStandIn } from './testing/stand-in';

describe('a connection string', () => {
  it.each([
    ['esdb://127.0.0.1:2113?tls=false', 'esdb://127.0.0.1:2113?tls=false&nodePreference=leader'],
    ['kurrentdb://desk:a%40b@db.example', 'esdb://desk:a%40b@db.example?nodePreference=leader'],
    [' kdb+discover://db.example/?TLS=true ', 'esdb+discover://db.example?tls=true&nodePreference=leader'],
    [
      'esdb://a:1,b:2/?throwOnAppendFailure=true&tls_ca_file=ca.pem',
      'esdb://a:1,b:2?tlsCAFile=ca.pem&nodePreference=leader',
    ],
  ])('%s is read', (text, expected) => {
    expect(connectionStrings(text)).toEqual({ leader: expected, feed: expected });
  });

  it('feeds followers from the node it prefers, and asks the leader for everything else', () => {
    expect(connectionStrings('esdb://a,b,c?nodePreference=readOnlyReplica&tls=true')).toEqual({
      leader: 'esdb://a,b,c?tls=true&nodePreference=leader',
      feed: 'esdb://a,b,c?tls=true&nodePreference=readOnlyReplica',
    });
    const one = connect({ connectionString: 'esdb://a,b,c' });
    const two = connect({ connectionString: 'esdb://a,b,c?nodePreference=follower' });
    expect([one.leader === one.feed, two.leader === two.feed]).toEqual([true, false]);
  });

  it.each([
    'http://db.example:2113',
    'db.example:2113',
    'esdb://',
    'esdb://db.example:port',
    'esdb://db.example?tls=perhaps',
    'esdb://db.example?tlsVerifyCert=false',
    'esdb://db.example?throwOnAppendFailure=false',
    'esdb://db.example?nodePreference=nearest',
    'esdb://db.example?unheardOf=1',
    'esdb://db.example?tlsCAFile=/nowhere/ca.pem',
    'esdb://db.example?userCertFile=/nowhere/desk.pem',
  ])('%s is refused', (connectionString) => {
    expect(() => connect({ connectionString })).toThrow(RangeError);
  });

  it('is never quoted: it may hold a password', () => {
    const warned = jest.spyOn(console, 'warn').mockImplementation();
    const secret = 'hunter2hunter2';
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary-ascii' }),
        fc.string({ unit: 'binary-ascii' }),
        (before, after) => {
          try {
            connect({ connectionString: `esdb://desk:${secret}@${before}?${after}` });
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
            expect(`${error as Error}${(error as Error).stack ?? ''}${JSON.stringify(error)}`).not.toContain(
              secret,
            );
          }
        },
      ),
    );
    const words = JSON.stringify(warned.mock.calls);
    warned.mockRestore();
    expect(words).not.toContain(secret);
  });

  it('comes from the environment', () => {
    expect(kurrentSettings({})).toBeUndefined();
    expect(kurrentSettings({ EVENTSTORE_URL: '' })).toBeUndefined();
    const connectionString = 'esdb://127.0.0.1:2113?tls=false';
    expect(kurrentSettings({ EVENTSTORE_URL: connectionString })).toEqual({ connectionString });
    expect(() => kurrentSettings({ EVENTSTORE_URL: 'localhost:2113' })).toThrow(RangeError);
  });
});

describe('a connection over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const authority = join(folder, 'ca.pem');
  const stores: EventStore[] = [];
  let standIn: StandIn;

  beforeAll(async () => {
    const tls = selfSigned();
    writeFileSync(authority, tls.certificate);
    standIn = await startStandIn({ tls, account: 'desk:p@ss:word' });
  });

  afterAll(async () => {
    for (const store of stores) await store.close();
    await standIn.close();
    rmSync(folder, { recursive: true });
  });

  const open = (user: string, trust = `&tlsCAFile=${encodeURIComponent(authority)}`) => {
    const connectionString = `esdb://${user}@127.0.0.1:${standIn.port}?tls=true${trust}`;
    const store = openKurrentEventStore({ connectionString });
    stores.push(store);
    return store;
  };

  it('says who it is with every call', async () => {
    const store = open('desk:p%40ss%3Aword');
    const stream = freshStream();
    const { position } = await store.append(stream, 0, [sampleEvent()]);
    expect([(await store.read(stream)).length, await store.head()]).toEqual([1, position]);
    for await (const { through } of store.follow({ after: 0 }, AbortSignal.timeout(20_000))) {
      expect(through).toBe(position);
      break;
    }
  });

  it('is told when the password is wrong, and so is a follower', async () => {
    const store = open('desk:guess');
    await expect(store.append(freshStream(), 0, [sampleEvent()])).rejects.toThrow(AccessDeniedError);
    const following = store.follow({ after: 0 }, AbortSignal.timeout(20_000))[Symbol.asyncIterator]();
    await expect(following.next()).rejects.toThrow(AccessDeniedError);
  });

  it('trusts nobody it was not told to trust', async () => {
    await expect(open('desk:p%40ss%3Aword', '').head()).rejects.toThrow(Unavailable);
  });
});
