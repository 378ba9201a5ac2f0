import type { Exported } from './request-columns';
import { repliesAbout, repliesOn, type ShownReplies } from './replies-about';

/** A matter under the id that its rows share. */
export interface ExportedMatter extends Exported {
  readonly id: string;
}

/** A matter as a desk knows it, with the replies as far as they may leave. */
export interface LeavingMatter {
  readonly id: string;
  readonly parties: {
    readonly requestingState: string;
    readonly respondingState: string;
    readonly imported: boolean;
  };
  readonly content: Omit<Exported['form'], 'respondingState'>;
  readonly shown: ShownReplies;
  /** What the desk says of it beside that. */
  readonly about: object;
}

export function exportedMatter({ id, parties, content, shown, about }: LeavingMatter): ExportedMatter {
  const { requestingState, respondingState, imported } = parties;
  return {
    id,
    form: { respondingState, ...content },
    about: { id, requestingState, imported, ...about, ...repliesAbout(shown) },
    ofItem: (number) => repliesOn(number, shown),
  };
}

/** The matters of these lines that leave at all, one at a time. */
export async function* exportedMatters<Line>(
  lines: AsyncIterable<Line>,
  matterOf: (line: Line) => Promise<LeavingMatter | undefined>,
): AsyncGenerator<ExportedMatter> {
  for await (const line of lines) {
    const matter = await matterOf(line);
    if (matter) yield exportedMatter(matter);
  }
}
