/** One line of a table as statistics offices publish them: year, class, value. */
export interface PublishedCount {
  readonly year: number;
  readonly class: string;
  readonly value: number;
}

/** What a published table calls its total, and the classes into which it divides it. */
export interface PublishedClasses {
  readonly total: string;
  readonly parts: readonly string[];
}

/** A year whose classes do not add up to its total. */
export interface PartsDiffer {
  readonly year: number;
  readonly total: number;
  readonly sumOfParts: number;
  /** Sum of parts less total. */
  readonly difference: number;
}

/**
 * The years in which parts and total differ. It warns and mends nothing: which of the two is wrong, or what was counted in neither
 * or in both, is for the publisher to say. A year without total, or without one of the parts, cannot be held against itself.
 */
export function checkParts(
  counts: readonly PublishedCount[],
  { total, parts }: PublishedClasses,
): readonly PartsDiffer[] {
  const years = Map.groupBy(counts, ({ year }) => year);
  return [...years].flatMap(([year, said]) => {
    const valueOf = (name: string) => said.find((count) => count.class === name)?.value;
    const [whole, values] = [valueOf(total), parts.map(valueOf)];
    const known = values.filter((value) => value !== undefined);
    if (whole === undefined || known.length < parts.length) return [];
    const sumOfParts = known.reduce((sum, value) => sum + value, 0);
    return sumOfParts === whole ? [] : [{ year, total: whole, sumOfParts, difference: sumOfParts - whole }];
  });
}
