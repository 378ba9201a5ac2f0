import type { Change, LookedAtSubject } from './subjects';

interface Seen {
  readonly subject: LookedAtSubject;
  readonly change: Change;
  readonly mark: string;
}

/** What is kept beside the log, as it was when it was last looked at. */
export class LookedAt {
  #seen: ReadonlyMap<string, Seen> | undefined;

  constructor(private readonly subjects: readonly LookedAtSubject[]) {}

  /** What came, changed or went since the last look; nothing at the first. */
  async changes(): Promise<readonly Pick<Seen, 'subject' | 'change'>[]> {
    if (this.subjects.length === 0) return [];
    const all = await Promise.all(
      this.subjects.map(async (subject) =>
        (await subject.look()).map(({ mark, ...change }): Seen => ({ subject, change, mark })),
      ),
    );
    const now = new Map(all.flat().map((one) => [`${one.subject.kind} ${one.change.id}`, one]));
    const before = this.#seen ?? now;
    this.#seen = now;
    const changed = [...now].filter(([key, { mark }]) => before.get(key)?.mark !== mark);
    const gone = [...before].filter(([key]) => !now.has(key));
    return [...changed, ...gone].map(([, { subject, change }]) => ({ subject, change }));
  }
}
