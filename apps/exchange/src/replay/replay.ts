import type { CommandBus } from '@nestjs/cqrs';
import { fold, handle, type Instant, type Log, Rejection } from '@vestigo/kernel';
import { RequestingCommand } from '@vestigo/requesting';
import { RespondingCommand } from '@vestigo/responding';
import { historyId } from '../history/history-id';
import { importRun, type SliceImported } from '../history/import-run';
import { inParallel } from '../history/in-parallel';
import type { Progress } from '../history/progress';
import { type PlannedDecision, type PlannedRequest, planOf, type Slice } from './plan';
import type { SourceCell } from './tables';

export interface Replaying {
  readonly commands: CommandBus;
  readonly log: Log;
  readonly now: () => Instant;
  /** Until every desk has heard what the others said. */
  readonly settled: () => Promise<void>;
}

/** What could not be driven through the exchange, by `requesting responding year`. */
export interface Leftovers {
  /** Requests of a State to itself, which the rules refuse. */
  readonly ownState: Map<string, number>;
  readonly unmatchedAccepted: Map<string, number>;
  readonly unmatchedRefused: Map<string, number>;
}

const width = 256;

/**
 * Drives the tables through the commands of both desks, month by month. Months that an earlier run has finished are passed
 * over, and in a month cut short every command finds what it did before, so that it goes on where it stopped.
 */
export async function replay(
  replaying: Replaying,
  run: string,
  cells: readonly SourceCell[],
  progress: Progress,
): Promise<Leftovers> {
  const { log, now, settled } = replaying;
  const done = fold(importRun, await log.store.read<SliceImported>(`${importRun.category}-${run}`));
  const leftovers: Leftovers = {
    ownState: new Map(),
    unmatchedAccepted: new Map(),
    unmatchedRefused: new Map(),
  };
  await settled();
  for (const slice of planOf(cells)) {
    noteLeftovers(slice, leftovers);
    if (!done.has(slice.name)) {
      await inParallel(slice.requests, width, (request) => submit(replaying, request));
      await settled();
      await inParallel(slice.decisions, width, (decision) => decide(replaying, decision));
      await settled();
      await handle(log, importRun, run, { slice: slice.name, at: now() }, { meta: metaOf(null, run) });
    }
    progress.add(slice.requests.length + slice.decisions.length);
  }
  return leftovers;
}

function noteLeftovers(
  { requests, unmatched }: Slice,
  { ownState, unmatchedAccepted, unmatchedRefused }: Leftovers,
) {
  for (const request of requests) {
    const { requestingState, respondingState, at } = request;
    const year = new Date(at).getUTCFullYear();
    if (requestingState === respondingState) count(ownState, { requestingState, respondingState, year });
  }
  for (const decision of unmatched) count(decision.accepted ? unmatchedAccepted : unmatchedRefused, decision);
}

/** The name of a cell of the tables. */
export function cellKey({
  requestingState,
  respondingState,
  year,
}: Pick<SourceCell, 'requestingState' | 'respondingState' | 'year'>): string {
  return `${requestingState} ${respondingState} ${String(year)}`;
}

function count(counts: Map<string, number>, cell: Parameters<typeof cellKey>[0]): void {
  const key = cellKey(cell);
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

async function submit(
  { commands, now }: Replaying,
  { id, requestingState, respondingState, at }: PlannedRequest,
) {
  const command = new RequestingCommand(
    id,
    {
      type: 'SubmitRequest',
      by: requestingState,
      at,
      now: now(),
      requestId: id,
      requestingState,
      respondingState,
      imported: true,
      content: {
        priority: 'ROUTINE',
        regimes: ['ITI'],
        illicitGrounds: ['ILL_NATLAW'],
        legalBasis: 'One of the requests that the source table counts for this pair and year.',
        intendedUse: 'STATISTICS',
        acquisitionMode: 'FOUND',
        channel: 'OTHER',
        items: [{ number: 1, kind: 'ARM', type: 'UNKNOWN_SMALL' }],
      },
    },
    { meta: metaOf(requestingState, id), messageId: id },
  );
  await commands.execute(command).catch((error: unknown) => {
    // The rules refuse it, as they must; the report counts it.
    if (!(error instanceof Rejection && error.code === 'own-state')) throw error;
  });
}

async function decide(
  { commands, now }: Replaying,
  { request, accepted, at }: PlannedDecision,
): Promise<void> {
  const { id, respondingState } = request;
  const act = { by: respondingState, at, now: now() };
  const context = { meta: metaOf(respondingState, id), messageId: historyId(at, `${id} decided`) };
  await commands.execute(
    new RespondingCommand(
      id,
      accepted
        ? {
            type: 'AnswerCase',
            ...act,
            answers: [
              { item: 1, outcome: 'TRACED_LAST_HOLDER', remarks: 'Decision ACC of the source table.' },
            ],
          }
        : {
            type: 'RefuseCase',
            ...act,
            refusal: { ground: 'OTHER_NOT_IN_TEXT', reason: 'Decision REF of the source table.' },
          },
      context,
    ),
  );
}

function metaOf(state: string | null, correlationId: string) {
  return {
    actor: 'replay',
    state,
    role: state === null ? 'service' : 'officer',
    correlationId,
    causationId: correlationId,
  };
}
