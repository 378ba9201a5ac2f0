import * as fc from 'fast-check';
import { receivedId } from './received-id';

const anyState = fc.stringMatching(/^[A-Z]{3}$/);

describe('the id under which a message takes effect', () => {
  test('is the same for the same message, however often it comes', () => {
    const message = { from: 'TTO', id: '01980000-0000-7000-8000-000000000001' };
    expect(receivedId(message)).toBe(receivedId({ ...message }));
  });

  test('is a UUID of version 8 that keeps the time of the message', () => {
    fc.assert(
      fc.property(anyState, fc.uuid({ version: 7 }), (from, id) => {
        const received = receivedId({ from, id });
        expect(received).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(received.slice(0, 13)).toBe(id.slice(0, 13));
        expect(received).not.toBe(id);
      }),
    );
  });

  test('differs between States that use the same id, and between messages of one State', () => {
    fc.assert(
      fc.property(anyState, anyState, fc.uuid(), fc.uuid(), (one, other, id, otherId) => {
        fc.pre(one !== other && id !== otherId);
        const ids = [
          { from: one, id },
          { from: other, id },
          { from: one, id: otherId },
        ].map(receivedId);
        expect(new Set(ids).size).toBe(3);
      }),
    );
  });
});
