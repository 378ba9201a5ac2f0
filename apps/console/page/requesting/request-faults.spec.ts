import { faultOn, faultsIn, faultsOf } from './request-faults';
import { emptyWriting } from './writing';

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
