import { categoryOf, type DomainEvent, fold, idOf, type RecordedEvent } from '@vestigo/kernel';
import { answersOf, refusalOf } from '@vestigo/lifecycle';
import { isSubmitted, tracingRequest, type TracingRequestEvent } from '@vestigo/requesting/domain';
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
      ...[request, found, due].flatMap((stream) => doubled(id, stream)),
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

function twoSides(
  id: string,
  request: readonly RecordedEvent<TracingRequestEvent>[],
  found: readonly RecordedEvent<TraceCaseEvent>[],
): readonly Finding[] {
  const asked = fold(tracingRequest, request);
  const kept = fold(traceCase, found);
  if (!isSubmitted(asked) && kept.status === 'unknown') return [];
  if (!isSubmitted(asked)) return [{ kind: 'lost', id, what: `case is ${kept.status}, no request` }];
  if (kept.status === 'unknown') return [{ kind: 'lost', id, what: `request is ${asked.status}, no case` }];
  const findings: Finding[] = [];
  if (asked.status !== kept.status) {
    findings.push({ kind: 'lost', id, what: `request is ${asked.status}, case is ${kept.status}` });
  }
  const sides = [
    ['parties', asked.parties, kept.parties],
    ['content', asked.content, kept.content],
    ['answers', answersOf(asked.book.heard), answersOf(kept.book.own)],
    ['refusal', refusalOf(asked.book.heard) ?? {}, refusalOf(kept.book.own) ?? {}],
  ] as const;
  for (const [what, one, other] of sides) {
    if (textOf(one) !== textOf(other)) {
      findings.push({ kind: 'disagreeing', id, what: `${what}: ${textOf(one)} and ${textOf(other)}` });
    }
  }
  return findings;
}

/** The same act of a desk twice in its stream, or in that of the other desk. */
function doubled(id: string, stream: readonly RecordedEvent[]): readonly Finding[] {
  const acts = Map.groupBy(stream, ({ event }) => `${event.type} ${numberIn(event.data)}`);
  return [...acts].flatMap(([act, events]): readonly Finding[] =>
    events.length > 1 ? [{ kind: 'doubled', id, what: `${act.trim()} ${String(events.length)} times` }] : [],
  );
}

function numberIn(data: unknown): string {
  const act: unknown = typeof data === 'object' && data !== null && 'act' in data ? data.act : undefined;
  const seq: unknown = typeof act === 'object' && act !== null && 'seq' in act ? act.seq : undefined;
  return typeof seq === 'number' ? String(seq) : '';
}

/** Every clock fact of a desk is reported once, as the desk has it. */
function told(
  id: string,
  desk: readonly RecordedEvent[],
  reported: readonly RecordedEvent[],
): readonly Finding[] {
  const facts = factsIn(desk);
  const reports = factsIn(reported);
  return [...new Set([...facts.keys(), ...reports.keys()])].flatMap((type): readonly Finding[] => {
    const [had, told] = [facts.get(type) ?? [], reports.get(type) ?? []];
    if (told.length > had.length) {
      return [{ kind: 'doubled', id, what: `${type} ${String(told.length)} times` }];
    }
    return had.flatMap((fact, index): readonly Finding[] => {
      const report = told[index];
      if (fact === report) return [];
      if (report === undefined) return [{ kind: 'unreported', id, what: type }];
      return [{ kind: 'disagreeing', id, what: `${type}: ${fact}, reported as ${report}` }];
    });
  });
}

function factsIn(events: readonly RecordedEvent[]): ReadonlyMap<string, readonly string[]> {
  const facts = events.flatMap(({ event }) => (event.clock ? [event] : []));
  return new Map(
    [...Map.groupBy(facts, ({ type }) => type)].map(([type, some]) => [type, some.map(factOf)] as const),
  );
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
