import { followOnOf } from './follow-on';
import { leadsTo, rejectionOf, sampleDesk } from './testing/sample-desk';
import { arm, content } from './testing/sample-trail';
import { trailsOf } from './trail';

const next = (parentRequestId: string, followsItem = 1) =>
  content([arm(1, { followsItem })], { parentRequestId });

describe('a request that follows from another', () => {
  test('names one that its State has sent', () => {
    const desk = sampleDesk('JAM');
    expect(rejectionOf(() => desk.send('COL', next('elsewhere')))).toEqual([
      'parent-not-found',
      'must be the id of a request that your State has sent',
    ]);
  });

  test('waits for the answer on its item', () => {
    const desk = sampleDesk('JAM');
    const parent = desk.send('USA', content([arm(1), arm(2)]));
    desk.hear(parent, ...leadsTo(2, 'COL'));
    expect(rejectionOf(() => desk.send('COL', next(parent)))).toEqual([
      'parent-not-answered',
      `item 1 of request ${parent} is not answered yet`,
    ]);
    expect(rejectionOf(() => desk.send('COL', next(parent, 2)))).toBeUndefined();
  });

  test('asks about an arm that its parent asked about', () => {
    const desk = sampleDesk('JAM');
    const parent = desk.send('USA', content([arm(1)]));
    desk.hear(parent, ...leadsTo(1, 'COL'));
    const nothing = ['item-follows-nothing', 'must be the number of an item of the parent request'];
    expect(rejectionOf(() => desk.send('COL', next(parent, 2)))).toEqual(nothing);
    expect(rejectionOf(() => desk.send('COL', content([arm(1, { followsItem: 1 })])))).toEqual(nothing);
  });

  test('goes to a State that was named when the request was redirected', () => {
    const desk = sampleDesk('JAM');
    const parent = desk.send('USA', content([arm(1)]));
    desk.hear(
      parent,
      { kind: 'receive', said: {} },
      { kind: 'redirect', said: { state: 'COL', body: 'INDUMIL', reason: 'Made there.' } },
    );
    expect(rejectionOf(() => desk.send('COL', next(parent)))).toBeUndefined();
  });

  test('does not go to a State that was asked on another branch', () => {
    const desk = sampleDesk('JAM');
    const parent = desk.send('USA', content([arm(1)]));
    desk.hear(parent, ...leadsTo(1, 'COL', 'BRA'));
    const first = desk.send('COL', next(parent));
    const other = desk.send('BRA', next(parent));
    desk.hear(first, ...leadsTo(1, 'GHA'));
    desk.hear(other, ...leadsTo(1, 'GHA'));
    const asked = desk.send('GHA', next(first));
    expect(rejectionOf(() => desk.send('GHA', next(other)))).toEqual([
      'already-asked-on-trail',
      `GHA was asked in hop 3, request ${asked}`,
    ]);
  });

  test('may go to a State whose earlier request was withdrawn', () => {
    const desk = sampleDesk('JAM');
    const parent = desk.send('USA', content([arm(1)]));
    desk.hear(parent, ...leadsTo(1, 'COL'));
    desk.act(desk.send('COL', next(parent)), { type: 'WithdrawRequest', reason: 'Wrong marks.' });
    expect(rejectionOf(() => desk.send('COL', next(parent)))).toBeUndefined();
  });

  test('cannot stand before itself', () => {
    const desk = sampleDesk('JAM');
    const parent = desk.send('USA', content([arm(1)]), 'parent');
    desk.hear(parent, ...leadsTo(1, 'COL'));
    const child = desk.send('COL', next(parent), 'child');
    desk.hear(child, ...leadsTo(1, 'BRA'));
    const elsewhere = sampleDesk('JAM');
    const trail = desk.kept();
    expect(rejectionOf(() => elsewhere.send('GHA', { ...next(child) }, 'parent', trail))).toEqual([
      'parent-follows-from-it',
      'follows from this very request, which is hop 1, request parent',
    ]);
  });

  test('keeps the trails of two arms apart when one request goes on with both', () => {
    const desk = sampleDesk('JAM');
    const parent = desk.send('USA', content([arm(1), arm(2)]));
    desk.hear(parent, ...leadsTo(1, 'COL'), ...leadsTo(2, 'COL').slice(1));
    const child = desk.send(
      'COL',
      content([arm(1, { followsItem: 2 }), arm(2, { followsItem: 1 })], { parentRequestId: parent }),
    );
    const trails = trailsOf(child, desk.kept()).map(({ hops }) =>
      hops.map(({ requestId, item }) => [requestId, item]),
    );
    expect(trails).toEqual([
      [
        [parent, 2],
        [child, 1],
      ],
      [
        [parent, 1],
        [child, 2],
      ],
    ]);
  });
});

test('requests that name each other make no endless trail', () => {
  const desk = sampleDesk('JAM');
  const parent = desk.send('USA', content([arm(1)]), 'parent');
  desk.hear(parent, ...leadsTo(1, 'COL'));
  const [hop] = trailsOf(parent, desk.kept())[0]?.hops ?? [];
  if (!hop) throw new Error('no hop');
  desk.send('COL', followOnOf(hop, 'COL', desk.writing()), 'child');
  const ring = desk.kept().map((kept) => ({
    ...kept,
    request: { ...kept.request, content: { ...kept.request.content, parentRequestId: 'child' } },
  }));
  expect(trailsOf('parent', ring)[0]?.hops.map(({ requestId }) => requestId)).toEqual(['child', 'parent']);
});
