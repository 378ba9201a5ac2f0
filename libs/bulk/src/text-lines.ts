import { isUtf8 } from 'node:buffer';
import { unreadable } from './unreadable';

const lineFeed = 0x0a;

/**
 * The lines of a file in UTF-8, each with its line break and without the byte order mark that may stand before the first. Holds one
 * line at a time. Throws `Unreadable` for other encodings and for lines of more than `longest` bytes.
 */
export async function* textLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  const text = (bytes: Buffer): string => {
    if (bytes.length > longest) throw tooLong(line, longest);
    if (!isUtf8(bytes)) throw unreadable(line, 'must be UTF-8: save the file with this encoding');
    const decoded = bytes.toString();
    return line === 1 ? decoded.replace(/^\uFEFF/, '') : decoded;
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
      yield text(bytes.subarray(from, end + 1));
      line += 1;
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > longest) throw tooLong(line, longest);
  }
  if (rest.length > 0) yield text(rest);
}

const tooLong = (line: number, longest: number) =>
  unreadable(line, `must have at most ${String(longest)} bytes`);
