import type { Position } from './event';
import type { ReadStore, View } from './read-store';

/** Decides which of several processes does what only one of them should do: publishing, watching deadlines. */
export interface Leadership {
  /**
   * Runs `work` for as long as this process leads in `task`, again for each term, until `signal` aborts. Rejects when `work` does.
   * Two terms may overlap for an instant when a process is stopped in mid-work: what `work` does must be harmless when done twice.
   */
  lead(task: string, work: (term: Term) => Promise<void>, signal: AbortSignal): Promise<void>;

  /** How far the task has come, whoever leads in it; 0 before its first term. */
  reached(task: string): Promise<Position>;
}

export interface Term {
  /** Aborts when the term is over: from then on somebody else may lead. */
  readonly signal: AbortSignal;
  /** How far the task had come when the term began, or a little less. */
  readonly from: Position;
  /** Notes how far the task has come. */
  reach(position: Position): Promise<void>;
  /**
   * Asked right before each effect; false once others may lead, which ends the term. A process that was stopped for a while and
   * goes on hears of it here before `signal` can tell.
   */
  holds(): boolean;
}

/** For a process that has its store to itself: it always leads, and notes in its read store how far it has come. */
export function soleLeadership(readStore: ReadStore): Leadership {
  const views = new Map<string, View>();
  const viewOf = (task: string) => {
    const known = views.get(task) ?? readStore.open({ name: task, version: '1', tables: [], schema: '' });
    views.set(task, known);
    return known;
  };
  return {
    async lead(task, work, signal) {
      const view = viewOf(task);
      let reached = view.checkpoint();
      const reach = async (position: Position) => {
        await view.advance(reached, position, () => undefined);
        reached = position;
      };
      await work({ signal, from: reached, reach, holds: () => !signal.aborted });
    },
    reached: (task) => Promise.resolve(viewOf(task).checkpoint()),
  };
}
