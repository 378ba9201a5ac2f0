import { specificationOf } from '@vestigo/kernel/testing';
import { Rejection } from '@vestigo/kernel';
import { submit, submitted } from './testing/sample-request';
import { tracingRequest } from './tracing-request';
import type { SubmitRequest } from './tracing-request.commands';

const { decide, initial } = tracingRequest;
const { given } = specificationOf(tracingRequest);

describe('what ITI 17 asks of a request before it can be sent', () => {
  const faultsOf = (command: SubmitRequest) => {
    const decided = decide(command, initial);
    if (!(decided instanceof Rejection)) return [];
    return [decided.code, ...decided.faults.map(({ pointer }) => pointer)];
  };

  test('a ground why the arm is held to be illicit (17(a), 6)', () => {
    expect(faultsOf(submit({ illicitGrounds: [] }))).toEqual(['request-not-admissible', '/illicitGrounds']);
  });

  test.each(['', '  \t'])('a legal basis, not %j', (legalBasis) => {
    expect(faultsOf(submit({ legalBasis }))).toEqual(['request-not-admissible', '/legalBasis']);
  });

  test('a reason for urgency', () => {
    expect(faultsOf(submit({ priority: 'URGENT' }))).toEqual(['request-not-admissible', '/justification']);
    expect(faultsOf(submit({ priority: 'URGENT', justification: 'Hostages are held.' }))).toEqual([]);
  });

  test('each instrument once, and at least one', () => {
    expect(faultsOf(submit({ regimes: [] }))).toEqual(['request-not-admissible', '/regimes']);
    expect(faultsOf(submit({ regimes: ['ITI', 'ITI'] }))).toEqual(['request-not-admissible', '/regimes']);
  });

  test.each(['OBLITERATED', 'NEVER_MARKED'] as const)('no reading of a serial that is %s', (condition) => {
    const serial = { part: 'FRAME_RECEIVER', condition } as const;
    const revolver = { number: 1, kind: 'ARM', type: 'REVOLVER' } as const;
    expect(faultsOf(submit({ items: [{ ...revolver, serial }] }))).toEqual([]);
    expect(faultsOf(submit({ items: [{ ...revolver, serial: { ...serial, asObserved: 'A1' } }] }))).toEqual([
      'request-not-admissible',
      '/items/0/serial/asObserved',
    ]);
  });

  test('everything that is missing is said at once', () => {
    expect(faultsOf(submit({ illicitGrounds: [], legalBasis: '', regimes: [] }))).toEqual([
      'request-not-admissible',
      '/illicitGrounds',
      '/legalBasis',
      '/regimes',
    ]);
  });

  test('no serial, no make, no marks: an arm of unknown type can be traced', () => {
    const items = [{ number: 1, kind: 'ARM', type: 'UNKNOWN_SMALL' }] as const;
    given([])
      .when(submit({ items }))
      .then([{ ...submitted, data: { ...submitted.data, items } }]);
  });

  describe('photographs that the desk has', () => {
    const kept = { sha256: 'ab'.repeat(32), mediaType: 'image/png', bytes: 9 };
    const shown = { ...kept, view: 'LEFT' } as const;
    const other = { ...shown, sha256: 'cd'.repeat(32) };

    test('as they are', () => {
      expect(faultsOf({ ...submit({ photographs: [shown, shown] }), kept: [kept] })).toEqual([]);
    });
    test('and no others', () => {
      expect(faultsOf(submit({ photographs: [shown] }))).toEqual([
        'photographs-not-kept',
        '/photographs/0/sha256',
      ]);
      expect(faultsOf({ ...submit({ photographs: [shown, other] }), kept: [kept] })).toEqual([
        'photographs-not-kept',
        '/photographs/1/sha256',
      ]);
    });
    test('and not under another type or size', () => {
      const told = { ...shown, mediaType: 'image/jpeg', bytes: 10 };
      expect(faultsOf({ ...submit({ photographs: [told] }), kept: [kept] })).toEqual([
        'photographs-not-kept',
        '/photographs/0/mediaType',
        '/photographs/0/bytes',
      ]);
    });
    test('told together with all else that is missing', () => {
      expect(faultsOf(submit({ legalBasis: '', photographs: [shown] }))).toEqual([
        'request-not-admissible',
        '/legalBasis',
        '/photographs/0/sha256',
      ]);
    });
  });

  test('another State than its own', () => {
    given([])
      .when({ ...submit(), respondingState: 'TTO' })
      .then('own-state');
  });

  test('its own name: no State sends for another', () => {
    given([])
      .when({ ...submit(), by: 'USA' })
      .then('not-the-requesting-state');
  });
});
