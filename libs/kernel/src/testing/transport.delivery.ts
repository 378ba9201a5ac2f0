import type { FreshChannel } from './transport.contract';
import { firstTimes, messages, receiver } from './transport.receiver';

/** Every group gets every message, whole and in the order of its key. */
export function deliveryContract(current: () => FreshChannel): void {
  it('brings messages to a group in the order of their keys', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const keys = ['FRA', 'BEL', 'XKX'];
    const batches = keys.map((key) => messages(30, key));
    const desk = receiver(transport, channel, 'desk');
    await Promise.all(
      batches.map(async (batch) => {
        for (let from = 0; from < 30; from += 10) {
          await transport.publish(channel, batch.slice(from, from + 10));
        }
      }),
    );
    await desk.hasAll(batches.flat());
    await desk.stop();
    for (const [index, key] of keys.entries()) {
      expect(firstTimes(desk.received).filter((message) => message.key === key)).toEqual(batches[index]);
    }
  });

  it('brings every message to every group', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const groups = ['desk', 'oversight', 'archive'].map((group) => receiver(transport, channel, group));
    const sent = messages(20);
    await transport.publish(channel, sent);
    for (const group of groups) {
      await group.hasAll(sent);
      await group.stop();
      expect(firstTimes(group.received)).toEqual(sent);
    }
  });

  it('brings what was published before and what is published later', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const [early, late] = [messages(5), messages(5)];
    await transport.publish(channel, early);
    const desk = receiver(transport, channel, 'desk');
    await desk.hasAll(early);
    for (const message of late) {
      await transport.publish(channel, [message]);
      await desk.hasAll([message]);
    }
    await desk.stop();
    expect(firstTimes(desk.received)).toEqual([...early, ...late]);
  });

  it('loses and reorders nothing when the same messages are published again', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const sent = messages(12);
    const desk = receiver(transport, channel, 'desk');
    await transport.publish(channel, sent.slice(0, 8));
    await transport.publish(channel, sent.slice(4));
    await desk.hasAll(sent);
    await transport.publish(channel, sent);
    const last = messages(1);
    await transport.publish(channel, last);
    await desk.hasAll(last);
    await desk.stop();
    expect(firstTimes(desk.received)).toEqual([...sent, ...last]);
  });

  it('carries any text and bodies of a megabyte', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const bodies = [
      '',
      '{}',
      '𝔙 👩🏽‍⚖️ شرطة e\u0301 é \u2028\ufeff\\"',
      'Ж'.repeat(400_000),
      'x'.repeat(1_000_000),
    ];
    const sent = bodies.map((body, index) => ({ id: `id ${index} é`, key: 'clé-鍵', body }));
    const desk = receiver(transport, channel, 'desk');
    await transport.publish(channel, sent);
    await desk.hasAll(sent);
    await desk.stop();
    expect(firstTimes(desk.received)).toEqual(sent);
  });

  it('carries many messages from many publishers', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const batches = Array.from({ length: 20 }, (_, index) => messages(100, `key-${index}`));
    const desk = receiver(transport, channel, 'desk');
    await Promise.all(batches.map((batch) => transport.publish(channel, batch)));
    await desk.hasAll(batches.flat());
    await desk.stop();
    for (const batch of batches) {
      expect(firstTimes(desk.received).filter(({ key }) => key === batch[0]?.key)).toEqual(batch);
    }
  });
}
