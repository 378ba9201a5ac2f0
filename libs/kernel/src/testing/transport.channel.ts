import { eventually } from './eventually';
import type { FreshChannel } from './transport.contract';
import { firstTimes, messages, receiver } from './transport.receiver';

/** Channels know nothing of each other. */
export function channelContract(current: () => FreshChannel): void {
  it('keeps channels apart', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const other = `${channel}-other`;
    const [here, there] = [messages(3), messages(3)];
    const [deskHere, deskThere] = [receiver(transport, channel, 'desk'), receiver(transport, other, 'desk')];
    await Promise.all([transport.publish(channel, here), transport.publish(other, there)]);
    await deskHere.hasAll(here);
    await deskThere.hasAll(there);
    await Promise.all([deskHere.stop(), deskThere.stop()]);
    expect([firstTimes(deskHere.received), firstTimes(deskThere.received)]).toEqual([here, there]);
  });

  it('brings several channels to one receiver, each in its order', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const other = `${channel}-other`;
    const [here, there] = [messages(20), messages(20, 'BEL')];
    await Promise.all([transport.publish(channel, here), transport.publish(other, there)]);
    expect(await transport.backlog([channel, other], 'desk')).toBe(40);
    const desk = receiver(transport, [channel, other], 'desk');
    await desk.hasAll([...here, ...there]);
    await eventually(async () => {
      expect(await transport.backlog([channel, other], 'desk')).toBe(0);
    });
    await desk.stop();
    for (const sent of [here, there]) {
      expect(firstTimes(desk.received).filter(({ key }) => key === sent[0]?.key)).toEqual(sent);
    }
  });

  it('takes the same id on two channels for two messages', async () => {
    const {
      opened: { transport },
      channel,
    } = current();
    const other = `${channel}-other`;
    const sent = messages(2);
    await transport.publish(channel, sent);
    await transport.publish(other, sent);
    const desk = receiver(transport, other, 'desk');
    await desk.hasAll(sent);
    await desk.stop();
    expect(await transport.backlog([channel], 'desk')).toBe(2);
  });
}
