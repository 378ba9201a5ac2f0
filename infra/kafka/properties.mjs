const host = '127.0.0.1';

/** What node `id` of a cluster is told; `ports` holds the two ports of each node. */
export function nodeProperties({ id, ports, data, security }) {
  const copies = Math.min(3, ports.length);
  const { broker, controller, internal } = ports[id - 1];
  const listeners = security
    ? `CLIENT://${host}:${broker},INTERNAL://${host}:${internal},CONTROLLER://${host}:${controller}`
    : `CLIENT://${host}:${broker},CONTROLLER://${host}:${controller}`;
  return {
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': ports.map((port, index) => `${index + 1}@${host}:${port.controller}`).join(),
    listeners,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': security ? 'INTERNAL' : 'CLIENT',
    'listener.security.protocol.map': `CLIENT:${security ? 'SASL_SSL' : 'PLAINTEXT'},INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT`,
    'log.dirs': data,
    ...durable(copies),
    ...quick,
    ...small,
    ...security?.properties,
  };
}

/** Topics are made by code; a copy that lags behind is never made leader. */
const durable = (copies) => ({
  'auto.create.topics.enable': false,
  'unclean.leader.election.enable': false,
  'default.replication.factor': copies,
  'min.insync.replicas': copies > 2 ? 2 : 1,
  'offsets.topic.replication.factor': copies,
  'transaction.state.log.replication.factor': copies,
  'transaction.state.log.min.isr': copies > 2 ? 2 : 1,
});

/** A group starts at once, and a node that died is missed after three seconds instead of nine. */
const quick = {
  'group.initial.rebalance.delay.ms': 0,
  'group.min.session.timeout.ms': 1000,
  'broker.heartbeat.interval.ms': 500,
  'broker.session.timeout.ms': 3000,
  'controlled.shutdown.enable': true,
};

/** Files and buffers for thousands of messages, not for millions. */
const small = {
  'offsets.topic.num.partitions': 3,
  'transaction.state.log.num.partitions': 1,
  'log.index.size.max.bytes': 1_048_576,
  'log.cleaner.dedupe.buffer.size': 4_194_304,
  'num.network.threads': 2,
  'num.io.threads': 4,
};

export function propertiesText(properties) {
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
