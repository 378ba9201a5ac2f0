/** One event as the stream has it; `data` is empty for a sign of life. */
export interface StreamEvent {
  readonly id?: string;
  readonly data: string;
}

/** The events of a stream (HTML, 9.2.6), whatever the pieces that it comes in. */
export async function* eventsIn(pieces: AsyncIterable<string>): AsyncGenerator<StreamEvent, void> {
  let text = '';
  for await (const piece of pieces) {
    text = (text + piece).replaceAll('\r\n', '\n');
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield eventOf(text.slice(0, end));
      text = text.slice(end + 2);
    }
  }
}

function eventOf(block: string): StreamEvent {
  let id: string | undefined;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^([^:]+):? ?(.*)$/.exec(line) ?? [];
    if (field === 'id') id = value;
    if (field === 'data') data.push(value);
  }
  return { ...(id !== undefined && { id }), data: data.join('\n') };
}
