import { ScrollArea } from '@mantine/core';
import { useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useSpeech, useText } from '../language/use-text';
import { directionOf } from '../language/languages';
import classes from './trace.module.css';
import type { Trail } from './trace.query';
import { graphOf, type TrailEdge, type TrailNode } from './trail-layout';

/** Pixels at 100 %. */
const box = { width: 220, height: 78, gapX: 56, gapY: 26 };

interface TrailGraphProps {
  readonly trail: Trail;
  readonly label: string;
  /** Id of what says the same in words. */
  readonly told: string;
}

/** The chain of one arm across States; the list beside it says the same in words. It runs as its reader reads. */
export function TrailGraph({ trail, label, told }: TrailGraphProps) {
  const { language } = useSpeech();
  const { nodes, edges, columns, rows } = graphOf(trail);
  const width = columns * (box.width + box.gapX) - box.gapX + 4;
  const height = rows * (box.height + box.gapY) - box.gapY + 4;
  const isLeftward = directionOf(language) === 'rtl';
  const leftOf = ({ column }: TrailNode) => {
    const left = column * (box.width + box.gapX) + 2;
    return isLeftward ? width - left - box.width : left;
  };
  const topOf = ({ row }: TrailNode) => row * (box.height + box.gapY) + 2;
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': label }}>
      <svg
        role="img"
        aria-label={label}
        aria-details={told}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className={classes['graph']}
      >
        {edges.map((edge) => (
          <path
            key={edge.to.key}
            className={classes[edge.to.isToBeAsked ? 'edgeOpen' : 'edge']}
            d={pathOf(edge, leftOf, topOf, isLeftward)}
          />
        ))}
        {nodes.map((node) => (
          <Node key={node.key} node={node} left={leftOf(node)} top={topOf(node)} isLeftward={isLeftward} />
        ))}
      </svg>
    </ScrollArea>
  );
}

type At = (node: TrailNode) => number;

function pathOf({ from, to }: TrailEdge, leftOf: At, topOf: At, isLeftward: boolean): string {
  const start = leftOf(from) + (isLeftward ? 0 : box.width);
  const end = leftOf(to) + (isLeftward ? box.width : 0);
  const [y1, y2] = [topOf(from) + box.height / 2, topOf(to) + box.height / 2];
  const middle = (start + end) / 2;
  const tip = isLeftward ? 7 : -7;
  return `M${start} ${y1} C${middle} ${y1} ${middle} ${y2} ${end} ${y2} m${tip} -5 l${-tip} 5 l${tip} 5`;
}

interface NodeProps {
  readonly node: TrailNode;
  readonly left: number;
  readonly top: number;
  readonly isLeftward: boolean;
}

function Node({ node: { state, hop, owed, isToBeAsked }, left, top, isLeftward }: NodeProps) {
  const text = useText();
  const code = useCodes();
  const name = useStateName();
  const [first] = owed;
  const standing = first
    ? code('owed', first.act)
    : hop
      ? code('status', hop.status)
      : text(isToBeAsked ? 'trace.toBeAsked' : 'trace.began');
  const result = hop && hop.result !== null ? code('result', hop.result) : '';
  const kind = isToBeAsked ? 'nodeOpen' : first ? 'nodeOwing' : 'node';
  const x = isLeftward ? left + box.width - 10 : left + 10;
  return (
    <g>
      <rect className={classes[kind]} x={left} y={top} width={box.width} height={box.height} rx={6} />
      <text className={classes['name']} x={x} y={top + 24}>
        {shortened(name(state), 24)}
      </text>
      <text className={classes['says']} x={x} y={top + 45}>
        {shortened(standing, 30)}
      </text>
      <text className={classes['says']} x={x} y={top + 64}>
        {shortened(result, 30)}
      </text>
    </g>
  );
}

/** The whole stands in the list. */
const shortened = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1)}…` : words;
