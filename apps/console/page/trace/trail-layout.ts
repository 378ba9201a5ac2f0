import type { Hop, OwedAct, Trail } from './trace.query';

/** A place of the graph: the State that began, one that was asked, or one that is still to be asked. */
export interface TrailNode {
  readonly key: string;
  readonly state: string;
  /** Undefined for who began and for who is to be asked. */
  readonly hop?: Hop;
  readonly owed: readonly OwedAct[];
  readonly isToBeAsked: boolean;
  /** Steps from the beginning. */
  readonly column: number;
  readonly row: number;
}

export interface TrailEdge {
  readonly from: TrailNode;
  readonly to: TrailNode;
}

export interface TrailGraph {
  readonly nodes: readonly TrailNode[];
  readonly edges: readonly TrailEdge[];
  readonly columns: number;
  readonly rows: number;
}

/** The lead goes from left to right: each State stands one step after the one whose answer named it. */
export function graphOf({ hops, owed }: Trail): TrailGraph {
  const nodes: TrailNode[] = [];
  const edges: TrailEdge[] = [];
  let rows = 0;

  const place = (node: Omit<TrailNode, 'row'>, from: TrailNode | undefined, row: number): TrailNode => {
    const placed = { ...node, row };
    nodes.push(placed);
    if (from) edges.push({ from, to: placed });
    return placed;
  };
  /** What follows from a node, each on a row of its own but for the first, which stands on its row. */
  const follow = (from: TrailNode, number: number | null): void => {
    const asked = hops.filter((hop) => hop.follows === number);
    const next = owed.filter(
      ({ act, hop, towards }) => act === 'ASK_NEXT' && hop === number && towards !== undefined,
    );
    let row = from.row;
    for (const hop of asked) {
      const node = place(nodeOf(hop, owed, from.column + 1), from, row);
      follow(node, hop.number);
      rows = Math.max(rows, node.row + 1);
      row = rows;
    }
    for (const { towards = '' } of next) {
      place(
        {
          key: `${from.key} ${towards}`,
          state: towards,
          owed: [],
          isToBeAsked: true,
          column: from.column + 1,
        },
        from,
        row,
      );
      rows = Math.max(rows, row + 1);
      row = rows;
    }
  };

  const [first] = hops;
  if (first) {
    const begins = { key: 'begins', state: first.requestingState, owed: [], isToBeAsked: false, column: 0 };
    follow(place(begins, undefined, 0), null);
  }
  const columns = Math.max(0, ...nodes.map(({ column }) => column + 1));
  return { nodes, edges, columns, rows: Math.max(1, rows) };
}

const nodeOf = (hop: Hop, owed: readonly OwedAct[], column: number): Omit<TrailNode, 'row'> => ({
  key: `${hop.requestId} ${hop.item}`,
  state: hop.respondingState,
  hop,
  owed: owed.filter(({ hop: number, act }) => number === hop.number && act !== 'ASK_NEXT'),
  isToBeAsked: false,
  column,
});
