import type { JsonText } from '@vestigo/bulk';
import type { Draft } from './draft';

/** The requests of JSON values, each in the form of one that is sent by itself, or as an export has it: under `request`. */
export async function* jsonDrafts(texts: AsyncIterable<JsonText>): AsyncGenerator<Draft> {
  let place = 0;
  for await (const { line, text } of texts) {
    place += 1;
    yield { key: `place ${String(place)}`, line, rows: 1, ...formIn(text, line), placeOf: () => ({ line }) };
  }
}

function formIn(text: string, line: number): Pick<Draft, 'form' | 'faults'> {
  try {
    return { form: requestIn(JSON.parse(text)), faults: [] };
  } catch {
    // The parser's own sentence quotes what it could not read.
    return { form: undefined, faults: [{ line, pointer: '', detail: 'must be a JSON text' }] };
  }
}

function requestIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'request' in value ? value.request : value;
}
