import { useComputedColorScheme } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../language/use-text';
import { type Colours, coloursOf, type Look, lookOf } from './chart-look';
import type { Drawing } from './draw-chart';
import classes from './overview.module.css';

interface ChartProps {
  readonly title: string;
  readonly legend?: readonly (readonly [keyof Colours, string])[];
  readonly option: (look: Look) => EChartsCoreOption;
  /** The same figures, to be read. */
  readonly table: ReactNode;
  readonly source: ReactNode;
}

/** A chart, with the table that it is drawn from and where that comes from. What draws it is loaded when it is first shown. */
export function Chart({ title, legend = [], option, table, source }: ChartProps) {
  const text = useText();
  const id = useId();
  const scheme = useComputedColorScheme('light');
  const element = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing>();
  useEffect(() => {
    let opened: Drawing | undefined;
    let ended = false;
    void import('./draw-chart').then(({ openDrawing }) => {
      if (ended || !element.current) return;
      opened = openDrawing(element.current);
      setDrawing(opened);
    });
    return () => {
      ended = true;
      opened?.close();
    };
  }, []);
  useEffect(() => {
    if (drawing && element.current) drawing.show(option(lookOf(element.current, scheme)));
  });
  return (
    <figure className={classes['chart']} aria-labelledby={id} data-drawn={drawing !== undefined}>
      <figcaption id={id} className={classes['chartTitle']}>
        {title}
      </figcaption>
      {legend.length > 0 && (
        <ul className={classes['swatches']}>
          {legend.map(([colour, name]) => (
            <li key={colour}>
              <span className={classes['swatch']} style={{ background: coloursOf(scheme)[colour] }} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <div
        ref={element}
        role="img"
        aria-details={`${id}-table`}
        aria-label={text('overview.chartOf', { title })}
        className={classes['drawing']}
      />
      {source}
      <details id={`${id}-table`}>
        <summary className={classes['behind']}>{text('overview.tableOf')}</summary>
        {table}
      </details>
    </figure>
  );
}
