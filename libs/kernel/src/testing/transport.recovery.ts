import type { Message } from '../transport';
import { eventually } from './eventually';
import type { FreshChannel } from './transport.contract';
import { firstTimes, messages, receiver } from './transport.receiver';

/** Nothing is lost or skipped over a restart or when a receiver fails, and no other group waits for it. */
export function recoveryContract(current: () => FreshChannel): void {
  it('keeps a message as soon as publish resolves, over a restart', async () => {
    const { opened, channel } = current();
    const sent = messages(3);
    await opened.transport.publish(channel, sent);
    const desk = receiver(await opened.reopen(), channel, 'desk');
    await desk.hasAll(sent);
    await desk.stop();
    expect(firstTimes(desk.received)).toEqual(sent);
  });

  it('goes on after the last batch that was taken when it starts again', async () => {
    const { opened, channel } = current();
    const [first, second] = [messages(5), messages(5)];
    const before = receiver(opened.transport, channel, 'desk');
    await opened.transport.publish(channel, first);
    await before.hasAll(first);
    await eventually(async () => {
      expect(await opened.transport.backlog([channel], 'desk')).toBe(0);
    });
    await before.stop();

    const again = await opened.reopen();
    await again.publish(channel, second);
    const after = receiver(again, channel, 'desk');
    await after.hasAll(second);
    await after.stop();
    expect(firstTimes(after.received)).toEqual(second);
  });

  it('brings the same messages again when the receiver fails, and skips nothing', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const sent = messages(10);
    const attempts: (readonly Message[])[] = [];
    const desk = receiver(transport, channel, 'desk', (batch) => {
      attempts.push(batch);
      if (attempts.length <= 3) throw new Error('the desk is closed');
    });
    await transport.publish(channel, sent);
    await desk.hasAll(sent);
    await desk.stop();
    expect(attempts.length).toBeGreaterThan(3);
    for (const attempt of attempts.slice(1, 4)) {
      expect(attempt.slice(0, attempts[0]?.length)).toEqual(attempts[0]);
    }
    expect(firstTimes(desk.received)).toEqual(sent);
  });

  it('keeps what a receiver failed on until it succeeds after a restart', async () => {
    const { opened, channel } = current();
    const { transport } = opened;
    const sent = messages(4);
    let failures = 0;
    const failing = receiver(transport, channel, 'desk', () => {
      failures += 1;
      throw new Error('the desk is closed');
    });
    await transport.publish(channel, sent);
    await eventually(() => {
      expect(failures).toBeGreaterThan(0);
    });
    await failing.stop();
    expect(await transport.backlog([channel], 'desk')).toBe(4);
    const desk = receiver(await opened.reopen(), channel, 'desk');
    await desk.hasAll(sent);
    await desk.stop();
    expect(firstTimes(desk.received)).toEqual(sent);
  });

  it('does not let one group hold up another', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const failing = receiver(transport, channel, 'closed desk', () => {
      throw new Error('the desk is closed');
    });
    const desk = receiver(transport, channel, 'desk');
    const sent = messages(5);
    await transport.publish(channel, sent);
    await desk.hasAll(sent);
    await Promise.all([failing.stop(), desk.stop()]);
    expect(await transport.backlog([channel], 'closed desk')).toBe(5);
  });
}
