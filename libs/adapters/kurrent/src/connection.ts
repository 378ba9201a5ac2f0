import { EventStoreDBClient } from '@eventstore/db-client';

export interface KurrentEventStoreOptions {
  /**
   * `esdb://user:password@host:2113?tls=true`, several hosts of a cluster separated by commas, or `esdb+discover://` with
   * one name that stands for all of them; `kurrentdb://` means the same. User and password are percent-encoded and travel
   * over TLS only. The user must be allowed to read `$all`.
   *
   * Options: `tls` (true unless told), `tlsCAFile`, `userCertFile` with `userKeyFile`, `defaultDeadline` (ms for an append,
   * 10000), `keepAliveInterval` and `keepAliveTimeout` (ms, 10000: together the time until a node that hangs is given up),
   * `gossipTimeout` (s), `discoveryInterval` (ms), `maxDiscoverAttempts`, `connectionName`, `nodePreference`.
   *
   * `nodePreference` (`leader`, `follower`, `readOnlyReplica`, `random`) says which node of a cluster feeds those who
   * follow the log. Appends and reads go to the leader whatever it says: only there a read shows the append before it.
   */
  readonly connectionString: string;
  /**
   * Categories of streams of which only the last events count, such as signs of life: the server is told with their first append to
   * keep two events of each (`$maxCount`), and removes the others at its next scavenge. `read` gives those two, under their versions.
   */
  readonly brief?: readonly string[];
}

export interface Connections {
  readonly leader: EventStoreDBClient;
  /** The same as `leader` unless another node is preferred. */
  readonly feed: EventStoreDBClient;
}

const form =
  /^(?:esdb|kurrentdb|kurrent|kdb)(?<discover>\+discover)?:\/\/(?<hosts>[^/?]+)\/?(?:\?(?<options>.*))?$/;

const options = [
  'connectionName',
  'defaultDeadline',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'nodePreference',
  'throwOnAppendFailure',
  'tls',
  'tlsCAFile',
  'tlsVerifyCert',
  'userCertFile',
  'userKeyFile',
];

/** Options that we rely on; the client itself only warns, and writes the whole string with its password to the console. */
const fixed = new Map([
  ['throwOnAppendFailure', 'true'],
  ['tlsVerifyCert', 'true'],
]);

/** What the environment says: `EVENTSTORE_URL`. Throws RangeError when it is no connection string. */
export function kurrentSettings(
  env: Readonly<Record<string, string | undefined>>,
): KurrentEventStoreOptions | undefined {
  const connectionString = env['EVENTSTORE_URL'];
  if (!connectionString) return undefined;
  connectionStrings(connectionString);
  return { connectionString };
}

/** Connects at the first call. Throws RangeError, without a word of the string, when it cannot be read. */
export function connect({
  connectionString,
}: Pick<KurrentEventStoreOptions, 'connectionString'>): Connections {
  const { leader, feed } = connectionStrings(connectionString);
  const client = clientOf(leader);
  return { leader: client, feed: feed === leader ? client : clientOf(feed) };
}

/** As the client understands them. */
export function connectionStrings(text: string): { readonly leader: string; readonly feed: string } {
  const parts = form.exec(text.trim())?.groups;
  if (!parts) throw unreadable('it should look like esdb://user:password@host:2113?tls=true');
  const given = (parts['options'] ?? '').split('&').filter((option) => option !== '');
  const pairs = given.map(pairOf);
  for (const [name, value] of pairs) {
    const only = fixed.get(name);
    if (only !== undefined && value !== only) throw unreadable(`${name} can only be ${only}`);
  }
  const origin = `esdb${parts['discover'] ?? ''}://${parts['hosts'] ?? ''}`;
  const rest = pairs.filter(([name]) => name !== 'nodePreference' && !fixed.has(name));
  const [, preference = 'leader'] = pairs.findLast(([name]) => name === 'nodePreference') ?? [];
  const towards = (node: string) =>
    `${origin}?${[...rest, ['nodePreference', node]].map((pair) => pair.join('=')).join('&')}`;
  return { leader: towards('leader'), feed: towards(preference) };
}

function pairOf(option: string): readonly [name: string, value: string] {
  const [key = '', ...value] = option.split('=');
  const flat = key.trim().toLowerCase().replace(/[_-]/g, '');
  const name = options.find((one) => one.toLowerCase() === flat);
  if (name === undefined) throw unreadable(`${key} is no option`);
  return [name, value.join('=').trim()];
}

function clientOf(connectionString: string): EventStoreDBClient {
  return withPlainAppends(readable(connectionString));
}

function readable(connectionString: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(connectionString);
  } catch (error) {
    // The client's own error carries the password.
    const { code } = error as { readonly code?: string };
    throw unreadable(
      code === undefined ? 'a host, a port or the value of an option is wrong' : `a file: ${code}`,
    );
  }
}

/**
 * The client would send appends of all callers over one shared call (BatchAppend). When that breaks, version 6.2.1 rejects
 * the appends of every client in the process, and a write that waits rejects with nobody listening, which ends the
 * process. A call of its own for each append has its own deadline and its own error.
 */
function withPlainAppends(client: EventStoreDBClient): EventStoreDBClient {
  return Object.assign(client, { supports: () => Promise.resolve(false) });
}

function unreadable(why: string): RangeError {
  return new RangeError(`the connection string of the event store cannot be used: ${why}`);
}
