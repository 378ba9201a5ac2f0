/** Every year from the first to the last: where nothing was received there is no line, which is not a line of zeroes. */
export function everyYear<Line extends { readonly year: number }>(
  lines: readonly Line[],
): readonly { readonly year: number; readonly line: Line | undefined }[] {
  const byYear = new Map(lines.map((line) => [line.year, line]));
  const [first, last] = [lines[0]?.year ?? 0, lines.at(-1)?.year ?? -1];
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const year = first + place;
    return { year, line: byYear.get(year) };
  });
}
