import { faultOn, faultsIn, faultsOf, standing } from './request-faults';
import { emptyWriting, withValue } from '../matters/writing';

describe('what keeps a request from being sent', () => {
  test('is all that ITI 17 asks of every request, in the order of the form', () => {
    expect(faultsOf(emptyWriting).map(({ pointer }) => pointer)).toEqual([
      '/acquisitionMode',
      '/items/0/type',
      '/respondingState',
      '/illicitGrounds',
      '/legalBasis',
      '/intendedUse',
    ]);
  });

  test('is nothing where all of it is said', () => {
    const whole = {
      priority: 'ROUTINE',
      respondingState: 'USA',
      illicitGrounds: ['ILL_NATLAW'],
      legalBasis: 'Firearms Act, section 20',
      intendedUse: 'INVESTIGATION',
      acquisitionMode: 'SEIZED',
      items: [{ kind: 'ARM', type: 'REVOLVER' }, { kind: 'PART', part: 'BARREL' }, { kind: 'AMMUNITION' }],
    };
    expect(faultsOf(whole)).toEqual([]);
    expect(faultsOf({ ...whole, priority: 'URGENT' })).toEqual([
      { pointer: '/justification', says: 'requesting.needUrgency' },
    ]);
  });

  test('is what the service says, at the field that holds it', () => {
    const faults = faultsIn({
      status: 422,
      code: 'request-not-admissible',
      title: '',
      detail: 'Mend what is listed.',
      errors: [{ pointer: '/items/0/serial/uncertainPositions/0', detail: 'must lie within the text' }],
    });
    expect(faultOn(faults, '/items/0/serial')).toEqual(faults[0]);
    expect(faultsIn({ status: 409, code: 'x', title: '', detail: 'Of the whole.' })).toEqual([
      { pointer: '', detail: 'Of the whole.' },
    ]);
  });
});

describe('a request that is mended after it was checked', () => {
  const checked = withValue(emptyWriting, '/items/0/serial/asObserved', 'KX ?');
  const bySerial = { pointer: '/items/0/serial', detail: 'must say which signs are uncertain' };
  const ofAll = { pointer: '', detail: 'Of the whole.' };
  const pointersOf = (pointer: string, value: string) =>
    standing([...faultsOf(checked), bySerial, ofAll], checked, withValue(checked, pointer, value)).map(
      (fault) => fault.pointer,
    );

  test('loses the fault of the field that was filled in, and no other', () => {
    expect(pointersOf('/legalBasis', 'Firearms Act')).toEqual([
      ...['/acquisitionMode', '/items/0/type', '/respondingState', '/illicitGrounds', '/intendedUse'],
      ...['/items/0/serial', ''],
    ]);
  });

  test('keeps it where the field is still empty', () => {
    expect(pointersOf('/legalBasis', ' ')).toContain('/legalBasis');
  });

  test('loses what the service said of a value when that value is another', () => {
    expect(pointersOf('/items/0/serial/asObserved', 'KX 5')).not.toContain('/items/0/serial');
  });

  test('gains no fault before it is checked again', () => {
    expect(standing([], checked, emptyWriting)).toEqual([]);
  });
});
