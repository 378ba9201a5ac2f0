import { isUtf8 } from 'node:buffer';
import { unreadable } from './unreadable';

/** The text of one JSON value in a file of many. */
export interface JsonText {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** One value on each line (NDJSON); empty lines are left out. */
export async function* ndjsonTexts(lines: AsyncIterable<string>): AsyncGenerator<JsonText> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() !== '') yield { line, text };
  }
}

const [quote, backslash, comma, lineFeed] = [0x22, 0x5c, 0x2c, 0x0a];
const [opening, closing] = [new Set([0x5b, 0x7b]), new Set([0x5d, 0x7d])];
const white = new Set([0x20, 0x09, 0x0a, 0x0d]);
const mark = Buffer.from('\uFEFF');

/**
 * The elements of a JSON array, whose text is divided and not read: bytes of structure are never part of another character in UTF-8.
 * Holds one element at a time. Throws `Unreadable` for what is no array, is not UTF-8, or has an element of more than `longest` bytes.
 */
export async function* jsonArrayTexts(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<JsonText> {
  let [line, startedAt, depth, previous] = [1, 1, 0, 0];
  let [isText, isEscaped, hasContent] = [false, false, false];
  let held: Buffer[] = [];
  let isFirst = true;

  const element = (): JsonText => {
    const bytes = Buffer.concat(held);
    held = [];
    hasContent = false;
    if (!isUtf8(bytes)) throw unreadable(startedAt, 'must be UTF-8: save the file with this encoding');
    return { line: startedAt, text: bytes.toString() };
  };

  for await (const given of chunks) {
    const chunk = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    let from = isFirst && chunk.subarray(0, mark.length).equals(mark) ? mark.length : 0;
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === lineFeed) line += 1;
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) isText = false;
        continue;
      }
      if (white.has(byte)) continue;
      if (depth === 0) {
        if (previous !== 0 || byte !== 0x5b)
          throw unreadable(line, 'must be one JSON array and nothing else');
        [depth, previous, from] = [1, byte, at + 1];
        continue;
      }
      const endsElement = depth === 1 && (byte === comma || closing.has(byte));
      if (endsElement) {
        if (hasContent) {
          held.push(chunk.subarray(from, at));
          yield element();
        } else if (byte === comma || previous === comma) {
          throw unreadable(line, 'must hold a value before and after each comma');
        }
        held = [];
        from = at + 1;
      } else if (!hasContent) {
        [hasContent, startedAt] = [true, line];
      }
      if (byte === quote) isText = true;
      if (opening.has(byte)) depth += 1;
      if (closing.has(byte)) depth -= 1;
      previous = byte;
    }
    isFirst = false;
    if (depth > 0) held.push(Buffer.from(chunk.subarray(from)));
    if (sizeOf(held) > longest) throw unreadable(startedAt, `must have at most ${String(longest)} bytes`);
  }
  if (depth > 0 || previous === 0) throw unreadable(line, 'must be one JSON array that is closed');
}

const sizeOf = (held: readonly Buffer[]) => held.reduce((bytes, { length }) => bytes + length, 0);
