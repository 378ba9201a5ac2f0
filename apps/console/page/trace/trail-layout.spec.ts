import { graphOf } from './trail-layout';
import type { Hop, OwedAct } from './trace.query';

const hop = (number: number, follows: number | null, respondingState: string): Hop => ({
  ...{
    number,
    follows,
    respondingState,
    requestId: `r${number}`,
    item: 1,
    requestingState: 'JAM',
    imported: false,
  },
  ...{ status: 'answered', result: 'FULL', outcomes: [], furtherStates: [], conditions: [] },
  clocks: {
    ...{ submittedAt: '2026-01-01T00:00:00Z', receivedAt: null, acknowledgedAt: null, answeredAt: null },
    ...{ lastAnsweredAt: null, acknowledgeDue: null, answerDue: null, consents: [] },
  },
});
const trail = (hops: Hop[], owed: OwedAct[] = []) => ({
  ...{ startedAt: '2026-01-01T00:00:00Z', endedAt: null, elapsedSeconds: 1, before: [], hops, owed },
});
const places = (graph: ReturnType<typeof graphOf>) =>
  graph.nodes.map(({ state, column, row }) => [state, column, row]);

describe('the trail of an arm as a graph', () => {
  test('goes one step on with each State that was asked', () => {
    const graph = graphOf(trail([hop(1, null, 'USA'), hop(2, 1, 'BRA')]));
    expect(places(graph)).toEqual([
      ['JAM', 0, 0],
      ['USA', 1, 0],
      ['BRA', 2, 0],
    ]);
    expect(graph.edges.map(({ from, to }) => [from.state, to.state])).toEqual([
      ['JAM', 'USA'],
      ['USA', 'BRA'],
    ]);
  });

  test('parts where an answer names several, and nothing stands upon another', () => {
    const graph = graphOf(trail([hop(1, null, 'USA'), hop(2, 1, 'BRA'), hop(3, 1, 'MEX'), hop(4, 2, 'ITA')]));
    expect(places(graph)).toEqual([
      ['JAM', 0, 0],
      ['USA', 1, 0],
      ['BRA', 2, 0],
      ['ITA', 3, 0],
      ['MEX', 2, 1],
    ]);
    expect([graph.columns, graph.rows]).toEqual([4, 2]);
  });

  test('shows whom nobody has asked yet, and who owes what', () => {
    const owed: OwedAct[] = [
      { hop: 1, act: 'ASK_NEXT', state: 'JAM', towards: 'BRA', due: null },
      { hop: 1, act: 'ANSWER', state: 'USA', due: null },
    ];
    const { nodes } = graphOf(trail([hop(1, null, 'USA')], owed));
    expect(
      nodes.map(({ state, isToBeAsked, owed: acts }) => [state, isToBeAsked, acts.map(({ act }) => act)]),
    ).toEqual([
      ['JAM', false, []],
      ['USA', false, ['ANSWER']],
      ['BRA', true, []],
    ]);
  });
});
