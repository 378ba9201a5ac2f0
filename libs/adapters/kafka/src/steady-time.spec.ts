import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@vestigo/kernel/testing';
import './kafka-client';

interface RequestQueue {
  push(request: object): void;
  fulfillRequest(answer: object): void;
  maybeThrottle(ms: number): void;
  scheduleRequestTimeoutCheck(): void;
  destroy(): void;
}

interface ConsumerGroup {
  memberId: string | null;
  coordinator: { heartbeat(): Promise<void> };
  heartbeat(wanted: { readonly interval: number }): Promise<void>;
}

const kafkajs = createRequire(__filename);
const RequestQueues = kafkajs('kafkajs/src/network/requestQueue') as new (options: object) => RequestQueue;
const ConsumerGroups = kafkajs('kafkajs/src/consumer/consumerGroup') as new (
  options: object,
) => ConsumerGroup;

const logger = {
  namespace: () => logger,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

const hour = 3_600_000;
const right = Date.now;
const setClock = (by: number) => jest.spyOn(Date, 'now').mockImplementation(() => right() + by);

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a request to a broker', () => {
  const requestTimeout = 80;
  const queues: RequestQueue[] = [];

  afterEach(() => {
    for (const queue of queues) queue.destroy();
  });

  const queueOf = () => {
    const queue = new RequestQueues({
      logger,
      requestTimeout,
      enforceRequestTimeout: true,
      maxInFlightRequests: null,
      clientId: 'desk',
      broker: '127.0.0.1:9092',
    });
    // As a connection does once it stands.
    queue.scheduleRequestTimeoutCheck();
    queues.push(queue);
    return queue;
  };

  let correlationId = 0;
  const sent = (queue: RequestQueue) => {
    correlationId += 1;
    const answer = Promise.withResolvers<unknown>();
    const { resolve, reject } = answer;
    const entry = { apiKey: 1, apiName: 'Fetch', apiVersion: 11, correlationId, resolve, reject };
    const sendRequest = jest.fn();
    queue.push({ entry, expectResponse: true, sendRequest });
    answer.promise.catch(() => undefined);
    return { correlationId, sendRequest, answer: answer.promise };
  };

  it('is given up in time when the clock is set right after it was ahead', async () => {
    setClock(hour);
    const { answer } = sent(queueOf());
    setClock(0);
    await expect(Promise.race([answer, sleep(1000)])).rejects.toThrow('timed out');
  });

  it('is waited for when the clock is set ahead meanwhile', async () => {
    const queue = queueOf();
    const { correlationId: id, answer } = sent(queue);
    setClock(hour);
    await sleep(requestTimeout / 4);
    queue.fulfillRequest({ correlationId: id, payload: Buffer.from('facts'), size: 5 });
    await expect(answer).resolves.toMatchObject({ size: 5 });
  });

  it('is given up even when its connection is no longer looked after', async () => {
    const queue = queueOf();
    const { answer } = sent(queue);
    queue.destroy();
    await expect(Promise.race([answer, sleep(1000)])).rejects.toThrow('timed out');
  });

  it('waits no longer than the broker told to, though the clock was ahead when it did', async () => {
    const queue = queueOf();
    setClock(hour);
    queue.maybeThrottle(50);
    setClock(0);
    const { sendRequest } = sent(queue);
    expect(sendRequest).not.toHaveBeenCalled();
    await eventually(() => {
      expect(sendRequest).toHaveBeenCalledTimes(1);
    });
  });

  it('is sent at once when no broker has told it to wait', () => {
    const { sendRequest } = sent(queueOf());
    expect(sendRequest).toHaveBeenCalledTimes(1);
  });
});

describe('a member of a group', () => {
  const interval = 40;

  const member = () => {
    const group = new ConsumerGroups({
      logger,
      retry: {},
      instrumentationEmitter: { emit: () => undefined },
    });
    const heartbeat = jest.fn(() => Promise.resolve());
    group.memberId = 'one';
    group.coordinator = { heartbeat };
    return { heartbeat, beat: () => group.heartbeat({ interval }) };
  };

  it('goes on giving signs of life when its clock was ahead and is set right', async () => {
    const { heartbeat, beat } = member();
    setClock(hour);
    await beat();
    setClock(0);
    await sleep(interval + 5);
    await beat();
    expect(heartbeat).toHaveBeenCalledTimes(2);
  });

  it('gives one in each interval, however often it could', async () => {
    const { heartbeat, beat } = member();
    await Promise.all([beat(), beat()]);
    await beat();
    expect(heartbeat).toHaveBeenCalledTimes(1);
    await sleep(interval + 5);
    await beat();
    expect(heartbeat).toHaveBeenCalledTimes(2);
  });
});
