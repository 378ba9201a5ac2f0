import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Rejection } from '@vestigo/kernel';

/** Which part of a list is wanted; the query of a list extends it. */
export class PageQuery {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit: number = 50;

  /** `next` of the page before; the first page when absent. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1024)
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** The cursor of the next page; null at the end of the list. */
  readonly next: string | null;
}

/** Sort keys of the last item shown: the next page begins after them. */
export type CursorValues = readonly (string | number)[];

export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Throws `Rejection` for a text that `encodeCursor` did not make. */
export function decodeCursor(cursor: string): CursorValues {
  const values = parsed(Buffer.from(cursor, 'base64url').toString());
  if (isCursor(values) && encodeCursor(values) === cursor) return values;
  throw malformed();
}

/** A list that is sorted by one number, its place. */
export function decodePlace(cursor: string): number {
  const [place, ...others] = decodeCursor(cursor);
  if (typeof place === 'number' && others.length === 0) return place;
  throw malformed();
}

/** The cursor after the last line shown; null when there were fewer lines than asked for. */
export function encodePlace(lines: readonly { readonly place: number }[], limit: number): string | null {
  const last = lines.at(-1);
  return last && lines.length >= limit ? encodeCursor([last.place]) : null;
}

/** A list that is sorted by `count` texts. Throws `Rejection` for the cursor of another list. */
export function decodeTexts(cursor: string, count: number): readonly string[] {
  const texts = decodeCursor(cursor).filter((value) => typeof value === 'string');
  if (texts.length === count) return texts;
  throw malformed();
}

/** The cursor after the last line shown, by the texts that the list is sorted by; null when there were fewer than asked for. */
export function encodeTexts<Line>(
  lines: readonly Line[],
  limit: number,
  textsOf: (line: Line) => readonly string[],
): string | null {
  const last = lines.at(-1);
  return last && lines.length >= limit ? encodeCursor(textsOf(last)) : null;
}

/** A place in a list by what falls due next. */
export interface DuePlace {
  readonly dueOrder: number;
  readonly place: number;
}

/** Throws `Rejection` for the cursor of another order. */
export function decodeDue(cursor: string): DuePlace {
  const [dueOrder = '', place = ''] = decodeTexts(cursor, 2);
  return { dueOrder: Number(dueOrder), place: Number(place) };
}

export const encodeDue = (lines: readonly DuePlace[], limit: number): string | null =>
  encodeTexts(lines, limit, ({ dueOrder, place }) => [String(dueOrder), String(place)]);

function isCursor(values: unknown): values is CursorValues {
  return (
    Array.isArray(values) && values.every((value) => typeof value === 'string' || Number.isFinite(value))
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function malformed(): Rejection {
  return new Rejection(
    'invalid',
    'cursor-malformed',
    'Take the cursor from `next` of the page before, unchanged.',
    [{ pointer: '/cursor', detail: 'is not a cursor of this list' }],
  );
}
