import { missingIn, shaped } from './answer-shape';

test('an outcome asks for its facts, and what another one asked for is left out', () => {
  const answer = { item: 1, outcome: 'NO_TRANSFER_RECORD', onwardState: 'BRA', chain: [{ role: 'SOLD' }] };
  expect(shaped(answer)).toEqual({ item: 1, outcome: 'NO_TRANSFER_RECORD' });
  expect(shaped({ ...answer, outcome: 'TRACED_EXPORTED_ON' })).toEqual({
    ...answer,
    outcome: 'TRACED_EXPORTED_ON',
  });
});

test('what is missing is told by its place', () => {
  expect(missingIn({ item: 1 })).toEqual(['/outcome']);
  expect(missingIn({ item: 1, outcome: 'TRACED_EXPORTED_ON', chain: [{}] })).toEqual([
    '/onwardState',
    '/chain/0/role',
  ]);
  expect(missingIn({ outcome: 'COPY', restriction: {}, conditions: [{ kind: 'EXPIRES' }] })).toEqual([
    ...['/restriction/ground', '/restriction/reason', '/conditions/0/on'],
  ]);
  expect(missingIn({ outcome: 'TOO_OLD' })).toEqual([]);
});
