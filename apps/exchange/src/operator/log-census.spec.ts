import { createHash } from 'node:crypto';
import { censusOf } from './log-census';

const entry = (position: number, stream: string, version: number) => ({
  stream,
  version,
  id: `id ${position}`,
  position,
});

test('a census counts events and streams and digests a line for each event', () => {
  const lines = '["a",1,"id 1"]\n["b",1,"id 3"]\n["a",2,"id 4"]\n';
  expect(censusOf([entry(1, 'a', 1), entry(3, 'b', 1), entry(4, 'a', 2)])).toEqual({
    head: 4,
    events: 3,
    streams: 2,
    digest: createHash('sha256').update(lines).digest('hex'),
  });
});

test('an empty log has a census too', () => {
  expect(censusOf([])).toEqual({
    head: 0,
    events: 0,
    streams: 0,
    digest: createHash('sha256').digest('hex'),
  });
});

test('another order, another stream or another id is another digest', () => {
  const one = [entry(1, 'a', 1), entry(2, 'b', 1)];
  const others = [
    [entry(2, 'b', 1), entry(1, 'a', 1)],
    [entry(1, 'a', 1), entry(2, 'c', 1)],
    [entry(1, 'a', 1), { ...entry(2, 'b', 1), id: 'another' }],
  ];
  expect(others.map((entries) => censusOf(entries).digest)).not.toContain(censusOf(one).digest);
});
