import { Unavailable } from '../event-store';
import { eventually } from './eventually';
import type { FreshChannel } from './transport.contract';
import { messages, receiver } from './transport.receiver';

/** An end is an end, for a receiver and for the transport. */
export function closingContract(current: () => FreshChannel): void {
  it('brings nothing after it was aborted', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const desk = receiver(transport, channel, 'desk');
    await transport.publish(channel, messages(2));
    await eventually(() => {
      expect(desk.received).toHaveLength(2);
    });
    await desk.stop();
    await transport.publish(channel, messages(2));
    expect(desk.received).toHaveLength(2);
    await transport.consume(
      [channel],
      'desk',
      () => Promise.reject(new Error('called')),
      AbortSignal.abort(),
    );
  });

  it('is unavailable after closing, and may be closed twice', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    await transport.close();
    await transport.close();
    await expect(transport.publish(channel, messages(1))).rejects.toThrow(Unavailable);
    await expect(transport.backlog([channel], 'desk')).rejects.toThrow(Unavailable);
  });
}
