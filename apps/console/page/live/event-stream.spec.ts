import fc from 'fast-check';
import { eventsIn, type StreamEvent } from './event-stream';

async function* inPieces(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  let from = 0;
  for (const cut of [...cuts, text.length].toSorted((one, two) => one - two)) {
    await Promise.resolve();
    yield text.slice(from, cut);
    from = Math.max(from, cut);
  }
}

const text =
  'id: 5\nevent: change\ndata: {"again":false}\n\n: here\nid: 9\n\ndata: a\ndata: b\n\nid: 10\ndata: unfinished';

it('reads events, signs of life and nothing that is unfinished, however the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(text.length)), async (cuts) => {
      const events: StreamEvent[] = [];
      for await (const event of eventsIn(inPieces(text, cuts))) events.push(event);
      expect(events).toEqual([{ id: '5', data: '{"again":false}' }, { id: '9', data: '' }, { data: 'a\nb' }]);
    }),
  );
});
