import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Advice } from '../workspace.mjs';
import { startKafka, whatIsMissing } from './cluster.mjs';

const options = {
  brokers: { type: 'string', default: '1' },
  port: { type: 'string', default: '9092' },
  folder: { type: 'string' },
  controlled: { type: 'string' },
  missing: { type: 'boolean' },
};

try {
  const { values } = parseArgs({ options });
  if (values.missing) console.log(whatIsMissing() ?? '');
  else if (values.controlled !== undefined) await controlled(JSON.parse(values.controlled));
  else await forAPerson(values);
} catch (error) {
  if (!(error instanceof Advice) && error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** Until Ctrl-C. */
async function forAPerson({ brokers, port, folder }) {
  const kafka = await startKafka({ brokers: Number(brokers), port: Number(port), folder });
  console.log(`Kafka ${kafka.version} listens. Ctrl-C ends it${folder ? '' : ' and forgets what it holds'}.`);
  console.log(`KAFKA_BROKERS=${kafka.bootstrap.join()}`);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  await kafka.stop();
}

/**
 * For a program that cannot import this one (jest): one line of JSON when the cluster runs, then one for each command
 * read, `7 kill 2`, `8 stop 2` or `9 start 2`, once it is carried out. When the input ends, so does the cluster.
 */
async function controlled(wanted) {
  // Ctrl-C reaches us too; our caller decides when the brokers end.
  process.on('SIGINT', () => undefined);
  const kafka = await startKafka(wanted);
  const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const nodes = () => kafka.nodes.map(({ id, port, doors, pid }) => ({ id, port, doors, pid: pid ?? null }));
  const { bootstrap, version, security } = kafka;
  say({ bootstrap, version, security, nodes: nodes() });
  for await (const line of createInterface({ input: process.stdin })) {
    const [number, verb, id] = line.split(' ');
    const node = kafka.nodes.find((one) => String(one.id) === id);
    // Not awaited: nodes that start together wait for each other.
    node[verb]().then(
      () => say({ number: Number(number), nodes: nodes() }),
      (error) => say({ number: Number(number), nodes: nodes(), error: error.message }),
    );
  }
  await kafka.stop();
}
