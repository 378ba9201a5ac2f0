import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..', '..', '..');
const port = 2113;

export interface RunningKurrent {
  readonly connectionString: string;
  /** True when nobody has written to it before. */
  readonly fresh: boolean;
  stop(): Promise<void>;
}

export interface KurrentHere {
  /** One line for the output of a run: which server the tests meet. */
  readonly says: string;
  /** Absent when there is none. */
  readonly start?: () => Promise<RunningKurrent>;
}

/** The server of `EVENTSTORE_URL`, else one in a container where a Docker engine answers, else none. */
export function kurrentHere(env: Readonly<Record<string, string | undefined>> = process.env): KurrentHere {
  const url = env['EVENTSTORE_URL'];
  if (url) {
    return {
      says: `KurrentDB: the server at ${hostsOf(url)} (EVENTSTORE_URL)`,
      start: () => Promise.resolve({ connectionString: url, fresh: false, stop: () => Promise.resolve() }),
    };
  }
  if (!dockerAnswers()) {
    return {
      says: 'KurrentDB: no server here (no EVENTSTORE_URL, no Docker engine); tests meet the stand-in only',
    };
  }
  const image = imageOf('kurrentdb');
  return { says: `KurrentDB: ${image} in a container`, start: () => startContainer(image) };
}

/** The image of a service in infra/compose.yaml, the one place where versions of images are written. */
export function imageOf(service: string): string {
  const compose = readFileSync(join(root, 'infra', 'compose.yaml'), 'utf8');
  const block = compose.split(`\n  ${service}:\n`)[1]?.split(/\n {0,2}\S/)[0];
  const image = block && /^ {4}image: (\S+)$/m.exec(block)?.[1];
  if (!image) throw new Error(`infra/compose.yaml names no image of ${service}`);
  return image;
}

/** Without user and password. */
function hostsOf(url: string): string {
  return url
    .replace(/^[^:]*:\/\//, '')
    .replace(/[/?].*$/, '')
    .replace(/^.*@/, '');
}

/** Asked in a process of its own, since tests must be named before anything can be awaited. */
function dockerAnswers(): boolean {
  const ask = `require('testcontainers').getContainerRuntimeClient().then(() => process.exit(0), () => process.exit(1))`;
  return (
    spawnSync(process.execPath, ['-e', ask], { cwd: root, stdio: 'ignore', timeout: 20_000 }).status === 0
  );
}

async function startContainer(image: string): Promise<RunningKurrent> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(image)
    .withEnvironment({
      KURRENTDB_INSECURE: 'true',
      KURRENTDB_MEM_DB: 'true',
      KURRENTDB_TELEMETRY_OPTOUT: 'true',
    })
    .withExposedPorts(port)
    .withWaitStrategy(Wait.forHttp('/health/live', port).forStatusCode(204))
    .start();
  return {
    connectionString: `esdb://${container.getHost()}:${container.getMappedPort(port)}?tls=false`,
    fresh: true,
    stop: async () => {
      await container.stop();
    },
  };
}
