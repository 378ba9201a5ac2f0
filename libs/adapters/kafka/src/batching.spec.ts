import type { Message } from '@vestigo/kernel';
import fc from 'fast-check';
import { bytesOf, mostBatchBytes, nextBatch, type Pending, pieces } from './batching';

const sizes = fc.array(fc.integer({ min: 0, max: 1_200_000 }), { maxLength: 12 });

const messagesOf = (lengths: readonly number[]): readonly Message[] =>
  lengths.map((length, index) => ({ id: String(index), key: 'FRA', body: 'x'.repeat(length) }));

const bytes = (messages: readonly Message[]) => messages.reduce((sum, message) => sum + bytesOf(message), 0);

const pending = (lengths: readonly number[]): Pending => ({
  messages: messagesOf(lengths),
  resolve: () => undefined,
  reject: () => undefined,
});

describe('messages on their way to a broker', () => {
  it('are cut into sends that are not too long, in order, without loss', () => {
    fc.assert(
      fc.property(sizes, (lengths) => {
        const messages = messagesOf(lengths);
        const cut = pieces(messages);
        expect(cut.flat()).toEqual(messages);
        for (const piece of cut) expect(piece.length === 1 || bytes(piece) <= mostBatchBytes).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('share a send with those that wait, in order, each publication whole', () => {
    fc.assert(
      fc.property(fc.array(sizes, { maxLength: 6 }), (publications) => {
        const all = publications.map(pending);
        const waiting = [...all];
        const batches: (readonly Pending[])[] = [];
        while (waiting.length > 0) batches.push(nextBatch(waiting));
        expect(batches.flat()).toEqual(all);
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0);
          const isShort = bytes(batch.flatMap(({ messages }) => messages)) <= mostBatchBytes;
          expect(batch.length === 1 || isShort).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('count in bytes, not in characters', () => {
    expect(bytesOf({ id: '1', key: 'é', body: 'Ж'.repeat(10) })).toBe(150 + 1 + 2 + 20);
  });
});
