import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type Transport, Unavailable } from '@vestigo/kernel';
import { openKafkaTransport } from './kafka-transport';

describe('a broker that takes every connection and says nothing', () => {
  const sockets = new Set<Socket>();
  let broker: Server;
  let transport: Transport;

  beforeEach(async () => {
    broker = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(broker, 'listening');
    const { port } = broker.address() as AddressInfo;
    transport = openKafkaTransport({ brokers: [`127.0.0.1:${String(port)}`] });
  });

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    broker.close();
    await once(broker, 'close');
  });

  const connected = () => once(broker, 'connection');

  it('does not keep a consumer from ending', async () => {
    const end = new AbortController();
    const first = connected();
    const consuming = transport.consume(
      ['tracing-requests.USA'],
      'desk',
      () => Promise.resolve(),
      end.signal,
    );
    await first;
    end.abort();
    await consuming;
    await transport.close();
  });

  it('does not keep a publisher, or whoever asks what is left, from ending', async () => {
    const first = connected();
    const message = { id: 'one', key: 'request', body: '{}' };
    const under = [
      transport.publish('tracing-requests.USA', [message]),
      transport.backlog(['clock-facts'], 'desk'),
    ];
    const refused = Promise.all(under.map((one) => expect(one).rejects.toThrow(Unavailable)));
    await first;
    await transport.close();
    await refused;
  });
});
