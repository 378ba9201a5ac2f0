import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../language/use-text';
import { cellOf, type Pair } from './measures';
import classes from './overview.module.css';
import { kindOf, useOverview, useSaidValue } from './use-overview';

interface MatrixCellProps {
  readonly requesting: string;
  readonly responding: string;
  readonly pair: Pair | undefined;
}

/** One ordered pair: its value, N, and where there is no value, why. */
export function MatrixCell({ requesting, responding, pair }: MatrixCellProps) {
  const text = useText();
  const said = useSaidValue();
  const { search, measure } = useOverview();
  const cell = cellOf(pair, measure);
  if (requesting === responding) {
    return <Table.Td className={classes['same'] ?? ''} aria-label={text('overview.sameState')} />;
  }
  if (cell.kind === 'none-sent') {
    return <Table.Td className={classes['none'] ?? ''}>{text('overview.noneSent')}</Table.Td>;
  }
  const shade = cell.kind === 'value' ? `step${String(cell.step)}` : 'grey';
  return (
    <Table.Td className={`${classes['cell'] ?? ''} ${classes[shade] ?? ''}`} data-cell={cell.kind}>
      <Link
        to="/overview/figures"
        search={{ ...search, requesting, responding }}
        className={classes['cellLink'] ?? ''}
      >
        {'value' in cell && <span className={classes['value']}>{said(kindOf(measure), cell.value)}</span>}
        {cell.kind === 'no-value' && <span>{text('overview.notReached')}</span>}
        {cell.kind === 'none-counted' && <span>{text('overview.noneCounted')}</span>}
        <span className={classes['n']}>
          {'among' in cell
            ? text('overview.amongN', { count: cell.among, n: cell.n })
            : text('overview.n', { n: cell.n })}
          {cell.kind === 'few' && ` · ${text('overview.tooFew')}`}
        </span>
      </Link>
    </Table.Td>
  );
}
