import type { Hop, Trail } from './trace.query';

/** One question on the axis of the trail; places are shares of its length, 0 to 1. */
export interface Lane {
  readonly hop: Hop;
  readonly from: number;
  readonly to: number;
  /** Nobody has said the last word on it. */
  readonly isOpen: boolean;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly kind: 'received' | 'acknowledged' | 'answered' | 'due';
  readonly at: string;
  readonly place: number;
}

export interface TrailTimeline {
  readonly from: string;
  readonly to: string;
  readonly lanes: readonly Lane[];
}

/** From the first question to the last answer, or to now; a limit that lies ahead stretches the axis. */
export function timelineOf({ startedAt, endedAt, hops }: Trail, asOf: string): TrailTimeline {
  const start = Date.parse(startedAt);
  const dues = hops.flatMap(({ clocks: { answerDue, answeredAt } }) =>
    answeredAt === null ? (answerDue?.at ?? []) : [],
  );
  const end = Math.max(...[endedAt ?? asOf, ...dues].map((at) => Date.parse(at)), start + 1);
  const place = (at: string) => Math.min(1, Math.max(0, (Date.parse(at) - start) / (end - start)));
  const lanes = hops.map((hop): Lane => {
    const { submittedAt, receivedAt, acknowledgedAt, answeredAt, lastAnsweredAt, answerDue } = hop.clocks;
    const marks = [
      ['received', receivedAt],
      ['acknowledged', acknowledgedAt],
      ['answered', answeredAt],
      ['due', answerDue?.at ?? null],
    ] as const;
    return {
      hop,
      from: place(submittedAt),
      to: place(lastAnsweredAt ?? asOf),
      isOpen: lastAnsweredAt === null,
      ticks: marks.flatMap(([kind, at]) =>
        at === null || Date.parse(at) > end ? [] : [{ kind, at, place: place(at) }],
      ),
    };
  });
  return { from: startedAt, to: new Date(end).toISOString(), lanes };
}
