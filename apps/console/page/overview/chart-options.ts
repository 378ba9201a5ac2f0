import type { EChartsCoreOption } from 'echarts/core';
import type { Look } from './chart-look';
import { FEWEST, type Kind } from './measures';

interface Axis {
  readonly name: string;
  readonly say: (value: number) => string;
}

interface Ground {
  readonly look: Look;
  readonly x: Axis;
  readonly y: Axis;
  /** The top of the axis; its foot is always 0. */
  readonly top?: number;
}

/** Axes begin at 0, and time runs in the direction in which the reader reads. */
function ground({ look, x, y, top }: Ground) {
  const label = { color: look.pale, fontFamily: look.font };
  return {
    animation: !look.still,
    animationDuration: 300,
    textStyle: { fontFamily: look.font },
    grid: { left: 16, right: 16, top: 36, bottom: 36, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? y.say(value) : '–'),
    },
    xAxis: {
      inverse: look.rightToLeft,
      name: x.name,
      nameLocation: 'middle',
      nameGap: 30,
      nameTextStyle: label,
      axisLabel: label,
      axisLine: { lineStyle: { color: look.line } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(top !== undefined && { max: top }),
      position: look.rightToLeft ? 'right' : 'left',
      name: y.name,
      nameTextStyle: { ...label, align: look.rightToLeft ? 'right' : 'left' },
      axisLabel: { ...label, formatter: y.say },
      splitLine: { lineStyle: { color: look.line } },
    },
  };
}

export interface Stack {
  readonly name: string;
  readonly colour: keyof Look['colours'];
  readonly values: readonly number[];
}

/** Counts on top of each other: together they are N. */
export function stackedBars(
  labels: readonly string[],
  stacks: readonly Stack[],
  on: Ground,
): EChartsCoreOption {
  const base = ground(on);
  return {
    ...base,
    xAxis: { ...base.xAxis, type: 'category', data: labels },
    yAxis: { ...base.yAxis, minInterval: 1 },
    series: stacks.map(({ name, colour, values }) => ({
      ...{ type: 'bar', stack: 'N', name, data: values, barMaxWidth: 64 },
      itemStyle: { color: on.look.colours[colour] },
    })),
  };
}

export interface Point {
  readonly label: string;
  readonly value: number | null;
  readonly n: number;
}

/** One value a year; hollow and grey where N is too small to compare, and nothing where there is no value. */
export function pointsByYear(points: readonly Point[], kind: Kind, on: Ground): EChartsCoreOption {
  const base = ground({ ...on, ...(kind === 'share' && { top: 1 }) });
  const { colours } = on.look;
  return {
    ...base,
    xAxis: { ...base.xAxis, type: 'category', data: points.map(({ label }) => label) },
    series: [
      {
        type: 'line',
        name: on.y.name,
        lineStyle: { color: colours.full, width: 2 },
        symbolSize: 9,
        data: points.map(({ value, n }) => ({
          value,
          symbol: n < FEWEST ? 'emptyCircle' : 'circle',
          itemStyle: { color: n < FEWEST ? colours.open : colours.full },
        })),
      },
    ],
  };
}

/** Days; what came to an end later stands in the table. */
const longestCurve = 365;

/** The share that has come to an end by the end of each day: flat where nothing ended, and so from the end of the axis on. */
export function endedByDay(
  days: readonly { readonly day: number; readonly share: number; readonly ended: number }[],
  on: Ground,
): EChartsCoreOption {
  const base = ground({ ...on, top: 1 });
  const ended = days.filter((line) => line.ended > 0 && line.day < longestCurve);
  const end = (ended.at(-1)?.day ?? 0) + 2;
  return {
    ...base,
    xAxis: {
      ...base.xAxis,
      type: 'value',
      min: 0,
      max: end,
      axisLabel: { ...base.xAxis.axisLabel, formatter: on.x.say },
    },
    series: [
      {
        ...{ type: 'line', step: 'end', name: on.y.name, showSymbol: false },
        lineStyle: { color: on.look.colours.full, width: 2 },
        itemStyle: { color: on.look.colours.full },
        data: [[0, 0], ...ended.map(({ day, share }) => [day + 1, share]), [end, ended.at(-1)?.share ?? 0]],
      },
    ],
  };
}
