import type { Loop } from '@vestigo/kernel';
import { deadlineLedger, reportedClock } from '@vestigo/oversight/domain';
import { CLOCK_FACTS, type Post } from '@vestigo/protocol';
import { deadlineWatch, type Watch } from './deadline-watch.process';
import { Completeness, receiveReports } from './reported-facts.inbound';

/** The streams in which oversight finds clock facts when desks keep logs of their own. */
export const REPORTED = [reportedClock.category, deadlineLedger.category];

const group = 'oversight';

/**
 * Takes in reports and watches deadlines, in one process at a time: the watch goes no further than the reports that this process
 * has seen to be complete.
 */
export function reportedWatch(
  watch: Watch,
  { transport, leadership }: Pick<Post, 'transport' | 'leadership'>,
): Loop {
  const { log, now } = watch;
  return {
    name: 'consume clock-facts and watch deadlines',
    run: (signal) =>
      leadership.lead(
        'oversight',
        async (term) => {
          const completeness = new Completeness();
          const watching = deadlineWatch({ ...watch, complete: completeness.taken });
          await together(
            term.signal,
            (both) =>
              transport.consume(
                [CLOCK_FACTS],
                group,
                (batch) => receiveReports(log, now, completeness, batch),
                both,
              ),
            (both) => watching.run(both),
          );
        },
        signal,
      ),
    behind: () => transport.backlog([CLOCK_FACTS], group),
  };
}

/** When one ends, so does the other. */
async function together(
  signal: AbortSignal,
  ...works: readonly ((signal: AbortSignal) => Promise<void>)[]
): Promise<void> {
  const end = new AbortController();
  const both = AbortSignal.any([signal, end.signal]);
  const ended = await Promise.allSettled(
    works.map((work) =>
      work(both).finally(() => {
        end.abort();
      }),
    ),
  );
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
}
