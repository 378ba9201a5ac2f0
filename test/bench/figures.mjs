/**
 * A ratio below `atLeast` or above `atMost` is missed. Ratios within one run are gated, never absolute figures: the same
 * machine drifts by a quarter. A figure without an entry only informs.
 */
const floors = {
  'append.1.file': { atLeast: 0.8 },
  'append.64': { atLeast: 0.7 },
  'append.64.grouped': { atLeast: 6 },
  'append.64.at-1m': { atLeast: 0.85 },
  'post.64': { atLeast: 0.7 },
  'post.256': { atLeast: 0.7 },
  'post.64.slow-sync': { atLeast: 0.75 },
  'post.p99': { atMost: 2 },
  'rebuild.columns': { atLeast: 1 },
  'rebuild.memory': { atMost: 1.3 },
  'replay.memory': { atMost: 1.3 },
  ...Object.fromEntries(
    ['sign-in', 'requests', 'cases', 'overview', 'traces'].map((name) => [
      `console.${name}.kb`,
      { atMost: 1 },
    ]),
  ),
};

/** Throws when a figure is no number: then it was not measured. */
export function figureOf(name, value, unit, ratio, against) {
  if (!Number.isFinite(value) || !Number.isFinite(ratio))
    throw new Error(`${name} gave ${value} and ${ratio}`);
  return { name, value: significant(value), unit, ratio: significant(ratio), against };
}

export function lineOf(figure) {
  return JSON.stringify(figure);
}

export function isMissed({ name, ratio }) {
  const { atLeast = -Infinity, atMost = Infinity } = floors[name] ?? {};
  return ratio < atLeast || ratio > atMost;
}

export function tableOf(figures) {
  const lines = figures.map((figure) => [
    figure.name,
    `${figure.value} ${figure.unit}`,
    String(figure.ratio),
    floorText(figure.name),
    floors[figure.name] ? (isMissed(figure) ? 'MISSED' : 'met') : '',
    figure.against,
  ]);
  const rows = [['figure', 'value', 'ratio', 'floor', '', 'against'], ...lines];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return `\n${rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

function floorText(name) {
  const { atLeast, atMost } = floors[name] ?? {};
  if (atLeast !== undefined) return `>= ${atLeast}`;
  return atMost === undefined ? '' : `<= ${atMost}`;
}

const significant = (number) => Number(number.toPrecision(4));
