import { eventually } from './eventually';
import type { FreshChannel } from './transport.contract';
import { messages, receiver } from './transport.receiver';

/** What a group has still before it is counted. */
export function backlogContract(current: () => FreshChannel): void {
  it('counts what a group has not taken, down to nothing', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    expect(await transport.backlog([channel], 'desk')).toBe(0);
    await transport.publish(channel, messages(7));
    expect(await transport.backlog([channel], 'desk')).toBe(7);
    const desk = receiver(transport, channel, 'desk');
    await eventually(async () => {
      expect(await transport.backlog([channel], 'desk')).toBe(0);
    });
    await desk.stop();
    await transport.publish(channel, messages(2));
    expect(await transport.backlog([channel], 'desk')).toBe(2);
  });

  it('publishes nothing when there is nothing', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    await transport.publish(channel, []);
    expect(await transport.backlog([channel], 'desk')).toBe(0);
  });
}
