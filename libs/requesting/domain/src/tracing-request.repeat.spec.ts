import * as fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { commands, type CommandType, commandTypes, histories, stateOf } from './testing/sample-request';
import { tracingRequest } from './tracing-request';
import type { TracingRequestEvent } from './tracing-request.events';

const { decide, evolve } = tracingRequest;

describe('word that comes again', () => {
  const hearings = commandTypes.filter((type) => type.startsWith('Record'));
  const hear = (heard: readonly CommandType[], history: readonly TracingRequestEvent[]) =>
    heard.reduce((state, type) => {
      const decided = decide(commands[type], state);
      if (decided instanceof Rejection) throw decided;
      return decided.reduce(evolve, state);
    }, stateOf(history));
  const known = fc.constantFrom(...Object.values(histories).filter(({ length }) => length > 0));

  test('adds nothing when it is repeated at once', () => {
    fc.assert(
      fc.property(known, fc.array(fc.constantFrom(...hearings)), (history, heard) => {
        const twice = heard.flatMap((type) => [type, type]);
        expect(hear(twice, history)).toEqual(hear(heard, history));
      }),
    );
  });

  test('adds nothing when all of it comes a second time in its order', () => {
    fc.assert(
      fc.property(known, fc.array(fc.constantFrom(...hearings)), (history, heard) => {
        expect(hear([...heard, ...heard], history)).toEqual(hear(heard, history));
      }),
    );
  });

  test('only the first reply counts', () => {
    fc.assert(
      fc.property(known, fc.array(fc.constantFrom(...hearings)), (history, heard) => {
        const state = hear(heard, history);
        expect('answer' in state && 'refusal' in state).toBe(false);
      }),
    );
  });
});
