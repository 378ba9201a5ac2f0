import fc from 'fast-check';
import { createUuidV7 } from './uuid-v7';

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Milliseconds in the first 48 bits. */
const timeOf = (id: string) => parseInt(id.slice(0, 13).replace('-', ''), 16);

/** The time of a call is one of these, in turn; the last one stays. */
const clockOf = (instants: readonly number[]) => {
  let call = 0;
  return () => instants[Math.min(call++, instants.length - 1)] ?? 0;
};

const instants = fc.array(fc.integer({ min: 0, max: 2 ** 48 - 10_000 }), { minLength: 1, maxLength: 300 });
const randomByte = fc.integer({ min: 0, max: 255 });

describe('UUIDs of version 7', () => {
  it('have the form of RFC 9562 and grow, whatever the clock does', () => {
    fc.assert(
      fc.property(instants, randomByte, (calls, byte) => {
        const newId = createUuidV7(clockOf(calls), (pool) => pool.fill(byte));
        const ids = calls.map(() => newId());
        expect(ids.every((id) => form.test(id))).toBe(true);
        expect(ids).toEqual([...new Set(ids)].sort());
      }),
    );
  });

  it('say the time of a clock that moves on', () => {
    fc.assert(
      fc.property(instants, (calls) => {
        const growing = [...new Set(calls)].sort((a, b) => a - b);
        const newId = createUuidV7(clockOf(growing));
        expect(growing.map(() => timeOf(newId()))).toEqual(growing);
      }),
    );
  });

  it('go on when more are made than a millisecond holds', () => {
    const newId = createUuidV7(() => 1_761_900_000_000);
    const ids = Array.from({ length: 20_000 }, () => newId());
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(timeOf(ids.at(-1) ?? '') - 1_761_900_000_000).toBeLessThanOrEqual(5);
  });

  it('differ between two makers at the same instant', () => {
    const [one, two] = [createUuidV7(() => 0), createUuidV7(() => 0)];
    const ids = Array.from({ length: 1000 }, () => [one().slice(19), two().slice(19)]).flat();
    expect(new Set(ids).size).toBe(2000);
  });

  it('spread the random bits over all places', () => {
    const newId = createUuidV7(() => 0);
    const ids = Array.from({ length: 500 }, () => newId().replaceAll('-', ''));
    const values = Array.from({ length: 15 }, (_, place) => new Set(ids.map((id) => id[place + 17])).size);
    expect(values).toEqual(values.map(() => 16));
  });
});
