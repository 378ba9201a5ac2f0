import { categoryOf, type DomainEvent, fold, idOf, type RecordedEvent } from '@vestigo/kernel';
import { tracingRequest, type TracingRequestEvent } from '@vestigo/requesting/domain';
import { traceCase, type TraceCaseEvent } from '@vestigo/responding/domain';

/** Whole logs of the three services, in order. */
export interface Ledgers {
  readonly requesting: readonly RecordedEvent[];
  readonly responding: readonly RecordedEvent[];
  readonly oversight: readonly RecordedEvent[];
}

/**
 * lost: one side never heard of what the other did. doubled: an effect stands twice. disagreeing: both sides, or a desk and
 * oversight, tell different things. unreported: oversight lacks a fact. refused: a message was not followed.
 */
export interface Finding {
  readonly kind: 'lost' | 'doubled' | 'disagreeing' | 'unreported' | 'refused';
  readonly id: string;
  readonly what: string;
}

/** Compares what two States keep of the same requests, and what oversight was told. Nothing found: all three tell one story. */
export function reconcile({ requesting, responding, oversight }: Ledgers): readonly Finding[] {
  const requests = streamsOf<TracingRequestEvent>(requesting, tracingRequest.category);
  const cases = streamsOf<TraceCaseEvent>(responding, traceCase.category);
  const reports = streamsOf(oversight, 'reportedClock');
  const dues = streamsOf(oversight, 'deadlineLedger');
  const ids = new Set([...requests.keys(), ...cases.keys(), ...reports.keys(), ...dues.keys()]);
  const matters = [...ids].flatMap((id) => {
    const [request = [], found = [], reported = [], due = []] = [requests, cases, reports, dues].map((one) =>
      one.get(id),
    );
    return [
      ...twoSides(id, requests.get(id) ?? [], cases.get(id) ?? []),
      ...[request, found, reported, due].flatMap((stream) => doubled(id, stream)),
      ...told(id, [...request, ...found], reported),
    ];
  });
  const refused = [...requesting, ...responding, ...oversight].flatMap(
    ({ stream, event }): readonly Finding[] =>
      event.type === 'MessageRefused' ||
      event.type === 'DeliveryFailed' ||
      event.type === 'ReplyDeliveryFailed'
        ? [{ kind: 'refused', id: idOf(stream), what: `${categoryOf(stream)} ${JSON.stringify(event.data)}` }]
        : [],
  );
  return [...matters, ...refused];
}

/** How the record of one side reads when the other side has this status. */
const counterparts: Readonly<Record<string, readonly string[]>> = {
  delivered: ['received'],
  acknowledged: ['acknowledged'],
  answered: ['answered'],
  refused: ['refused'],
  closed: ['closed'],
  // A response that crossed the withdrawal stands on both sides.
  withdrawn: ['withdrawn', 'answered', 'refused'],
};

function twoSides(
  id: string,
  request: readonly RecordedEvent<TracingRequestEvent>[],
  found: readonly RecordedEvent<TraceCaseEvent>[],
): readonly Finding[] {
  const asked = fold(tracingRequest, request);
  const kept = fold(traceCase, found);
  if (asked.status === 'unknown' && kept.status === 'unknown') return [];
  if (asked.status === 'unknown') return [{ kind: 'lost', id, what: `case is ${kept.status}, no request` }];
  if (kept.status === 'unknown') return [{ kind: 'lost', id, what: `request is ${asked.status}, no case` }];
  const findings: Finding[] = [];
  if (!counterparts[asked.status]?.includes(kept.status)) {
    findings.push({ kind: 'lost', id, what: `request is ${asked.status}, case is ${kept.status}` });
  }
  const { outsideInstrument: _, ...refusal } = kept.refusal ?? {};
  const sides = [
    ['parties', asked.parties, kept.parties],
    ['content', asked.content, kept.content],
    ['answer', asked.answer ?? {}, kept.answer ?? {}],
    ['refusal', asked.refusal ?? {}, refusal],
  ] as const;
  for (const [what, one, other] of sides) {
    if (textOf(one) !== textOf(other)) {
      findings.push({ kind: 'disagreeing', id, what: `${what}: ${textOf(one)} and ${textOf(other)}` });
    }
  }
  return findings;
}

function doubled(id: string, stream: readonly RecordedEvent[]): readonly Finding[] {
  const types = Map.groupBy(stream, ({ event }) => event.type);
  return [...types].flatMap(([type, events]): readonly Finding[] =>
    events.length > 1 ? [{ kind: 'doubled', id, what: `${type} ${String(events.length)} times` }] : [],
  );
}

/** Every clock fact of a desk is reported, as the desk has it. */
function told(
  id: string,
  desk: readonly RecordedEvent[],
  reported: readonly RecordedEvent[],
): readonly Finding[] {
  const facts = new Map(
    desk.flatMap(({ event }) => (event.clock ? [[event.type, factOf(event)] as const] : [])),
  );
  const reports = new Map(reported.map(({ event }) => [event.type, factOf(event)] as const));
  return [...new Set([...facts.keys(), ...reports.keys()])].flatMap((type): readonly Finding[] => {
    const [fact, report] = [facts.get(type), reports.get(type)];
    if (fact === report) return [];
    if (report === undefined) return [{ kind: 'unreported', id, what: type }];
    return [{ kind: 'disagreeing', id, what: `${type}: ${String(fact)}, reported as ${report}` }];
  });
}

const factOf = ({ occurredAt, clock }: DomainEvent) => textOf({ occurredAt, ...clock });

function streamsOf<Event extends DomainEvent>(
  log: readonly RecordedEvent[],
  category: string,
): ReadonlyMap<string, readonly RecordedEvent<Event>[]> {
  const own = log.filter((event): event is RecordedEvent<Event> => categoryOf(event.stream) === category);
  return Map.groupBy(own, ({ stream }) => idOf(stream));
}

/** The same for objects that hold the same, in whatever order. */
function textOf(value: object): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
