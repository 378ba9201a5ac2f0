import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Proposal, StandInLog } from './stand-in-log';

const proposal = (id: string): Proposal => ({
  id,
  type: 'AnswerGiven',
  contentType: 'application/json',
  data: '',
  metadata: '',
});

describe('the log of the stand-in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('decides on an append as the server documents it', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 });
    const appends = fc.array(fc.record({ expected: fc.integer({ min: -1, max: 4 }), ids }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(appends, (all) => {
        const log = new StandInLog();
        let stream: readonly string[] = [];
        for (const { expected, ids } of all) {
          const outcome = log.append('s', expected, ids.map(proposal));
          const repeated = stream.slice(expected + 1, expected + 1 + ids.length).join() === ids.join();
          const written = expected === stream.length - 1;
          if (written) stream = [...stream, ...ids];
          expect('wrong' in outcome ? outcome.wrong : outcome.revision).toBe(
            written || repeated ? expected + ids.length : stream.length - 1,
          );
          expect('wrong' in outcome).toBe(!written && !repeated);
          expect(log.stream('s').map(({ id }) => id)).toEqual(stream);
        }
        const positions = log.records.map(({ position }) => position);
        expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other));
      }),
    );
  });

  it('goes on where it was killed, without an append of which it wrote only half', () => {
    const file = join(folder, 'log');
    const before = new StandInLog(file);
    for (const id of ['a', 'b', 'c'])
      before.append(`stream-${id}`, -1, [proposal(id), proposal(`${id}${id}`)]);
    before.close();
    appendFileSync(file, '["stream-d",1,[{"id":"d"');
    const again = new StandInLog(file);
    expect(again.records).toEqual(before.records);
    again.append('stream-e', -1, [proposal('e')]);
    again.close();
    const last = new StandInLog(file);
    last.close();
    expect(last.records).toEqual(again.records);
  });
});
