import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../child.mjs';
import { Advice } from '../workspace.mjs';
import { jarsCached, kafkaJars, kafkaVersion } from './jars.mjs';
import { javaProgram, missingTools, sayMissing } from './java.mjs';
import { kafkaNode } from './node.mjs';
import { nodeProperties, propertiesText } from './properties.mjs';
import { operator, security } from './security.mjs';

/** What stands in the way of `startKafka` on this machine, in a sentence; undefined when nothing does. */
export function whatIsMissing() {
  const tools = missingTools({ jarsCached: jarsCached() });
  return tools.length === 0 ? undefined : sayMissing(tools);
}

/**
 * Starts Apache Kafka on loopback, each node with ports and a data folder of its own, all of them broker and
 * controller. Data in a `folder` that is given stay there; without one they are gone after `stop`.
 * `secured`: TLS, SCRAM and access lists, with the users it names (`[{ username, password }]`).
 * `doors`: ways in that lead over something between client and broker. Each says which port it advertises for each broker
 * (`{ name, advertised: [9092, 9093] }`), and each node then says where that port has to lead to.
 */
export async function startKafka({ brokers = 1, folder, port, secured, doors = [] } = {}) {
  const jars = await kafkaJars();
  const home = folder ? resolve(folder) : mkdtempSync(join(tmpdir(), 'vestigo-kafka-'));
  mkdirSync(home, { recursive: true });
  const safety = secured && security(home, secured);
  const ports = await freePorts(brokers, port, doors.length);
  const cluster = randomBytes(16).toString('base64url');
  const nodes = ports.map(({ broker, doors: inner }, index) =>
    kafkaNode({
      id: index + 1,
      port: broker,
      doors: Object.fromEntries(doors.map(({ name }, door) => [name, inner[door]])),
      folder: join(home, `node-${index + 1}`),
      jars,
    }),
  );
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    if (!folder) rmSync(home, { recursive: true, force: true });
  };
  try {
    for (const { id } of nodes) await format({ id, ports, home, jars, cluster, security: safety, doors });
    await Promise.all(nodes.map((node) => node.start()));
  } catch (error) {
    await Promise.all(nodes.map((node) => node.kill()));
    if (!folder) rmSync(home, { recursive: true, force: true });
    throw error;
  }
  return {
    bootstrap: nodes.map((node) => `127.0.0.1:${node.port}`),
    version: kafkaVersion,
    nodes,
    ...(safety && { security: { ca: safety.ca, mechanism: safety.mechanism, operator } }),
    stop,
  };
}

/** Writes what a node is told and prepares its data folder, unless it has been before. */
async function format({ id, ports, home, jars, cluster, security: safety, doors }) {
  const folder = join(home, `node-${id}`);
  const file = join(folder, 'server.properties');
  mkdirSync(folder, { recursive: true });
  const properties = nodeProperties({ id, ports, data: join(folder, 'data'), security: safety, doors });
  writeFileSync(file, propertiesText(properties));
  const output = [];
  const args = [
    'format',
    '--ignore-formatted',
    `--cluster-id=${cluster}`,
    '--config',
    file,
    ...(safety?.formatting ?? []),
  ];
  const jvm = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx128m', '-cp', join(jars, '*')];
  const code = await run(javaProgram('java'), [...jvm, 'kafka.tools.StorageTool', ...args], {
    onOutput: (chunk) => output.push(chunk),
  });
  if (code !== 0) throw new Advice(`Kafka could not prepare ${folder}:\n${Buffer.concat(output)}`);
}

/** Held open together, so that no two are the same. */
async function freePorts(nodes, firstPort, doors) {
  const servers = [];
  const take = (port = 0) =>
    new Promise((done, fail) => {
      const server = createServer();
      servers.push(server);
      server.once('error', (error) => {
        fail(error.code === 'EADDRINUSE' ? new Advice(`Port ${port} is taken.`) : error);
      });
      server.listen(port, '127.0.0.1', () => done(server.address().port));
    });
  try {
    const ports = [];
    for (let index = 0; index < nodes; index += 1) {
      const broker = await take(firstPort && firstPort + index);
      const inner = [];
      while (inner.length < doors) inner.push(await take());
      ports.push({ broker, controller: await take(), internal: await take(), doors: inner });
    }
    return ports;
  } finally {
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  }
}
