import { EventEmitter } from 'node:events';
import { Unavailable } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import type { Consumer, Kafka } from 'kafkajs';
import { takePart } from './consumption';

const times = { pulse: { lookMs: 10, looks: 8 }, leavingMs: 100 };

/** A member as kafkajs has it, whose broker does what a test wants. */
class StandInConsumer extends EventEmitter {
  readonly calls: string[] = [];
  joined = Promise.resolve();
  left = Promise.resolve();
  readonly events = {
    HEARTBEAT: 'beat',
    GROUP_JOIN: 'join',
    FETCH_START: 'ask',
    FETCH: 'asked',
    CRASH: 'crash',
  };
  readonly connect = () => Promise.resolve();
  readonly subscribe = () => Promise.resolve();

  readonly run = () => {
    this.calls.push('run');
    return this.joined;
  };

  readonly disconnect = () => {
    this.calls.push('disconnect');
    return this.left;
  };

  override readonly on = (name: string, listener: (event: unknown) => void) => super.on(name, listener);

  says(name: 'beat' | 'join' | 'ask' | 'asked' | 'crash', payload: object = {}): void {
    this.emit(name, { payload });
  }
}

const never = new Promise<never>(() => undefined);

function member() {
  const consumer = new StandInConsumer();
  const leaving = new AbortController();
  const kafka = { consumer: () => consumer as unknown as Consumer } as unknown as Kafka;
  const delivery = { receive: () => Promise.resolve(), signal: leaving.signal, onFailure: () => undefined };
  return {
    consumer,
    leaving,
    takes: () => takePart(kafka, ['clock-facts'], 'oversight', delivery, times),
  };
}

/** Looks on for so many looks of the pulse. */
async function forLooks(looks: number, each: () => void): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    each();
    await new Promise((resolve) => setTimeout(resolve, times.pulse.lookMs));
  }
}

describe('a member of a group', () => {
  it('is given up, to be one anew, when it gives no sign of life', async () => {
    const { consumer, takes } = member();
    await expect(takes()).rejects.toThrow(Unavailable);
    expect(consumer.calls).toEqual(['run', 'disconnect']);
  });

  it('is given up when one broker never answers what it holds, though others do', async () => {
    const { consumer, takes } = member();
    const ended = expect(takes()).rejects.toThrow(Unavailable);
    consumer.says('ask', { nodeId: 1 });
    await forLooks(3 * times.pulse.looks, () => {
      consumer.says('beat');
      consumer.says('ask', { nodeId: 2 });
      consumer.says('asked', { nodeId: 2 });
    });
    await ended;
  });

  it('is one for as long as it gives signs of life, and its brokers answer', async () => {
    const { consumer, leaving, takes } = member();
    const taking = takes();
    consumer.says('ask', { nodeId: 1 });
    await forLooks(3 * times.pulse.looks, () => {
      consumer.says('beat');
      consumer.says('asked', { nodeId: 1 });
      consumer.says('ask', { nodeId: 1 });
    });
    leaving.abort();
    await taking;
    expect(consumer.calls).toEqual(['run', 'disconnect']);
  });

  it('is waited for no longer than so when it leaves', async () => {
    const { consumer, leaving, takes } = member();
    consumer.left = never;
    const taking = takes();
    leaving.abort();
    await taking;
  });

  it('is given up although it cannot leave', async () => {
    const { consumer, takes } = member();
    consumer.joined = never;
    consumer.left = never;
    await expect(takes()).rejects.toThrow(Unavailable);
  });

  it('leaves once it has joined when it is told to leave before', async () => {
    const { consumer, leaving, takes } = member();
    const joined = Promise.withResolvers<undefined>();
    consumer.joined = joined.promise;
    const taking = takes();
    await eventually(() => {
      expect(consumer.calls).toEqual(['run']);
    });
    leaving.abort();
    await taking;
    expect(consumer.calls).toEqual(['run']);
    joined.resolve(undefined);
    await eventually(() => {
      expect(consumer.calls).toEqual(['run', 'disconnect']);
    });
  });

  it('says why it crashed', async () => {
    const { consumer, takes } = member();
    const ended = expect(takes()).rejects.toThrow('the broker is gone');
    consumer.says('crash', { error: new Error('the broker is gone') });
    await ended;
  });
});
