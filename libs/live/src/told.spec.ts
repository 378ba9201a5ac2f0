import type { Actor } from '@vestigo/identity';
import { eventOf, isNews, toldTo } from './told';
import { atTheirDesks, type Change, type LiveSubject } from './subjects';

const subjectOf = (kind: LiveSubject['kind']): LiveSubject => ({
  kind,
  mayLearn: atTheirDesks,
  changeIn: () => undefined,
});
const requests = subjectOf('requests');
const oversight = subjectOf('oversight');
const noted = (subject: LiveSubject, change: Change, number = 1) => ({
  number,
  position: 5,
  subject,
  change,
});

const reader = (role: Actor['role'], state: string | null): Actor => ({ subject: 'somebody', role, state });
const nothing = { at: '7', again: false, requests: [], cases: [], oversight: [], imports: [] };

describe('what a reader is told', () => {
  const sent = noted(requests, { id: 'a', states: ['JAM'] });
  const counted = noted(oversight, { id: 'a', states: ['JAM', 'USA'] });
  const drafted = noted(requests, { id: 'b', states: ['JAM'], confined: true });
  const all = [sent, counted, drafted, sent];

  it.each([
    ['officer', 'JAM', { requests: ['a', 'b'], oversight: ['a'] }],
    ['liaison', 'JAM', { requests: ['a'], oversight: ['a'] }],
    ['officer', 'USA', { oversight: ['a'] }],
    ['officer', 'KEN', {}],
    ['coordinator', null, { requests: ['a'], oversight: ['a'] }],
    ['liaison-desk', null, {}],
  ] as const)('%s of %s', async (role, state, learned) => {
    expect(await toldTo(reader(role, state), all, 7)).toEqual({ ...nothing, ...learned });
  });

  it('is to read all again when it cannot be told what changed, or when it is too much', async () => {
    const many = Array.from({ length: 201 }, (_, one) =>
      noted(requests, { id: String(one), states: ['JAM'] }),
    );
    for (const those of [undefined, many]) {
      expect(await toldTo(reader('officer', 'JAM'), those, 7)).toEqual({ ...nothing, again: true });
    }
    expect(isNews(await toldTo(reader('officer', 'KEN'), many, 7))).toBe(false);
  });

  it('is written as a server-sent event', () => {
    expect(eventOf({ ...nothing, cases: ['c'] })).toBe(
      'id: 7\nevent: change\ndata: {"again":false,"requests":[],"cases":["c"],"oversight":[],"imports":[]}\n\n',
    );
  });
});
