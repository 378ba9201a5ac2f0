import type { Message } from '@vestigo/kernel';
import { TopicQueue } from './topic-queue';

const message = (id: string, body = '{}'): Message => ({ id, key: 'FRA', body });

describe('the queue of a topic', () => {
  it('sends together what is published together, and in between one send at a time', async () => {
    const sends: string[][] = [];
    let under = 0;
    const queue = new TopicQueue(async (messages) => {
      under += 1;
      expect(under).toBe(1);
      sends.push(messages.map(({ id }) => id));
      await new Promise((resolve) => setImmediate(resolve));
      under -= 1;
    });
    const first = [queue.submit([message('1')]), queue.submit([message('2'), message('3')])];
    await first[0];
    await Promise.all([...first, queue.submit([message('4')]), queue.submit([message('5')])]);
    expect(sends).toEqual([
      ['1', '2', '3'],
      ['4', '5'],
    ]);
  });

  it('fails everybody who waits when a send fails, and goes on with what comes then', async () => {
    const sent: string[] = [];
    let isDown = true;
    const queue = new TopicQueue((messages) => {
      if (isDown) return Promise.reject(new Error('the broker is gone'));
      sent.push(...messages.map(({ id }) => id));
      return Promise.resolve();
    });
    const large = 'x'.repeat(900_000);
    const outcomes = await Promise.allSettled(
      ['1', '2', '3'].map((id) => queue.submit([message(id, large)])),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    isDown = false;
    await queue.submit([message('4')]);
    expect(sent).toEqual(['4']);
  });

  it('resolves a publication of several sends after its last one', async () => {
    const sent: string[] = [];
    const queue = new TopicQueue((messages) => {
      sent.push(...messages.map(({ id }) => id));
      return Promise.resolve();
    });
    const large = 'x'.repeat(900_000);
    await queue.submit(['1', '2', '3'].map((id) => message(id, large)));
    expect(sent).toEqual(['1', '2', '3']);
  });
});
