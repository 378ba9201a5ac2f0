import { join } from 'node:path';
import { Rejection } from '@vestigo/kernel';
import { goldenFaults, readGolden } from '@vestigo/kernel/testing';
import { requestingFactTypes, respondingFactTypes } from './clock-facts';
import { reportedClock } from './reported-clock';

const golden = {
  folder: join(__dirname, '..', 'golden', 'reported-clocks'),
  decider: reportedClock,
  forms: { upcasts: new Map() },
};
const facts: readonly string[] = [...requestingFactTypes, ...respondingFactTypes];

test('every fact that desks report is read in each version in which it was ever stored', () => {
  const types = Object.fromEntries(facts.map((fact) => [fact, true as const]));
  expect(goldenFaults({ ...golden, types, written: facts.map(reportedAgain) })).toEqual([]);
});

test.each(facts)('%s is taken in as it always was: parties, code and instant, and nothing else', (fact) => {
  expect(reportedAgain(fact)).toEqual(readGolden(golden, fact, 1));
});

function reportedAgain(fact: string) {
  const { clock, occurredAt } = readGolden(golden, fact, 1);
  if (!clock) throw new Error(`${fact} carries no clock facts`);
  const { code, ...request } = clock;
  const isOfAsker = requestingFactTypes.some((type) => type === fact);
  const by = isOfAsker ? request.requestingState : request.respondingState;
  const decided = reportedClock.decide({ type: 'ReportFact', by, fact, code, occurredAt, request }, null);
  const [event] = decided instanceof Rejection ? [] : decided;
  if (!event) throw new Error(`${fact} is not taken in`);
  return event;
}
