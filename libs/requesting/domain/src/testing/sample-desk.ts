import { type RecordedEvent, Rejection } from '@vestigo/kernel';
import type { RespondingAct } from '@vestigo/lifecycle';
import type { KeptRequest } from '../hop';
import type { RequestContent } from '../request-content';
import { isSubmitted, tracingRequest } from '../tracing-request';
import type { StepCommand, TracingRequestCommand } from '../tracing-request.commands';
import type { DeskClock, TracingRequestEvent } from '../tracing-request.events';

type Act<Command> = Command extends unknown ? Omit<Command, 'by' | 'at' | 'now'> : never;

/** The desk of a requesting State and everything that it wrote down; a minute passes with each act. */
export function sampleDesk(state: string) {
  const histories = new Map<string, RecordedEvent<TracingRequestEvent>[]>();
  let now = 0;

  function write(requestId: string, command: (now: number) => TracingRequestCommand): void {
    now += 60_000;
    const history = histories.get(requestId) ?? [];
    const before = history.reduce(
      (so, { event }) => tracingRequest.evolve(so, event),
      tracingRequest.initial,
    );
    const decided = tracingRequest.decide(command(now), before);
    if (decided instanceof Rejection) throw decided;
    const recorded = decided.map((event, index) => ({
      id: `${requestId}-${String(history.length + index)}`,
      stream: `tracingRequest-${requestId}`,
      version: history.length + index + 1,
      position: now + index,
      recordedAt: now,
      meta: { actor: 'desk', state, role: 'officer', correlationId: '', causationId: '' },
      event,
    }));
    histories.set(requestId, [...history, ...recorded]);
  }

  const kept = (): readonly KeptRequest[] =>
    [...histories.values()].flatMap((history) => {
      const request = history.reduce(
        (so, { event }) => tracingRequest.evolve(so, event),
        tracingRequest.initial,
      );
      return isSubmitted(request) ? [{ request, history }] : [];
    });

  return {
    kept,
    now: () => now,
    /** Nothing happens for so many milliseconds. */
    wait(milliseconds: number) {
      now += milliseconds;
    },
    writing: () => ({ officer: { state, role: 'officer' }, at: now }),
    send(
      respondingState: string,
      content: RequestContent,
      requestId = `request-${String(histories.size + 1)}`,
      trail = kept(),
    ) {
      const parties = { requestId, requestingState: state, respondingState, imported: false };
      write(requestId, (at) => ({
        type: 'SubmitRequest',
        by: state,
        at,
        now: at,
        ...parties,
        content,
        trail,
        kept: content.photographs ?? [],
      }));
      return requestId;
    },
    act(requestId: string, command: Act<StepCommand>) {
      write(requestId, (at) => ({ ...command, by: state, at, now: at }));
    },
    /** Word that the State asked has received a question for consent. */
    delivered(requestId: string, consent: number) {
      const { request } = kept().find((each) => each.request.parties.requestId === requestId) ?? {};
      const by = request?.parties.respondingState ?? '';
      write(requestId, (at) => ({
        type: 'RecordConsentDelivery',
        by,
        at,
        now: at,
        respondedAt: at,
        consent,
      }));
    },
    /** Word that the State asked has received the request, by this clock of its desk. */
    receive(requestId: string, deskClock: DeskClock) {
      const { request } = kept().find((each) => each.request.parties.requestId === requestId) ?? {};
      const by = request?.parties.respondingState ?? '';
      const reply = { kind: 'receive', said: {} } as const;
      write(requestId, (at) => ({
        ...{ type: 'RecordReply', by, at, now: at, respondedAt: at },
        ...{ deskClock, reply, number: { seq: 1, seen: 1 } },
      }));
    },
    /** Word of what the State asked did, in its order. */
    hear(requestId: string, ...replies: readonly RespondingAct[]) {
      for (const reply of replies) {
        const { request } = kept().find((each) => each.request.parties.requestId === requestId) ?? {};
        if (!request) throw new Error(`no request ${requestId}`);
        const seq = (request.book.heard.at(-1)?.seq ?? 0) + 1;
        const by = request.parties.respondingState;
        write(requestId, (at) => ({
          type: 'RecordReply',
          by,
          at,
          now: at,
          respondedAt: at,
          reply,
          number: { seq, seen: 1 },
        }));
      }
    },
  };
}

export type SampleDesk = ReturnType<typeof sampleDesk>;

/** An answer on one item that leads to these States. */
export const leadsTo = (item: number, ...states: readonly string[]): readonly RespondingAct[] => {
  const [first, ...others] = states;
  return [
    { kind: 'receive', said: {} },
    {
      kind: 'answer',
      said: {
        answers: [
          first === undefined
            ? { item, outcome: 'TRACED_LAST_HOLDER' }
            : { item, outcome: 'TRACED_EXPORTED_ON', onwardState: first },
        ],
        answerClass: 'FULL',
      },
    },
    ...others.map((state): RespondingAct => ({
      kind: 'supplement',
      said: { answers: [{ item, outcome: 'TRACED_EXPORTED_ON', chain: [{ role: 'IMPORTED', state }] }] },
    })),
  ];
};

/** Code and detail of what keeps a desk from sending; undefined when nothing does. */
export function rejectionOf(send: () => unknown): readonly [string, string | undefined] | undefined {
  try {
    send();
    return undefined;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return [error.code, error.faults[0]?.detail];
  }
}
