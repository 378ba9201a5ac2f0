import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A cluster of Apache Kafka on loopback, whose nodes can be stopped, killed and started again. */
export interface RunningKafka {
  readonly bootstrap: readonly string[];
  readonly version: string;
  readonly nodes: readonly KafkaNode[];
  /** Of a secured cluster. */
  readonly security?: KafkaSecurity;
  stop(): Promise<void>;
}

export interface KafkaNode {
  readonly id: number;
  readonly port: number;
  /** By name of the door: the port at which the broker hears those who come through it. */
  readonly doors: Readonly<Partial<Record<string, number>>>;
  /** Of the broker's process, while it runs. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** On the same port and folder. */
  start(): Promise<void>;
}

export interface KafkaSecurity {
  /** File with the certificate that the brokers show. */
  readonly ca: string;
  readonly mechanism: string;
  readonly operator: KafkaUser;
}

export interface KafkaUser {
  readonly username: string;
  readonly password: string;
}

export interface KafkaWanted {
  readonly brokers?: number;
  readonly folder?: string;
  /** TLS, SCRAM and access lists that allow nothing, with these users. */
  readonly secured?: readonly KafkaUser[];
  readonly doors?: readonly KafkaDoor[];
}

/** A way in that leads over something between client and broker, such as a proxy that can be cut. */
export interface KafkaDoor {
  readonly name: string;
  /** For each broker, the port that clients are told to come back to. */
  readonly advertised: readonly number[];
}

interface NodeState extends Pick<KafkaNode, 'id' | 'port' | 'doors'> {
  readonly pid: number | null;
}

/** The first line has no number. */
interface Said extends Pick<RunningKafka, 'bootstrap' | 'version' | 'security'> {
  readonly number?: number;
  readonly error?: string;
  readonly nodes: readonly NodeState[];
}

export const kafkaFolder = join(__dirname, ...Array<string>(5).fill('..'), 'infra', 'kafka');

/** The same as `infra/kafka/cluster.mjs`, which jest cannot import: in a process that ends when we do. */
export async function startKafka(wanted: KafkaWanted = {}): Promise<RunningKafka> {
  const args = [join(kafkaFolder, 'run.mjs'), '--controlled', JSON.stringify(wanted)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const waiting = new Map<number | undefined, PromiseWithResolvers<Said>>();
  let states: readonly NodeState[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as Said;
    states = said.nodes;
    const asked = waiting.get(said.number);
    if (said.error === undefined) asked?.resolve(said);
    else asked?.reject(new Error(said.error));
  });
  void gone.then(() => {
    for (const { reject } of waiting.values())
      reject(new Error('the process of Kafka has ended; why stands above'));
  });
  const answer = (number?: number): Promise<Said> => {
    const asked = Promise.withResolvers<Said>();
    waiting.set(number, asked);
    return asked.promise;
  };
  let commands = 0;
  const tell = async (command: string): Promise<void> => {
    commands += 1;
    child.stdin.write(`${commands} ${command}\n`);
    await answer(commands);
  };
  const { bootstrap, version, security, nodes } = await answer();
  return {
    bootstrap,
    version,
    ...(security && { security }),
    nodes: nodes.map(({ id, port, doors }) => ({
      id,
      port,
      doors,
      get pid() {
        return states.find((state) => state.id === id)?.pid ?? undefined;
      },
      stop: () => tell(`stop ${id}`),
      kill: () => tell(`kill ${id}`),
      start: () => tell(`start ${id}`),
    })),
    stop: async () => {
      child.stdin.end();
      await gone;
    },
  };
}
