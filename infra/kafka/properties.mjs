const host = '127.0.0.1';

/**
 * What node `id` of a cluster is told; `ports` holds the ports of each node. `doors` are further ways in for clients, who are
 * told to come back to the address that each door advertises for this node.
 */
export function nodeProperties({ id, ports, data, security, doors = [] }) {
  const copies = Math.min(3, ports.length);
  const { broker, controller, internal, doors: inner } = ports[id - 1];
  const inside = `CLIENT://${host}:${broker}${security ? `,INTERNAL://${host}:${internal}` : ''}`;
  const further = (listened) =>
    doors.map((_, index) => `,DOOR${index}://${host}:${listened(index)}`).join('');
  return {
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': ports.map((port, index) => `${index + 1}@${host}:${port.controller}`).join(),
    listeners: `${inside},CONTROLLER://${host}:${controller}${further((index) => inner[index])}`,
    ...(doors.length > 0 && {
      'advertised.listeners': `${inside}${further((index) => doors[index].advertised[id - 1])}`,
    }),
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': security ? 'INTERNAL' : 'CLIENT',
    'listener.security.protocol.map': `CLIENT:${security ? 'SASL_SSL' : 'PLAINTEXT'},INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT${doors.map((_, index) => `,DOOR${index}:PLAINTEXT`).join('')}`,
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
