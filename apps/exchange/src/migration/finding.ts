/** What a look at both sides of a migration found. */
export interface Finding {
  readonly what: string;
  readonly source: string;
  readonly target: string;
  /** Where they first differ. */
  readonly first?: string | undefined;
}

export const isEqual = ({ source, target, first }: Finding): boolean =>
  source === target && first === undefined;

/** A line for each side when they differ, one for both when they do not. */
export function linesOf(finding: Finding): string {
  const { what, source, target, first } = finding;
  const label = `  ${what.padEnd(21)}`;
  if (isEqual(finding)) return `${label} equal    ${source}`;
  const place = first === undefined ? '' : `\n${label} first at ${first}`;
  return `${label} UNEQUAL  source ${source}\n${label} UNEQUAL  target ${target}${place}`;
}
